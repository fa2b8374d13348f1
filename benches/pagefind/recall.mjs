// How much of what could be found is found: words are asked for in one form, and every article with
// any form of the root is wanted.

import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { host } from "./host.mjs";
import { reader } from "./ask.mjs";

/** How many families of words are asked for in each language, and how many forms of each. */
const FAMILIES = 40;
const FORMS = 2;

/** Families of forms by root, in the order of a file. */
function families(lang) {
  const here = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8").split("\n");
  const lines = (path) => here(path).filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (lang === "en") return lines("families.en.txt").map((line) => line.split(/\s+/));
  const byRoot = new Map();
  for (const line of lines("../../tests/morphology/forms.txt")) {
    const [root, forms] = line.split(":");
    const family = byRoot.get(root.trim()) ?? new Set([root.trim()]);
    for (const form of (forms ?? "").trim().split(/\s+/)) if (form) family.add(form.toLowerCase());
    byRoot.set(root.trim(), family);
  }
  return [...byRoot.values()].map((family) => [...family]);
}

/** The words of each article, by its address. */
function words(pages, lang) {
  const byAddress = new Map();
  const entries = readdirSync(pages, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of entries) {
    const place = join(entry.parentPath ?? entry.path, entry.name);
    const html = readFileSync(place, "utf8");
    if (!html.includes(`<html lang="${lang}"`)) continue;
    // The article itself: not where it stands, what is like it, who wrote it.
    const article = html.slice(html.indexOf('<article data-pagefind-body'), html.indexOf("<footer data-pagefind-ignore"));
    const text = article.replace(/<nav[^]*?<\/nav>/g, " ").replace(/<(script|style)[^]*?<\/\1>/g, " ").replace(/<[^>]+>/g, " ").toLowerCase();
    byAddress.set(`/${place.slice(pages.length + 1).replace(/index\.html$/, "")}`, new Set(text.match(/[\p{L}\p{N}]+/gu)));
  }
  return byAddress;
}

/** The addresses that Kabar finds, question by question. */
function kabar({ program, publication }, lang, questions) {
  const words = ["search", "-", "--lang", lang, "--format", "json", "--limit", "1000000"];
  const input = `${questions.join("\n")}\n`;
  const { stdout } = spawnSync(program, words, { cwd: publication, input, encoding: "utf8", maxBuffer: 1 << 30 });
  const answers = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  return answers.map(({ hits }) => hits.map(({ url }) => new URL(url, "http://host").pathname));
}

/** The addresses that Pagefind finds, asked in the browser. */
async function pagefind(page, question) {
  return page.evaluate(async (question) => {
    const { search } = await import("/pagefind/pagefind.js");
    const { results } = await search(question);
    const found = [];
    for (const result of results) found.push((await result.data()).url);
    return found;
  }, question);
}

/** The share that is found, and how much of what is found was wanted, for both. */
export async function recall(places) {
  const site = await host(places.built);
  const browser = await reader.launch();
  const told = {};
  for (const lang of ["id", "en"]) {
    const page = await (await reader.profile(browser)).newPage();
    await page.goto(`${site.origin}/nothing${lang === "en" ? "-en" : ""}.html`);
    const articles = words(places.pages, lang);
    const has = (text, form) => text.has(form) || (lang === "id" && text.has(`${form}nya`));
    const all = [...articles.values()];
    const known = families(lang).filter((family) => family.some((form) => all.some((text) => has(text, form))));
    const sums = { kabar: [0, 0], pagefind: [0, 0], questions: 0 };
    // The shortest form and one in the middle: whether or not any text has it.
    const formsOf = (family) => [...new Set([family[0], family[Math.floor(family.length / 2)]])].slice(0, FORMS);
    const asked = known.slice(0, FAMILIES).flatMap((family) => formsOf(family).map((question) => ({ family, question })));
    const ours = kabar(places, lang, asked.map(({ question }) => question));
    for (const [number, { family, question }] of asked.entries()) {
      const wanted = [...articles].filter(([, text]) => family.some((form) => has(text, form))).map(([url]) => url);
      sums.questions += 1;
      for (const [name, found] of [["kabar", ours[number]], ["pagefind", await pagefind(page, question)]]) {
        const hit = new Set(found);
        const right = wanted.filter((url) => hit.has(url)).length;
        sums[name][0] += right / wanted.length;
        sums[name][1] += hit.size === 0 ? 0 : right / hit.size;
      }
    }
    const share = ([recall, precision]) => ({ recall: recall / sums.questions, precision: precision / sums.questions });
    told[lang] = { questions: sums.questions, kabar: share(sums.kabar), pagefind: share(sums.pagefind) };
    await page.context().close();
  }
  await browser.close();
  site.close();
  return told;
}
