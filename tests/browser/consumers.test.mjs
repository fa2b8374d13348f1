// Feeds and snippets as the programs take them that others use: feed readers, and WordPress.
//
// A program that is not there is passed over with a word, but for `KABAR_CONSUMERS=all`, by which a
// missing program fails.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { ARTICLES, AUTHORS, publication } from "./consumers/awkward.mjs";
import { KEYS, differences, table } from "./consumers/compare.mjs";
import { READERS } from "./consumers/readers.mjs";
import { feeds } from "./consumers/truth.mjs";
import { output } from "./support/publication.mjs";

const mustBeThere = process.env.KABAR_CONSUMERS === "all";

let awkward, all;
before(() => {
  awkward = publication();
  all = [...feeds(output), ...feeds(awkward.output)];
});
after(() => awkward?.close());

it("the hard publication says in its feeds what was written", () => {
  const found = feeds(awkward.output);
  const own = found.find(({ name }) => name === "/feed.xml");
  const [oldest, ...others] = ARTICLES.toReversed();
  for (const [index, { id, title, authors = [] }] of others.toReversed().entries()) {
    const item = own.items[index];
    assert.deepEqual([item.title, item.authors], [title, authors.map((author) => AUTHORS[author])], id);
  }
  assert.equal(found.find(({ name }) => name === "/feed-1.xml").items.at(-1).title, oldest.title);
  const names = new Set(found.map(({ name }) => name));
  for (const name of ["/feed-1.xml", "/atom-1.xml", "/umpan/ralat/feed.xml", "/en/feed.xml", "/all/atom.xml"]) {
    assert.ok(names.has(name), `${name} is not there`);
  }
});

describe("what readers understand of every feed is what it says", () => {
  const rows = [];
  for (const reader of READERS) {
    it(reader.name, async (t) => {
      if (!reader.isThere()) {
        assert.ok(!mustBeThere, `${reader.name} is not installed`);
        t.skip(`${reader.name} is not installed`);
        return;
      }
      const found = await reader.read(all.map(({ path }) => path));
      const wrong = all.flatMap((feed) => differences(feed, found[feed.path], reader));
      rows.push(...["rss", "atom"].map((format) => ({ reader, format, wrong: wrong.filter((fault) => fault.format === format) })));
      assert.equal(wrong.length, 0, wrong.slice(0, 20).map(({ text }) => text).join("\n"));
    });
  }
  after(() => {
    const items = (format) => all.filter((feed) => feed.format === format).reduce((sum, feed) => sum + feed.items.length, 0);
    console.log(`${all.length} feeds\n${table(rows, KEYS, items)}`);
  });
});
