// Feeds as feed readers take them: RSS and Atom by feedparser, JSON Feed by its own rules.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { it } from "node:test";
import { fileURLToPath } from "node:url";

import { elements, fileOf, files, origin, output, pages, read, routes, tree } from "./support/publication.mjs";

const own = fileURLToPath(new URL(".venv/bin/python", import.meta.url));
const FEED_TYPES = new Set(["application/rss+xml", "application/atom+xml", "application/feed+json"]);
const python = process.env.KABAR_PYTHON ?? (existsSync(own) ? own : "python3");

it("feedparser reads every feed, and the three formats of a list say the same", () => {
  const reader = spawnSync(python, [fileURLToPath(new URL("feeds.py", import.meta.url)), output], { encoding: "utf8" });
  assert.ifError(reader.error);
  console.log(reader.stdout.trimEnd().split("\n").at(-1));
  assert.equal(reader.status, 0, `${reader.stdout}\n${reader.stderr}`);
});

it("JSON feeds are as JSON Feed 1.1 wants them", () => {
  const feeds = files.filter((path) => path.endsWith("/feed.json"));
  assert.ok(feeds.length > 2);
  for (const path of feeds) {
    const feed = JSON.parse(read(path));
    assert.equal(feed.version, "https://jsonfeed.org/version/1.1", path);
    assert.ok(feed.title, `${path}: no title`);
    assert.equal(feed.feed_url, origin + path, `${path}: feed_url`);
    assert.ok(existsSync(fileOf(decodeURI(feed.home_page_url.slice(origin.length)))), `${path}: home_page_url ${feed.home_page_url}`);
    assert.ok(Array.isArray(feed.items) && feed.items.length > 0 && feed.items.length <= 20, `${path}: ${feed.items?.length} items`);
    const ids = new Set();
    for (const item of feed.items) {
      const name = `${path}: ${item.title}`;
      assert.equal(typeof item.id, "string", `${name}: id`);
      assert.ok(!ids.has(item.id), `${name}: the id ${item.id} is used twice`);
      ids.add(item.id);
      assert.ok(item.url.startsWith(`${origin}/`) && existsSync(fileOf(decodeURI(item.url.slice(origin.length)))), `${name}: ${item.url}`);
      assert.ok(item.content_html || item.content_text, `${name}: no content`);
      assert.match(item.date_published, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/, name);
      assert.ok(item.summary.length <= 300, `${name}: a summary of ${item.summary.length} characters`);
      for (const author of item.authors ?? []) {
        assert.ok(author.name, `${name}: an author without name`);
      }
      for (const attachment of item.attachments ?? []) {
        const file = fileOf(decodeURI(attachment.url.slice(origin.length)));
        assert.ok(attachment.mime_type, `${name}: an attachment without type`);
        assert.equal(attachment.size_in_bytes, statSync(file).size, `${name}: size of ${attachment.url}`);
      }
    }
    const dates = feed.items.map((item) => Date.parse(item.date_published));
    assert.deepEqual(dates, [...dates].sort((a, b) => b - a), `${path}: not the newest first`);
  }
});

it("feeds of one language have items of that language, and name it", () => {
  for (const home of ["/", "/en/"]) {
    const feed = JSON.parse(read(`${home}feed.json`));
    const lang = elements(tree(home), "html")[0].attribs.lang;
    assert.equal(feed.language, lang);
    for (const item of feed.items) {
      const route = routes.find(({ url }) => url === decodeURI(item.url.slice(origin.length)));
      assert.equal(route?.lang, lang, `${home}feed.json: ${item.url}`);
    }
  }
});

it("pages name feeds that are there, their own first", () => {
  for (const { url } of pages) {
    const feeds = elements(tree(url), "link").filter(({ attribs }) => attribs.rel === "alternate" && FEED_TYPES.has(attribs.type));
    for (const { attribs } of feeds) {
      assert.ok(attribs.title, `${url}: the feed ${attribs.href} has no title`);
      assert.ok(existsSync(fileOf(decodeURI(attribs.href))), `${url}: the feed ${attribs.href} is not there`);
    }
    if (existsSync(fileOf(`${url}feed.xml`)) && url.endsWith("/")) {
      assert.equal(feeds[0]?.attribs.href, `${url}feed.xml`, `${url}: its own feed is not the first`);
    }
  }
});
