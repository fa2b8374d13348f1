// Every kind of page, in every language, on a phone and a desk, in light and dark: axe finds nothing.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";

import { SCHEMES, WIDTHS, launch, reader } from "./support/browser.mjs";
import { kinds } from "./support/publication.mjs";
import { serve } from "./support/server.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  // Off by default, though it is WCAG 2.2, 2.5.8.
  rules: { "target-size": { enabled: true } },
};

let server, browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** What axe found, a line each: rule, place, what is there. */
function told(violations) {
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${id} (${impact}) ${node.target.join(" ")}: ${node.html.slice(0, 200)}\n    ${node.failureSummary?.replaceAll("\n", "\n    ")}`),
  );
}

for (const width of WIDTHS) {
  for (const scheme of SCHEMES) {
    describe(`${width} px, ${scheme}`, () => {
      let context;
      before(async () => {
        context = await reader(browser, { width, scheme });
      });
      after(() => context?.close());
      for (const { kind, lang, url } of kinds) {
        it(`${kind} in ${lang}: ${url}`, async () => {
          const page = await context.newPage();
          try {
            await page.goto(server.base + url, { waitUntil: "load" });
            // What is folded away must be sound too.
            await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
            await page.addScriptTag({ path: axe });
            const found = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
            assert.ok(found.passes.length > 10, "axe has run");
            assert.deepEqual(told(found.violations), []);
          } finally {
            await page.close();
          }
        });
      }
    });
  }
}
