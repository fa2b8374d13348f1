// What matters in the HTML of an article: its words, links, headings, pictures and recordings.

import { findAll, textContent } from "domutils";
import { parseDocument } from "htmlparser2";

const plain = (text) => text.replace(/\s+/g, " ").trim();

export function matter(html) {
  const tree = parseDocument(html);
  const all = (...names) => findAll(({ name }) => names.includes(name), tree.childNodes);
  return {
    words: plain(textContent(tree)),
    links: all("a").filter(({ attribs }) => attribs.href).map((link) => [link.attribs.href, plain(textContent(link))]),
    headings: all("h1", "h2", "h3", "h4", "h5", "h6").map((heading) => [heading.name, plain(textContent(heading))]),
    pictures: all("img").map(({ attribs }) => [attribs.src, attribs.alt ?? ""]),
    recordings: all("audio", "video", "source", "track").filter(({ attribs }) => attribs.src).map(({ attribs }) => attribs.src),
    structure: Object.fromEntries(
      ["blockquote", "code", "li", "pre", "sub", "sup", "table", "td", "th"].map((name) => [name, all(name).length]),
    ),
  };
}

/** The elements and attributes of HTML: `img@alt`. */
export function parts(html) {
  const elements = findAll(() => true, parseDocument(html).childNodes);
  const named = ({ name, attribs }) => [name, ...Object.keys(attribs).map((key) => `${name}@${key}`)];
  return elements.flatMap(named);
}
