// A link checker that is not ours follows every link from every page, anchors among them.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";

import { LinkChecker, LinkState } from "linkinator";

import { origin, pages } from "./support/publication.mjs";
import { serve } from "./support/server.mjs";

let server;
before(async () => {
  server = await serve();
});
after(() => server?.close());

it("no link within the site is broken", async () => {
  const result = await new LinkChecker().check({
    path: pages.map(({ url }) => server.base + url),
    recurse: true,
    concurrency: 20,
    checkFragments: true,
    checkCss: true,
    // Absolute addresses of the site itself are checked here, too.
    urlRewriteExpressions: [{ pattern: new RegExp(`^${origin.replaceAll(".", "\\.")}`), replacement: server.base }],
    linksToSkip: async (link) => !link.startsWith(server.base),
  });
  const broken = result.links
    .filter(({ state }) => state === LinkState.BROKEN)
    .map(({ parent, url, status }) => `${parent?.replace(server.base, "")} → ${url.replace(server.base, "")} (${status})`);
  const checked = result.links.filter(({ state }) => state === LinkState.OK).length;
  console.log(`${checked} links within the site, ${result.links.length - checked - broken.length} to elsewhere, not followed`);
  assert.ok(checked > pages.length);
  assert.deepEqual([...new Set(broken)], []);
});
