// What a page weighs for readers on weak links.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { it } from "node:test";
import { brotliCompressSync } from "node:zlib";

import { elements, fileOf, files, pages, read, tree } from "./support/publication.mjs";

/** Bytes over the wire. */
const wire = (bytes) => brotliCompressSync(bytes).length;

it("the HTML of every page fits the first flight of a connection: 14 kB", () => {
  const weights = pages.map(({ url }) => [wire(read(url)), url]).sort(([a], [b]) => b - a);
  console.log(`heaviest page: ${weights[0][1]}, ${weights[0][0]} bytes`);
  assert.deepEqual(weights.filter(([weight]) => weight > 14_000), []);
});

it("the style sheet in every page has at most 12 kB", () => {
  const weights = pages.map(({ url }) => {
    const styles = elements(tree(url), "style").flatMap((style) => style.children.map((child) => child.data));
    return [Buffer.byteLength(styles.join("")), url];
  });
  weights.sort(([a], [b]) => b - a);
  console.log(`longest style sheet: ${weights[0][1]}, ${weights[0][0]} bytes`);
  assert.deepEqual(weights.filter(([weight]) => weight > 12_000), []);
});

it("the home page with its pictures has at most 70 kB", () => {
  for (const { url } of pages.filter(({ artifact }) => artifact === "home")) {
    const pictures = elements(tree(url), "img").map(({ attribs }) => attribs.src);
    const weight = [...new Set(pictures)].reduce((sum, src) => sum + wire(readFileSync(fileOf(decodeURI(src)))), wire(read(url)));
    console.log(`${url}: ${weight} bytes with ${new Set(pictures).size} pictures`);
    assert.ok(weight <= 70_000, `${url}: ${weight} bytes`);
  }
});

it("the script that shows headlines on other sites has at most 3 kB", () => {
  const weight = wire(readFileSync(fileOf("/embed/v1.js")));
  console.log(`/embed/v1.js: ${weight} bytes`);
  assert.ok(weight <= 3_000, `${weight} bytes`);
});

it("the script that searches has at most 12 kB", () => {
  const scripts = files.filter((path) => /^\/search-index\/search\.\w+\.js$/.test(path));
  assert.equal(scripts.length, 1);
  const weight = wire(readFileSync(fileOf(scripts[0])));
  console.log(`${scripts[0]}: ${weight} bytes`);
  assert.ok(weight <= 12_000, `${weight} bytes`);
});
