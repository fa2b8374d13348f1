// Feeds and snippets as the programs take them that others use: feed readers, and WordPress.
//
// A program that is not there is passed over with a word, but for `KABAR_CONSUMERS=all`, by which a
// missing program fails.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { ARTICLES, AUTHORS, publication } from "./consumers/awkward.mjs";
import { KEYS, differences, documented, table } from "./consumers/compare.mjs";
import { matter, parts } from "./consumers/matter.mjs";
import { READERS, hasWordpress, kses } from "./consumers/readers.mjs";
import { drupal, snippets, working } from "./consumers/snippets.mjs";
import { feeds } from "./consumers/truth.mjs";
import { output, repository } from "./support/publication.mjs";

/** Says whether a test can be made; where everything must be there, that it cannot is an error. */
function has(t, name, isThere) {
  if (!isThere) {
    assert.notEqual(process.env.KABAR_CONSUMERS, "all", `${name} is not installed`);
    t.skip(`${name} is not installed`);
  }
  return isThere;
}

/** What WordPress takes out of texts: neither words nor links nor pictures. */
const TAKEN = ["a@hreflang", "bdi"];

/** The parts that are no longer there, as often as they are missing. */
function without(parts, left) {
  const rest = [...left];
  return parts.filter((part) => {
    const at = rest.indexOf(part);
    return at < 0 || !rest.splice(at, 1);
  });
}

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
      if (!has(t, reader.name, reader.isThere())) {
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

it("a reader that understands something else is noticed", () => {
  const [reader] = READERS;
  const feed = all.find(({ format, items }) => format === "rss" && items.length > 1);
  const faults = (change) => differences(feed, change(structuredClone(feed.items)), reader).map(({ key }) => key);
  const first = (change) => (items) => items.map((item, index) => (index ? item : { ...item, ...change }));
  assert.deepEqual(faults((items) => items), []);
  assert.deepEqual(faults((items) => items.toReversed()), ["id"]);
  assert.deepEqual(faults((items) => items.slice(1)), ["id"]);
  for (const key of KEYS.filter((key) => key !== "id")) {
    assert.deepEqual(faults(first({ [key]: key === "content" ? "<p>x</p>" : "x" })), [key]);
  }
  const [item] = feed.items;
  const other = READERS.find(({ knows }) => !knows.rss.includes("tags"));
  const unknown = (tags) => differences({ ...feed, items: [{ ...item, authors: [] }] }, [{ ...item, authors: [], enclosure: null, tags }], other);
  assert.ok(unknown(["x"]).some(({ key }) => key === "tags"), "what a reader begins to know");
  for (const key of KEYS) {
    const told = all.flatMap(({ items }) => items).filter((item) => item[key] !== null && item[key].length !== 0);
    assert.ok(told.length > 10, `no item says its ${key}`);
  }
});

it("docs/feeds.md says what each reader knows", () => {
  const expected = documented(READERS);
  assert.ok(readFileSync(join(repository, "docs/feeds.md"), "utf8").includes(expected), `docs/feeds.md must have\n${expected}`);
});

it("WordPress leaves what matters of every text", (t) => {
  if (!has(t, "WordPress with PHP", hasWordpress())) {
    return;
  }
  const texts = [...new Set(all.flatMap(({ items }) => items.map(({ content }) => content)).filter(Boolean))];
  assert.ok(texts.length > 20, `${texts.length} texts`);
  const taken = {};
  for (const [index, left] of kses(texts).entries()) {
    assert.deepEqual(matter(left), matter(texts[index]), texts[index]);
    for (const part of without(parts(texts[index]), parts(left))) {
      taken[part] = (taken[part] ?? 0) + 1;
    }
  }
  console.log(`${texts.length} texts, taken out: ${JSON.stringify(taken)}`);
  assert.deepEqual(Object.keys(taken).sort(), TAKEN);
});

describe("whatever a site filters, links of every snippet stay", () => {
  /** The snippets of both publications, each with the site that it leads to. */
  const offered = () => [output, awkward.output].flatMap((site) => snippets(site).map((snippet) => ({ ...snippet, site })));

  function check(found, left) {
    for (const [index, { page, kind, html, site }] of found.entries()) {
      const links = working(left[index], site);
      assert.ok(links.length > 0, `${page}: nothing is left of the snippet “${kind}”: ${left[index]}`);
      assert.deepEqual(links, working(html, site), `${page}: links of the snippet “${kind}” are lost`);
    }
  }

  it("there are snippets of every kind", () => {
    for (const site of [output, awkward.output]) {
      const kinds = snippets(site).map(({ kind }) => kind);
      assert.deepEqual(["element", "frame", "links"].filter((kind) => !kinds.includes(kind)), [], site);
    }
  });

  it("WordPress", (t) => {
    if (has(t, "WordPress with PHP", hasWordpress())) {
      const found = offered();
      check(found, kses(found.map(({ html }) => html)));
    }
  });

  it("Drupal", () => {
    const found = offered();
    check(found, found.map(({ html }) => drupal(html)));
  });
});
