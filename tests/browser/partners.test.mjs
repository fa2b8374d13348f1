// The page for partners as they have it: building a snippet by keyboard, copying it, and setting it
// into a site of their own; on hosts that fail, and without scripts.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";

import { SCHEMES, WIDTHS, launch, reader } from "./support/browser.mjs";
import { partner, source } from "./support/embed.mjs";
import { publication } from "./support/partners.mjs";
import { host } from "./support/search.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true } },
};
const PAGES = { id: ["/mitra/", "sematkan/"], en: ["/en/partners/", "embed/"] };
const KINDS = ["element", "frame", "links"];

let site, browser, origin, context, faults;
before(async () => {
  site = publication();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});
beforeEach(async () => {
  origin = await host(site.output);
  faults = [];
});
afterEach(async () => {
  await context?.close();
  await origin.close();
});

/** A page, opened. What the policy refuses or scripts throw is a fault. */
async function open(path, { width = 1280, ...how } = {}) {
  context = await reader(browser, { width, permissions: ["clipboard-read", "clipboard-write"], ...how });
  await context.addInitScript(() => {
    self.shifts = [];
    new PerformanceObserver((list) => self.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  const page = await context.newPage();
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(origin.base + path, { waitUntil: "load" });
  return page;
}

/** The builder, at work. */
async function builder(lang = "id", how) {
  const page = await open(PAGES[lang][0], how);
  await page.locator("#builder-form").scrollIntoViewIfNeeded();
  await written(page);
  return page;
}

const written = (page, inside = "") =>
  page.waitForFunction((text) => document.getElementById("snippet-links").value.includes(text || "<li>"), inside);
const value = (page, kind) => page.locator(`[data-snippet=${kind}]`).inputValue();
const values = (page) => Promise.all(KINDS.map((kind) => value(page, kind)));
const selects = (page) => page.locator("[data-facet]");
/** What a choice offers. */
const offered = (page, facet) => page.locator(`[data-facet="${facet}"] option:not([disabled])`).allTextContents();
/** The folder of the feed that the choices as they stand name, once its snippets are written. */
async function folder(page) {
  const { feeds } = JSON.parse(readFileSync(join(site.output, "embed/catalogue.id.json"), "utf8"));
  const chosen = await selects(page).evaluateAll((all) => Object.fromEntries(all.map((select) => [select.dataset.facet, +select.value])));
  const found = feeds.find(([, ...own]) => own.every((choice, facet) => choice === (chosen[facet] ?? 0)));
  assert.ok(found, `no feed has ${JSON.stringify(chosen)}`);
  await page.waitForFunction((src) => document.getElementById("snippet-frame").value.includes(src), `"https://uji.example${found[0]}embed.html"`);
  return found[0];
}

describe("the builder", () => {
  it("begins with what the page of ready snippets has, to the byte", async () => {
    for (const lang of ["id", "en"]) {
      const page = await builder(lang);
      const built = await values(page);
      await page.goto(`${origin.base}${lang === "id" ? "/" : "/en/"}${PAGES[lang][1]}`);
      assert.deepEqual(built, await values(page), lang);
      await context.close();
    }
  });

  it("is worked by keyboard, and says what was chosen", async () => {
    const page = await builder("en");
    await page.focus("#build-lang");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.labels[0].textContent), "Region");
    await page.keyboard.type("East");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Wells");
    await page.waitForFunction(() => document.getElementById("snippet-frame").value.includes("/en/feeds/timur-sumur/"));
    await page.waitForFunction(() => document.getElementById("builder-status").textContent.includes("East, Wells"));
    await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("2");
    await page.keyboard.press("Tab");
    await page.keyboard.type('From <the> "east"');
    await written(page, "<h2>From &lt;the&gt; &quot;east&quot;</h2>");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Dark");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Space");
    await page.waitForFunction(() => document.getElementById("snippet-element").value.includes('pictures="yes" theme="dark"'));
    const [element, , links] = await values(page);
    assert.match(element, /limit="2" heading="From &lt;the&gt; &quot;east&quot;"/);
    assert.equal(links.match(/<li>/g).length, 2);
    await page.locator("#builder-preview kabar-feed .kabar li").nth(1).waitFor();
    assert.equal(await page.locator("#builder-preview kabar-feed h2").textContent(), 'From <the> "east"');
    assert.deepEqual(faults, []);
  });

  it("offers only what has a feed, whatever was chosen before", async () => {
    const page = await builder();
    const count = await selects(page).count();
    assert.equal(count, 3);
    const seen = new Set();
    for (let first = 0; first < count; first += 1) {
      await page.click("[type=reset]");
      assert.equal(await folder(page), "/");
      const { length } = await offered(page, first);
      for (let at = 0; at < length; at += 1) {
        await page.click("[type=reset]");
        assert.equal(await folder(page), "/");
        const label = (await offered(page, first))[at];
        await selects(page).nth(first).selectOption({ label });
        for (let second = 0; second < count; second += 1) {
          for (const label of await offered(page, second)) {
            await selects(page).nth(second).selectOption({ label });
            const found = await folder(page);
            seen.add(found);
            assert.ok(existsSync(join(site.output, found, "feed.json")), found);
          }
        }
      }
    }
    for (const place of ["/", "/stories/", "/reports/", "/wilayah/timur/", "/program/jalan/", "/umpan/timur-sumur/"]) assert.ok(seen.has(place), `${place} in ${[...seen]}`);
    await page.click("[type=reset]");
    assert.equal(await folder(page), "/");
    await selects(page).nth(1).selectOption({ label: "Barat" });
    assert.deepEqual([await offered(page, 0), await offered(page, 2)], [["Semua"], ["Semua"]]);
    await selects(page).nth(1).selectOption({ label: "Timur" });
    assert.deepEqual([await offered(page, 0), await offered(page, 2)], [["Semua"], ["Semua", "Sumur"]]);
  });

  it("builds the feeds of the other language too", async () => {
    const page = await builder();
    await page.selectOption("#build-lang", { label: "English" });
    await written(page, "Village &lt;meeting&gt; 12");
    assert.deepEqual(await offered(page, 1), ["Semua", "East", "West"]);
    await page.selectOption("[data-facet='1']", { label: "West" });
    await page.waitForFunction(() => document.getElementById("snippet-frame").value.includes("/en/regions/barat/embed.html"));
    assert.match(await value(page, "links"), /Source: <a href="https:\/\/uji\.example\/en\/regions\/barat\/">/);
  });

  it("says that a feed cannot be loaded, and goes on when it can", async () => {
    origin.change = (path, bytes) => (path.endsWith("embed.html") ? null : bytes);
    const page = await open("/mitra/");
    await page.locator("#builder-form").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.getElementById("builder-status").textContent.includes("tidak dapat dimuat"));
    origin.change = (path, bytes) => bytes;
    await page.selectOption("[data-facet='1']", { label: "Timur" });
    await written(page, "/wilayah/timur/");
  });
});

describe("what is copied", () => {
  it("is what is shown, and shows headlines on the page of a partner", async () => {
    const page = await builder("en");
    const strangers = await source(site.output);
    const theirs = await partner();
    try {
      for (const kind of KINDS) {
        await page.click(`[data-copies=snippet-${kind}]`);
        await page.waitForFunction(() => document.getElementById("copied").textContent !== "");
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        assert.equal(copied, await value(page, kind));
        theirs.html = `<!doctype html><html lang="en"><title>Partner</title><body>${copied.replaceAll("https://uji.example", strangers.base)}</body></html>`;
        const other = await context.newPage();
        await other.goto(theirs.base);
        const shown = {
          element: other.locator("kabar-feed .kabar li a"),
          frame: other.frameLocator("iframe").locator("li a"),
          links: other.locator("body > ul a"),
        }[kind];
        await shown.first().waitFor();
        assert.equal(await shown.first().textContent(), "Village <meeting> 12");
        assert.equal(await shown.count(), kind === "frame" ? 8 : 5);
        await other.close();
      }
    } finally {
      await strangers.close();
      await theirs.close();
    }
  });

  it("may be an address from the list of feeds", async () => {
    const page = await open("/mitra/");
    const button = page.getByRole("button", { name: "Salin alamat Atom: Timur", exact: true });
    await button.click();
    await page.waitForFunction(() => document.getElementById("copied").textContent !== "");
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${origin.base}/wilayah/timur/atom.xml`);
  });

  it("is copied on the page of ready snippets", async () => {
    origin.policy = "";
    const page = await open("/wilayah/timur/sematkan/");
    for (const [id, expected] of [["snippet-links", await value(page, "links")], ["feed-rss", `${origin.base}/wilayah/timur/feed.xml`]]) {
      await page.click(`[data-copies=${id}]`);
      await page.waitForFunction(() => document.getElementById("copied").textContent !== "");
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), expected);
    }
  });
});

it("leads on without scripts to every feed and its snippets", async () => {
  for (const [path] of Object.values(PAGES)) {
    const page = await open(path, { javaScriptEnabled: false });
    assert.equal(await page.locator("#builder-form").isVisible(), false);
    assert.equal(await page.locator("main button:visible").count(), 0);
    const links = await page.locator(".feed-table a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    for (const link of links) {
      assert.ok(existsSync(join(site.output, link.endsWith("/") ? `${link}index.html` : link)), link);
    }
    assert.ok(links.length > 30, String(links.length));
    await page.locator(".feed-table a").last().click();
    await page.locator("[data-snippet=links]").waitFor();
    assert.equal(await page.locator("main button:visible").count(), 0);
    assert.deepEqual(faults, []);
    await context.close();
  }
});

it("moves nothing while it loads and builds", async () => {
  for (const width of WIDTHS) {
    const page = await builder("id", { width });
    await page.locator("#builder-preview kabar-feed .kabar").waitFor();
    await page.waitForTimeout(300);
    assert.deepEqual(await page.evaluate(() => self.shifts), [], `${width}`);
    await context.close();
  }
});

for (const width of WIDTHS) {
  for (const scheme of SCHEMES) {
    it(`has nothing that axe finds: ${width} px, ${scheme}`, async () => {
      for (const lang of ["id", "en"]) {
        origin.policy = "";
        const page = await builder(lang, { width, scheme });
        await page.locator("#builder-preview kabar-feed .kabar").waitFor();
        await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
        await page.addScriptTag({ path: axe });
        const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join("; ")}`), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "nothing is wider than the window");
        await context.close();
      }
    });
  }
}

it("has pages of snippets and of partners that axe finds nothing in, and that move nothing", async () => {
  origin.policy = "";
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      for (const path of ["/mitra/radio-contoh/", "/en/partners/radio-contoh/", "/wilayah/timur/sematkan/", "/en/embed/"]) {
        const page = await open(path, { width, scheme });
        await page.addScriptTag({ path: axe });
        const { violations } = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
        assert.deepEqual(violations.map(({ id, nodes }) => `${path} ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join("; ")}`), []);
        assert.deepEqual(await page.evaluate(() => self.shifts), [], path);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path);
        if (path.includes("radio")) assert.match(await value(page, "links"), /Radio Contoh\. Sumber: <a |Radio\. Source: <a /);
        await context.close();
      }
    }
  }
  assert.deepEqual(faults, []);
});

it("asks for nothing of the builder before somebody comes near, and for nothing elsewhere", async () => {
  const page = await open("/mitra/", { viewport: { width: 360, height: 300 } });
  assert.ok(!origin.asked.some((path) => path.endsWith(".json") || path === "/embed/v1.js"), String(origin.asked));
  await page.locator("#builder-form").scrollIntoViewIfNeeded();
  await written(page);
  assert.ok(origin.asked.includes("/embed/catalogue.id.json"));
  const bytes = readFileSync(join(site.output, "embed/catalogue.id.json")).length;
  assert.ok(bytes < 3000, `${bytes}`);
});
