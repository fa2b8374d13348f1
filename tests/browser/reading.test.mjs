// What a reader's browser does with the pages: nothing is loaded from elsewhere, nothing overflows,
// the languages lead to each other, the keyboard is enough, JavaScript is not needed.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { SCHEMES, launch, reader } from "./support/browser.mjs";
import { elements, kinds, pages, read, redirects, tree } from "./support/publication.mjs";
import { serve } from "./support/server.mjs";

let server, browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.close();
});

/** Whether the page is wider than the window, and what sticks out. */
function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) {
      return [];
    }
    const isClipped = (element) => {
      for (let parent = element.parentElement; parent; parent = parent.parentElement) {
        if (getComputedStyle(parent).overflowX !== "visible") {
          return true;
        }
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > width + 0.5 && !isClipped(element),
    );
    return wide.slice(0, 5).map((element) => `${element.getBoundingClientRect().right.toFixed(0)} px: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** WCAG 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

describe("every page", () => {
  it("is there, loads nothing from elsewhere, sets no cookie, says nothing in the console, fits 320 px", async () => {
    const context = await reader(browser, { width: 320 });
    const page = await context.newPage();
    const wrong = [];
    let at = "";
    page.on("console", (message) => wrong.push(`${at}: console ${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => wrong.push(`${at}: ${error}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.base) && !request.url().startsWith("data:")) {
        wrong.push(`${at}: asks ${request.url()}`);
      }
    });
    page.on("response", (response) => {
      if (response.status() >= 400) {
        wrong.push(`${at}: ${response.status()} for ${response.url()}`);
      }
    });
    for (const { url } of pages) {
      at = url;
      await page.goto(server.base + url, { waitUntil: "load" });
      await page.evaluate(async () => {
        // Pictures further down are loaded when they are reached.
        for (const image of document.images) {
          image.loading = "eager";
          await image.decode().catch(() => {});
        }
      });
      const broken = await page.evaluate(() => [...document.images].filter((image) => !image.naturalWidth).map((image) => image.outerHTML));
      wrong.push(...broken.map((image) => `${url}: picture not shown: ${image}`));
      wrong.push(...(await overflow(page)).map((found) => `${url}: overflow at ${found}`));
      await page.addStyleTag({ content: SPACING });
      wrong.push(...(await overflow(page)).map((found) => `${url}: overflow with wide text spacing at ${found}`));
    }
    wrong.push(...(await context.cookies()).map(({ name }) => `the cookie ${name} is set`));
    await context.close();
    assert.deepEqual(wrong, []);
  });

  it("has no script but where something is copied or built, no inline handler and no frame; JSON-LD can be read", () => {
    const wrong = [];
    for (const { url } of pages) {
      // What is only for these: a line that copies, or a file of the site itself.
      const isForPartners = /data-copies=|id="builder-form"/.test(read(url));
      const isOwn = ({ attribs, children }) =>
        attribs.src ? attribs.src.startsWith("/") : children.map(({ data }) => data).join("").length < 500;
      for (const script of elements(tree(url), "script")) {
        if (isForPartners && !script.attribs.type && isOwn(script)) continue;
        if (script.attribs.type !== "application/ld+json") {
          wrong.push(`${url}: a script of type ${script.attribs.type}`);
          continue;
        }
        try {
          const value = JSON.parse(script.children.map((child) => child.data).join(""));
          assert.equal(value["@context"], "https://schema.org");
        } catch (error) {
          wrong.push(`${url}: JSON-LD: ${error.message}`);
        }
      }
      for (const name of ["iframe", "object", "embed"]) {
        wrong.push(...elements(tree(url), name).map(() => `${url}: <${name}>`));
      }
      wrong.push(...(read(url).match(/<[^>]+\son[a-z]+=/gi) ?? []).map((tag) => `${url}: ${tag}`));
    }
    assert.deepEqual(wrong, []);
  });

  it("has one heading of the first level, a title and a description of its own, and names its language", () => {
    const wrong = [];
    const titles = new Map();
    for (const { url, lang, artifact } of pages) {
      const page = tree(url);
      const count = elements(page, "h1").length;
      if (count !== 1) {
        wrong.push(`${url}: ${count} headings of the first level`);
      }
      if (elements(page, "html")[0]?.attribs.lang !== lang) {
        wrong.push(`${url}: lang is not ${lang}`);
      }
      const title = read(url).match(/<title>([^<]*)<\/title>/)?.[1];
      if (!title) {
        wrong.push(`${url}: no title`);
      } else if (artifact !== "untranslated" && titles.has(`${lang} ${title}`)) {
        wrong.push(`${url}: the title “${title}” of ${titles.get(`${lang} ${title}`)}`);
      }
      titles.set(`${lang} ${title}`, url);
      const description = elements(page, "meta").find((meta) => meta.attribs.name === "description")?.attribs.content;
      if (artifact === "page" && !description) {
        wrong.push(`${url}: no description`);
      }
    }
    assert.deepEqual(wrong, []);
  });
});

describe("every kind of page", () => {
  for (const width of [320, 360, 768, 1280]) {
    it(`fits ${width} px`, async () => {
      const wrong = [];
      for (const scheme of SCHEMES) {
        const context = await reader(browser, { width, scheme });
        const page = await context.newPage();
        for (const { url } of kinds) {
          await page.goto(server.base + url, { waitUntil: "load" });
          await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
          wrong.push(...(await overflow(page)).map((found) => `${url}: overflow at ${found}`));
        }
        await context.close();
      }
      assert.deepEqual(wrong, []);
    });
  }

  it("leads to its counterpart in the other language, and from there back", async () => {
    const context = await reader(browser);
    const page = await context.newPage();
    const wrong = [];
    for (const { url, lang } of kinds) {
      await page.goto(server.base + url);
      const link = page.locator(`header a[hreflang]:not([hreflang="${lang}"])`).first();
      if ((await link.count()) === 0) {
        wrong.push(`${url}: no language switch`);
        continue;
      }
      const other = await link.getAttribute("hreflang");
      if ((await link.getAttribute("lang")) !== other) {
        wrong.push(`${url}: the switch is not marked as ${other}`);
      }
      await link.click();
      const there = new URL(page.url()).pathname;
      const thereLang = await page.locator("html").getAttribute("lang");
      if (thereLang !== other) {
        wrong.push(`${url}: the switch to ${other} leads to ${there}, which is in ${thereLang}`);
      }
      const isHome = (path, code) => path === "/" || path === `/${code}/`;
      if (isHome(there, other) && !isHome(url, lang)) {
        wrong.push(`${url}: the switch leads to the home page`);
      }
      const back = page.locator(`header a[hreflang="${lang}"]`).first();
      if ((await back.count()) === 0) {
        wrong.push(`${there}: no way back to ${lang}`);
        continue;
      }
      await back.click();
      const returned = new URL(page.url()).pathname;
      if (returned !== url) {
        wrong.push(`${url}: there and back leads to ${returned}`);
      }
    }
    await context.close();
    assert.deepEqual(wrong, []);
  });

  it("can be used by keyboard: the skip link is first, seen, and leads past the menu; focus is always seen", async () => {
    const context = await reader(browser, { width: 1280 });
    const page = await context.newPage();
    const wrong = [];
    for (const { url } of kinds) {
      await page.goto(server.base + url);
      await page.keyboard.press("Tab");
      const first = await page.evaluate(() => {
        const { href, hash } = document.activeElement;
        const box = document.activeElement.getBoundingClientRect();
        return { href, hash, isSeen: box.width > 0 && box.height > 0 && box.top >= 0 && box.left >= 0 };
      });
      if (!first.hash || !first.isSeen) {
        wrong.push(`${url}: the first stop is no visible skip link: ${JSON.stringify(first)}`);
        continue;
      }
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const isPast = await page.evaluate((hash) => {
        const target = document.querySelector(hash);
        return target && (target.contains(document.activeElement) || !!(target.compareDocumentPosition(document.activeElement) & Node.DOCUMENT_POSITION_FOLLOWING));
      }, first.hash);
      if (!isPast) {
        wrong.push(`${url}: after the skip link the next stop is before ${first.hash}`);
      }
      // From the top again: every stop shows that it has the focus.
      await page.goto(server.base + url);
      const stops = await page.evaluate(() => document.querySelectorAll("a[href], summary, button, input, [tabindex]").length);
      for (let stop = 0; stop < Math.min(stops, 40); stop += 1) {
        await page.keyboard.press("Tab");
        const unseen = await page.evaluate(() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          if (!element || element === document.body) {
            return null;
          }
          const style = getComputedStyle(element);
          const hasOutline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
          return hasOutline || style.boxShadow !== "none" ? null : element.outerHTML.slice(0, 120);
        });
        if (unseen) {
          wrong.push(`${url}: focus is not seen on ${unseen}`);
        }
      }
    }
    await context.close();
    assert.deepEqual(wrong, []);
  });

  it("works without JavaScript", async () => {
    const context = await reader(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    for (const { url } of kinds) {
      await page.goto(server.base + url);
      assert.ok(await page.locator("h1").isVisible(), `${url}: the heading is seen`);
      assert.ok((await page.locator("main").innerText()).trim().length > 20, `${url}: there is something to read`);
      const folded = page.locator("details:not([open])").first();
      if ((await folded.count()) > 0) {
        const details = await folded.elementHandle();
        await folded.locator("summary").first().click();
        assert.ok(await details.evaluate(({ open }) => open), `${url}: what is folded opens`);
      }
    }
    await page.goto(`${server.base}/`);
    await page.locator("main h2 a, main h3 a").first().click();
    assert.notEqual(new URL(page.url()).pathname, "/", "a headline leads to its article");
    await page.locator("header a[hreflang]").first().click();
    assert.notEqual(await page.locator("html").getAttribute("lang"), "id", "the switch leads to the other language");
    await context.close();
  });
});

describe("old and wrong addresses", () => {
  it("redirects lead to pages that are there", async () => {
    const context = await reader(browser);
    const page = await context.newPage();
    for (const { url } of redirects) {
      await page.goto(server.base + url);
      await page.waitForURL((at) => at.pathname !== url, { timeout: 30_000 });
      assert.ok(pages.some((known) => known.url === new URL(page.url()).pathname), `${url} leads to ${page.url()}`);
    }
    await context.close();
  });

  it("an address that does not exist is answered in the language of its folder", async () => {
    const context = await reader(browser);
    const page = await context.newPage();
    for (const [url, lang] of [["/tidak-ada/", "id"], ["/en/not-here/", "en"]]) {
      const response = await page.goto(server.base + url);
      assert.equal(response.status(), 404);
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
    }
    await context.close();
  });
});
