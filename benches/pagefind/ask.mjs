// One reader with nothing loaded before: asks a question, then another one, on Kabar's search page
// and with Pagefind's script. What is sent, how long the second answer takes, and how long it takes
// another reader who has its files at hand: what is left is computing. And the same with a worker, as
// readers have it.

import { createRequire } from "node:module";

import { sum } from "./host.mjs";

// The browser driver of the browser tests: `npm ci` there installs it.
const { chromium } = createRequire(new URL("../../tests/browser/package.json", import.meta.url))("playwright-core");
const { launch, reader: profile } = await import("../../tests/browser/support/browser.mjs");

export const reader = { launch, profile, chromium };

/** As many results as a reader sees first. */
const SHOWN = 8;

/** Waits until nothing has been sent for a while. */
async function calm(site) {
  let count = -1;
  while (count !== site.sent.length) {
    count = site.sent.length;
    await new Promise((done) => setTimeout(done, 250));
  }
}

/** Runs in a page before its scripts: a slow phone is slow in all it does, and Chromium slows down the main thread alone. */
const alone = () => delete globalThis.Worker;

/** Runs in a page before its scripts: files that are at hand are not asked for. */
const keeping = (kept) => {
  const asked = globalThis.fetch;
  const files = new Map(kept.map(([url, text]) => [url, Uint8Array.from(atob(text), (sign) => sign.charCodeAt())]));
  globalThis.fetch = async (address, how) => {
    const { href } = new URL(address.url ?? address, location.href);
    return files.has(href) ? new Response(files.get(href)) : asked(address, how);
  };
};

async function slow(context, page) {
  await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
}

/** How long the second answer takes with a worker, loading included. */
async function inWorker(browser, site, address, first, second) {
  const context = await profile(browser);
  const page = await context.newPage();
  await slow(context, page);
  await page.goto(site.origin + address);
  await first(page);
  await calm(site);
  const time = await second(page);
  await context.close();
  return time;
}

async function visit(browser, site, address, first, second) {
  const context = await profile(browser);
  const page = await context.newPage();
  await page.addInitScript(alone);
  await slow(context, page);
  site.sent.length = 0;
  await page.goto(site.origin + address);
  await first(page);
  await calm(site);
  const seen = { first: sum(site.sent) };
  site.sent.length = 0;
  seen.time = await second(page);
  await calm(site);
  seen.second = sum(site.sent);
  const kept = site.sent.map(({ path }) => [site.origin + path, site.file(path).toString("base64")]);
  await page.close();

  const again = await context.newPage();
  await again.addInitScript(alone);
  await again.addInitScript(keeping, kept);
  await again.goto(site.origin + address);
  await first(again);
  await calm(site);
  await slow(context, again);
  site.sent.length = 0;
  seen.computing = await second(again);
  // A file that was not at hand would be counted as computing.
  if (sum(site.sent).requests) throw new Error(`asked for once more: ${site.sent.map(({ path }) => path)}`);
  await context.close();
  seen.worker = await inWorker(browser, site, address, first, second);
  return seen;
}

/** Runs in the page: asks, and waits for the results in the document. */
const answered = (question) =>
  new Promise((resolve) => {
    const results = document.querySelector("#search-results");
    const start = performance.now();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => resolve(performance.now() - start));
    });
    watch.observe(results, { childList: true });
    document.querySelector("#search-q").value = question;
    document.querySelector("#search-form").requestSubmit();
  });

export function kabarPage(browser, site, lang, question, next) {
  const address = `${lang === "id" ? "/cari/" : "/en/search/"}?q=${encodeURIComponent(question)}`;
  const shown = (page) => page.waitForSelector("#search-results > li, #search-note:not([hidden])", { timeout: 20000 });
  return visit(browser, site, address, shown, (page) => page.evaluate(answered, next));
}

/** Runs in the page: Pagefind's own interface, as its manual shows. */
const asked = async ([question, count]) => {
  const start = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(question);
  await Promise.all(results.slice(0, count).map((result) => result.data()));
  return performance.now() - start;
};

export function pagefindPage(browser, site, lang, question, next) {
  const ask = (question) => (page) => page.evaluate(asked, [question, SHOWN]);
  return visit(browser, site, `/nothing${lang === "en" ? "-en" : ""}.html`, ask(question), ask(next));
}
