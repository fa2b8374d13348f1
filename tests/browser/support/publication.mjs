// The built publication: its folder, its files, its routes, its pages as text.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { findAll, findOne, getAttributeValue } from "domutils";
import { parseDocument } from "htmlparser2";

export const repository = fileURLToPath(new URL("../../../", import.meta.url));
export const root = process.env.KABAR_ROOT ?? repository;
export const output = process.env.KABAR_OUTPUT ?? join(root, "output");
export const program = process.env.KABAR ?? join(repository, "target/release/kabar");

if (!existsSync(join(output, "index.html"))) {
  throw new Error(`${output} holds no built site: run \`cargo run --release -- build\` first`);
}

/** Every published file below the output, as URL paths: `/en/index.html`. */
export const files = readdirSync(output, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => "/" + relative(output, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
  .filter((path) => !path.startsWith("/.kabar/") && path !== "/.gitignore")
  .sort();

/** What the engine says of every URL: `{ url, artifact, lang, source }`. */
export const routes = JSON.parse(
  execFileSync(program, ["routes", "--root", root, "--format", "json", "--quiet"], { maxBuffer: 1 << 28 }),
);

/** The file of a URL path. */
export function fileOf(url) {
  return join(output, url.endsWith("/") ? `${url}index.html` : url);
}

export function read(url) {
  return readFileSync(fileOf(url), "utf8");
}

const parsed = new Map();

/** A page as a tree. */
export function tree(url) {
  if (!parsed.has(url)) {
    parsed.set(url, parseDocument(read(url)));
  }
  return parsed.get(url);
}

/** All elements of a name in a tree. */
export function elements(node, name) {
  return findAll((element) => element.name === name, node.childNodes);
}

/** The value of an attribute of the first element of a name that passes. */
export function attribute(node, name, key, passes = () => true) {
  const found = findOne((element) => element.name === name && passes(element), node.childNodes);
  return found ? getAttributeValue(found, key) : undefined;
}

export { getAttributeValue };

/** Pages that readers see, redirects left out. */
const READERS = new Set([
  "page", "republish", "partners", "snippets", "untranslated", "home", "section", "type", "term", "year", "taxonomy", "archive", "not-found",
]);
export const pages = routes.filter((route) => READERS.has(route.artifact));
export const redirects = routes.filter((route) => route.artifact === "redirect");

/** Where the site will stand: taken from the home page, which names itself. */
export const origin = new URL(attribute(tree("/"), "link", "href", (link) => link.attribs.rel === "canonical")).origin;

/** The kind of a page; articles are told apart by the folder of their section. */
export function kindOf(route) {
  if (route.artifact !== "page") {
    return route.artifact;
  }
  const folder = /^content\/([^/]+)\/[^/]+(\/|\.)/.exec(route.source ?? "");
  const isArticle = folder && pages.some((page) => page.artifact === "section" && page.source?.startsWith(`content/${folder[1]}/`));
  return isArticle ? `article-${folder[1]}` : "page";
}

/** One page of every kind in every language, the one with the most in it. */
export const kinds = (() => {
  const best = new Map();
  for (const route of pages) {
    const key = `${kindOf(route)} ${route.lang}`;
    const size = read(route.url).length;
    if (!best.has(key) || best.get(key).size < size) {
      best.set(key, { kind: kindOf(route), lang: route.lang, url: route.url, size });
    }
  }
  return [...best.values()].sort((a, b) => a.kind.localeCompare(b.kind) || a.lang.localeCompare(b.lang));
})();
