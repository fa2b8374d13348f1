// What the items of a feed are: read from its JSON, which no XML reader has touched, and turned into
// what RSS and Atom can say of them.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** How long the description of an item of RSS is at most. */
const DESCRIPTION = 300;

/** Every feed in XML below a folder: `{ path, name, format, items }`. */
export function feeds(output) {
  const names = readdirSync(output, { recursive: true }).map((name) => name.split("\\").join("/")).sort();
  const found = names.map((name) => /^(.*\/)?(feed|atom)(-\d+)?\.xml$/.exec(name)).filter(Boolean);
  return found.map(([name, home = "", kind, number = ""]) => {
    const path = join(output, name);
    const format = kind === "atom" ? "atom" : "rss";
    const json = join(output, `${home}feed${number}.json`);
    if (!existsSync(json)) {
      throw new Error(`/${name} has no feed in JSON beside it`);
    }
    const feed = JSON.parse(readFileSync(json, "utf8"));
    const origin = feed.feed_url.slice(0, -`${home}feed${number}.json`.length);
    const fileOf = (url) => join(output, decodeURIComponent(url.slice(origin.length)));
    const items = feed.items.map((item) => of(item, feed, format, fileOf));
    return { path, name: `/${name}`, format, items };
  });
}

function of(item, feed, format, fileOf) {
  const authors = (item.authors ?? []).map(({ name }) => name);
  const seconds = (text) => Date.parse(text) / 1000;
  return {
    id: item.id,
    url: item.url,
    title: item.title,
    published: seconds(item.date_published),
    updated: seconds(item.date_modified),
    // Atom wants an author of every item: without one it is the publication.
    authors: authors.length || format === "rss" ? authors : [feed.title],
    tags: item.tags ?? [],
    enclosure: enclosure(item, fileOf),
    picture: item.image ?? null,
    summary: format === "rss" ? cut(item.summary) : item.summary,
    content: item.content_html ?? null,
  };
}

/** One file: a recording, else the cover, else a document. */
function enclosure(item, fileOf) {
  const files = (item.attachments ?? []).map((file) => ({ url: file.url, type: file.mime_type, length: file.size_in_bytes }));
  const cover = item.image && { url: item.image, type: typeOf(item.image), length: readFileSync(fileOf(item.image)).length };
  return files.find(({ type }) => /^(audio|video)\//.test(type)) ?? cover ?? files[0] ?? null;
}

const TYPES = { jpg: "image/jpeg", jpeg: "image/jpeg", png: "image/png", svg: "image/svg+xml", webp: "image/webp" };

function typeOf(url) {
  return TYPES[url.split(".").at(-1).toLowerCase()];
}

function cut(text) {
  const signs = [...text];
  // In RSS it is HTML, and as HTML it has room.
  const room = signs.map((sign) => ({ "&": 5, "<": 4, ">": 4 })[sign] ?? 1);
  const until = (limit) => {
    let sum = 0;
    return signs.slice(0, room.findIndex((length) => (sum += length) > limit) >>> 0);
  };
  if (until(DESCRIPTION).length === signs.length) {
    return text;
  }
  const kept = until(DESCRIPTION - 1).join("");
  const space = kept.lastIndexOf(" ");
  return `${space < 0 ? kept : kept.slice(0, space)}…`;
}
