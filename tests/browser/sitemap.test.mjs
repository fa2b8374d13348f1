// The sitemap: what it names is there, its alternates are reciprocal, and pages say the same.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { it } from "node:test";

import { parseDocument } from "htmlparser2";

import { attribute, elements, fileOf, origin, pages, read, tree } from "./support/publication.mjs";

const xml = (url) => parseDocument(read(url), { xmlMode: true });
const text = (node) => node.children.map((child) => child.data).join("");
const local = (address) => {
  assert.ok(address.startsWith(`${origin}/`), `${address} is not absolute, or elsewhere`);
  return decodeURI(address.slice(origin.length));
};

const parts = elements(xml("/sitemap.xml"), "sitemap").map((part) => local(text(elements(part, "loc")[0])));
const entries = parts.flatMap((part) =>
  elements(xml(part), "url").map((entry) => ({
    url: local(text(elements(entry, "loc")[0])),
    changed: elements(entry, "lastmod").map(text)[0],
    alternates: elements(entry, "xhtml:link").map(({ attribs }) => [attribs.hreflang, local(attribs.href)]),
  })),
);
const byUrl = new Map(entries.map((entry) => [entry.url, entry]));

it("names pages that are there, each once, and none that asks not to be indexed", () => {
  assert.ok(entries.length > 10, `${entries.length} entries`);
  assert.equal(byUrl.size, entries.length);
  for (const { url, changed } of entries) {
    assert.ok(existsSync(fileOf(url)), `${url} has no file`);
    const robots = attribute(tree(url), "meta", "content", (meta) => meta.attribs.name === "robots") ?? "";
    assert.ok(!robots.includes("noindex"), `${url} asks not to be indexed`);
    const canonical = attribute(tree(url), "link", "href", (link) => link.attribs.rel === "canonical");
    assert.equal(local(canonical), url, `${url} names another page as the canonical one`);
    if (changed) {
      assert.ok(!Number.isNaN(Date.parse(changed)), `${url}: lastmod ${changed}`);
      assert.ok(Date.parse(changed) <= Date.now(), `${url}: lastmod ${changed} is still to come`);
    }
  }
  console.log(`${entries.length} pages in the sitemap`);
});

it("leaves out only pages that ask not to be indexed", () => {
  const missing = pages.filter(({ url }) => {
    const robots = attribute(tree(url), "meta", "content", (meta) => meta.attribs.name === "robots") ?? "";
    return !robots.includes("noindex") && !byUrl.has(url);
  });
  assert.deepEqual(missing.map(({ url }) => url), []);
});

it("has alternates that name each other, the page itself and a default", () => {
  const translated = entries.filter(({ alternates }) => alternates.length > 0);
  assert.ok(translated.length > 10, `${translated.length} pages with alternates`);
  for (const { url, alternates } of translated) {
    const languages = new Map(alternates);
    assert.equal(languages.size, alternates.length, `${url}: a language twice`);
    assert.ok(languages.has("x-default"), `${url}: no x-default`);
    assert.ok([...languages].some(([lang, href]) => lang !== "x-default" && href === url), `${url}: does not name itself`);
    for (const [lang, href] of alternates) {
      const other = byUrl.get(href);
      assert.ok(other, `${url}: the alternate ${href} is not in the sitemap`);
      assert.deepEqual(new Map(other.alternates), languages, `${url} and ${href} do not name the same alternates`);
      if (lang !== "x-default") {
        assert.equal(elements(tree(href), "html")[0].attribs.lang, lang, `${href} is not in ${lang}`);
      }
    }
  }
});

it("agrees with what the pages say", () => {
  for (const { url } of pages) {
    const own = elements(tree(url), "link")
      .filter(({ attribs }) => attribs.rel === "alternate" && attribs.hreflang)
      .map(({ attribs }) => [attribs.hreflang, local(attribs.href)]);
    assert.deepEqual(new Map(own), new Map(byUrl.get(url)?.alternates ?? []), `${url}: alternates`);
  }
});

it("is named by robots.txt", () => {
  assert.match(read("/robots.txt"), new RegExp(`^Sitemap: ${origin}/sitemap\\.xml$`, "m"));
});
