// Readers on the search page: what the tests of it have in common. A site and a browser for a file of
// tests, a host and a reader for each test.

import { after, afterEach, before, beforeEach } from "node:test";

import { launch, reader } from "./browser.mjs";
import { host, publication } from "./search.mjs";

export const LANGUAGES = {
  id: {
    path: "/cari/",
    other: "en",
    plan: "perencanaan",
    forms: ["merencanakan", "Rencana"],
    count: "12 hasil",
    one: "1 hasil",
    spoilt: ["musyawarh", "musyawarah"],
    begun: "musyaw",
    two: "tenun jagung",
    single: "tenun",
    phrase: '"rencana itu"',
    tag: "pertanian",
    there: "farming",
    none: /Tidak ada/,
    error: /tidak dapat dimuat/,
    offline: /luring|terputus|tidak tersambung|offline|jaringan/i,
  },
  en: {
    path: "/en/search/",
    other: "id",
    plan: "planning",
    forms: ["planned", "plan"],
    count: "12 results",
    one: "1 result",
    spoilt: ["vilage", "village"],
    begun: "meeti",
    two: "weaving maize",
    single: "weaving",
    phrase: '"the plan was"',
    tag: "farming",
    there: "pertanian",
    none: /Nothing/,
    error: /could not be loaded/,
    offline: /offline|connection/i,
  },
};

export let site, browser;
before(async () => {
  site = publication();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});

export let server, context, faults;
beforeEach(async () => {
  server = await host(site.output);
  faults = [];
});
afterEach(async () => {
  await context?.close();
  await server.close();
});

/** A reader who opens an address. What the console calls an error is one, but for files that fail on purpose. */
export async function open(path, how = {}) {
  context = await reader(browser, { width: 1280, ...how });
  if (how.isSparing) {
    await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  }
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on("pageerror", (error) => faults.push(error.stack));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) faults.push(message.text());
  });
  await page.goto(server.base + path);
  return page;
}

export const asking = (language, question) => `${language.path}?${new URLSearchParams({ q: question })}`;
export const status = (page, text) => page.locator("#search-status").filter({ hasText: text }).waitFor();
export const settled = (page) => page.locator("#search:not([aria-busy])").waitFor();
export const results = (page) => page.locator(".search-result");

/** Where a file of the index is kept: of words, of postings. */
export const isShard = (path, folder) => path.includes(`/${folder}/`) && path.endsWith(".bin");

export function spoilt(bytes) {
  const other = Buffer.from(bytes);
  other[other.length >> 1] ^= 0x55;
  return other;
}
