// Compares what a reader understood with what a feed says.

import { isDeepStrictEqual } from "node:util";

import { matter } from "./matter.mjs";

/** What may be known of an item. */
export const KEYS = ["id", "url", "title", "published", "updated", "authors", "tags", "enclosure", "picture", "summary", "content"];

/** The differences of a feed, each `{ format, key, text }`. */
export function differences(feed, found, reader) {
  const wrong = (key, text) => ({ format: feed.format, key, text: `${reader.name} ${feed.path} ${text}` });
  let items = feed.items.map((item) => understood(item, feed.format, reader));
  let read = found;
  // Some put the items in order by themselves, those of one moment in any.
  if (reader.isSorted && isByDate(found)) {
    [items, read] = [items.toSorted(byDate), found.toSorted(byDate)];
  }
  const ids = (list) => list.map(({ id }) => id);
  if (!isDeepStrictEqual(ids(read), ids(items))) {
    return [wrong("id", `other items, or in another order:\n${ids(read).join("\n")}\ninstead of\n${ids(items).join("\n")}`)];
  }
  const known = new Set(reader.knows[feed.format]);
  return items.flatMap((item, index) =>
    KEYS.flatMap((key) => {
      const value = read[index][key];
      if (!known.has(key)) {
        // What a reader begins to know belongs into the comparison.
        return isEmpty(value) ? [] : [wrong(key, `${item.id}: knows ${key} after all: ${say(value)}`)];
      }
      const [expected, actual] = [item[key], value ?? null].map((it) => (key === "content" && it !== null ? matter(it) : it));
      return isDeepStrictEqual(actual, expected) ? [] : [wrong(key, `${item.id}: ${key} is ${say(actual)} instead of ${say(expected)}`)];
    }),
  );
}

/** An item in the way in which a reader knows it. */
function understood(item, format, reader) {
  const turn = (key) => (item[key] === null ? null : (reader.turns?.[key]?.(item[key], format, item) ?? null));
  const turned = Object.fromEntries(Object.keys(reader.turns ?? {}).map((key) => [key, turn(key)]));
  const content = item.content ?? (reader.hasSummaryAsContent ? markup(item.summary) : null);
  return { ...item, content, ...turned };
}

const byDate = (a, b) => b.published - a.published || (a.id < b.id ? -1 : 1);
const isByDate = (items) => items.every((item, index) => index === 0 || items[index - 1].published >= item.published);

const markup = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
const isEmpty = (value) => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const say = (value) => JSON.stringify(value);

/** One table of readers and what they know: how many items agree. */
export function table(rows, keys, items) {
  const cell = ({ reader, format, wrong }, key) => {
    const faults = wrong.filter((fault) => fault.key === key).length;
    return reader.knows[format].includes(key) ? (faults ? `${faults} differ` : String(items(format))) : "–";
  };
  const head = ["", ...keys];
  const lines = rows.map((row) => [`${row.reader.name} ${row.format}`, ...keys.map((key) => cell(row, key))]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column].length)));
  return [head, ...lines].map((line) => line.map((text, column) => text.padEnd(widths[column])).join("  ").trimEnd()).join("\n");
}

const NAMES = {
  id: "id",
  url: "address",
  title: "title",
  published: "date",
  updated: "date of the last change",
  authors: "authors",
  tags: "terms",
  enclosure: "file that comes with it",
  picture: "cover",
  summary: "summary",
  content: "full text",
};

/** The same as a table for docs/feeds.md. */
export function documented(readers) {
  const formats = (reader, key) => ["rss", "atom"].filter((format) => reader.knows[format].includes(key));
  const cell = (reader, key) => ({ rss: "RSS only", "rss,atom": "yes" })[formats(reader, key).join()] ?? "no";
  const row = (cells) => `| ${cells.join(" | ")} |\n`;
  const head = row(["", ...readers.map(({ name }) => name)]) + row(["---", ...readers.map(() => "---")]);
  return head + KEYS.map((key) => row([NAMES[key], ...readers.map((reader) => cell(reader, key))])).join("");
}
