// What partners copy from the pages of a site, and what is left of it on theirs.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

import { findAll, textContent } from "domutils";
import { parseDocument } from "htmlparser2";

/** Whether a field is one of the builder's, which a script fills. */
const isBuilt = ({ parent }) => !!parent && (/\bbuilder\b/.test(parent.attribs?.class ?? "") || isBuilt(parent));

/** Every snippet of a site: `{ page, kind, html }`. */
export function snippets(output) {
  const pages = readdirSync(output, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
  const texts = pages.map((page) => [page, readFileSync(join(output, page), "utf8")]);
  return texts.filter(([, text]) => text.includes("data-snippet")).flatMap(([page, text]) => {
    const fields = findAll(({ name, attribs }) => name === "textarea" && attribs["data-snippet"], parseDocument(text).childNodes);
    return fields.filter((field) => !isBuilt(field)).map((field) => ({ page: join(output, page), kind: field.attribs["data-snippet"], html: written(field) }));
  });
}

/** The text of a field. The parser leaves references in it as they are. */
const written = (field) => textContent(parseDocument(textContent(field)));

/** The links of a text that lead to a file of the site and say where. */
export function working(html, output) {
  const { feed_url: own } = JSON.parse(readFileSync(join(output, "feed.json"), "utf8"));
  const base = own.slice(0, -"feed.json".length);
  const links = findAll(({ name, attribs }) => name === "a" && attribs.href?.startsWith(base), parseDocument(html).childNodes);
  const file = (url) => join(output, decodeURIComponent(url.slice(base.length).replace(/[?#].*$/, "")).replace(/(^|\/)$/, "$1index.html"));
  return links.filter((link) => textContent(link).trim() && existsSync(file(link.attribs.href))).map(({ attribs }) => attribs.href);
}

/** What the filter of Drupal allows as it comes (`filter_html`), beside `lang` and `dir` everywhere. */
const DRUPAL =
  "<a href hreflang> <em> <strong> <cite> <blockquote cite> <code> <ul type> <ol start type> <li> <dl> <dt> <dd> " +
  "<h2 id> <h3 id> <h4 id> <h5 id> <h6 id>";

const allowed = new Map([...DRUPAL.matchAll(/<(\w+)([^>]*)>/g)].map(([, name, keys]) => [name, keys.split(" ").filter(Boolean)]));

/** What is left of a text with Drupal: tags outside the list go, what stands in them stays. */
export function drupal(html) {
  const write = (node) => {
    if (node.type === "text") {
      return node.data.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
    }
    const inner = (node.children ?? []).map(write).join("");
    const keys = [...(allowed.get(node.name) ?? []), "lang", "dir"].filter((key) => key in (node.attribs ?? {}));
    const attributes = keys.map((key) => ` ${key}="${node.attribs[key].replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`);
    return allowed.has(node.name) ? `<${node.name}${attributes.join("")}>${inner}</${node.name}>` : inner;
  };
  return parseDocument(html).childNodes.map(write).join("");
}
