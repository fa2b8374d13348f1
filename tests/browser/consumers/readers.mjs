// The programs that read feeds: how each is asked, and what it knows of an item.
//
// `knows` names the keys of an item that a reader gives, by format; what is not named, it does not
// know, and must not give. Where a reader knows a thing in its own way, `turns` says how. `isSorted`: by
// date, those of one moment in any order. `hasSummaryAsContent`: where there is no full text. All of
// this is told to users in docs/feeds.md.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import Parser from "rss-parser";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const own = here("../.venv/bin/python");
const python = process.env.KABAR_PYTHON ?? (existsSync(own) ? own : "python3");

/** Where WordPress lies, unpacked or installed. */
export const wordpress = [
  process.env.KABAR_WORDPRESS,
  here("../../../target/wordpress/usr/share/wordpress"),
  "/usr/share/wordpress",
].find((place) => place && existsSync(join(place, "wp-includes/kses.php")));

function run(program, words, input) {
  const env = { ...process.env, KABAR_WORDPRESS: wordpress ?? "" };
  return execFileSync(program, words, { input, env, encoding: "utf8", maxBuffer: 1 << 29, timeout: 120_000 });
}

function isThere(program, ...words) {
  try {
    execFileSync(program, words, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** What WordPress leaves of HTML that an author pastes. */
export function kses(texts) {
  return JSON.parse(run("php", [here("kses.php")], JSON.stringify(texts)));
}

/** Whether PHP and WordPress are there. */
export function hasWordpress() {
  return Boolean(wordpress) && isThere("php", "-r", "exit(function_exists('mb_strlen') && extension_loaded('xml') ? 0 : 1);");
}

const first = (list) => list.slice(0, 1);
const isRecording = ({ type }) => /^(audio|video)\//.test(type);
const CORE = ["id", "url", "title", "published"];

export const READERS = [
  {
    name: "feedparser",
    isThere: () => isThere(python, "-c", "import feedparser"),
    read: (paths) => JSON.parse(run(python, [here("with_feedparser.py")], JSON.stringify(paths))),
    knows: {
      rss: [...CORE, "updated", "authors", "tags", "enclosure", "picture", "summary", "content"],
      atom: [...CORE, "updated", "authors", "tags", "enclosure", "picture", "summary", "content"],
    },
  },
  {
    name: "rss-parser",
    isThere: () => true,
    read: readByRssParser,
    knows: {
      rss: [...CORE, "authors", "tags", "enclosure", "summary", "content"],
      atom: [...CORE, "authors", "summary", "content"],
    },
    turns: { authors: first },
  },
  {
    name: "newsboat",
    isThere: () => isThere("newsboat", "--version"),
    read: readByNewsboat,
    knows: {
      rss: [...CORE, "authors", "enclosure", "content"],
      atom: [...CORE, "authors", "enclosure", "content"],
    },
    turns: {
      // Seconds in 32 bits without a sign: what is older than 1970 comes from the future.
      published: (seconds) => (seconds < 0 ? seconds + 2 ** 32 : seconds),
      // Of several creators in RSS it keeps the last.
      authors: (names, format) => (format === "rss" ? names.slice(-1) : [names.join(", ")]),
      enclosure: (file) => (isRecording(file) ? { url: file.url, type: file.type } : null),
    },
    hasSummaryAsContent: true,
    isSorted: true,
  },
  {
    name: "sfeed",
    isThere: () => isThere("sfeed_plain", "/dev/null"),
    read: (paths) => Object.fromEntries(paths.map((path) => [path, readBySfeed(path)])),
    knows: {
      rss: [...CORE, "authors", "tags", "enclosure", "content"],
      atom: [...CORE, "authors", "tags", "enclosure", "content"],
    },
    turns: { authors: first, enclosure: ({ url }) => ({ url }) },
    hasSummaryAsContent: true,
  },
  {
    name: "SimplePie",
    isThere: hasWordpress,
    read: (paths) => JSON.parse(run("php", [here("with_simplepie.php")], JSON.stringify(paths))),
    knows: {
      rss: [...CORE, "updated", "authors", "tags", "enclosure", "picture", "summary", "content"],
      atom: [...CORE, "updated", "authors", "tags", "enclosure", "picture", "summary", "content"],
    },
    turns: {
      // Numbers of signs in a title of RSS are taken for the signs.
      title: (text, format) => (format === "rss" ? text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)) : text),
      // `atom:updated` stands in RSS only where it says something.
      updated: (seconds, format, { published }) => (format === "rss" && seconds === published ? null : seconds),
      // Of an address, what is encoded is decoded.
      enclosure: (file) => ({ ...file, url: decodeURIComponent(file.url.replaceAll("+", " ")) }),
    },
    isSorted: true,
  },
];

async function readByRssParser(paths) {
  const parser = new Parser();
  const seconds = (text) => Date.parse(text) / 1000;
  const one = async (path) => {
    const { items } = await parser.parseString(readFileSync(path, "utf8"));
    const file = ({ url, type, length }) => ({ url, type, length: Number(length) });
    return items.map((item) => ({
      id: item.guid ?? item.id,
      url: item.link,
      title: item.title,
      published: seconds(item.isoDate),
      authors: [item.creator ?? item.author].filter(Boolean),
      tags: item.categories ?? (item.guid ? [] : undefined),
      enclosure: item.enclosure && file(item.enclosure),
      // In RSS `content` is the description, which is HTML.
      summary: item.guid ? textContent(parseDocument(item.content)) : item.summary,
      content: item.guid ? item["content:encoded"] : item.content,
    }));
  };
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await one(path)])));
}

function readByNewsboat(paths) {
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "kabar-newsboat-"));
  try {
    return JSON.parse(run("python3", [here("with_newsboat.py"), folder], JSON.stringify(paths)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readBySfeed(path) {
  const lines = run("sfeed", [], readFileSync(path)).split("\n").filter(Boolean);
  const escape = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]);
  const unescape = (text) => text.replace(/\\(.)/g, (_, sign) => ({ n: "\n", t: "\t" })[sign] ?? sign);
  return lines.map((line) => {
    const [published, title, url, content, type, id, author, enclosure, tags] = line.split("\t");
    return {
      id,
      url,
      title,
      published: Number(published),
      authors: author ? [author] : [],
      tags: tags ? tags.split("|") : [],
      enclosure: enclosure ? { url: enclosure } : null,
      content: content === "" ? null : type === "html" ? unescape(content) : escape(unescape(content)),
    };
  });
}
