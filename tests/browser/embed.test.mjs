// Headlines on sites of others: the script as strict, hostile and failing hosts have it, and the page
// without scripts.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createRequire } from "node:module";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";

import { SCHEMES, launch, reader } from "./support/browser.mjs";
import { partner, source } from "./support/embed.mjs";
import { publication } from "./support/search.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const RULES = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true }, region: { enabled: false }, "page-has-heading-one": { enabled: false } },
};

let site, browser, origin, host, context, faults;
before(async () => {
  site = publication();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  site?.close();
});
beforeEach(async () => {
  origin = await source(site.output);
  host = await partner();
  faults = [];
});
afterEach(async () => {
  await context?.close();
  await host.close();
  await origin.close();
});

const FEED = "/en/feed.json";
const integrity = () => `sha384-${createHash("sha384").update(readFileSync(join(site.output, "embed/v1.js"))).digest("base64")}`;
const script = (name = "v1.js", more = "") => `<script async src="${origin.base}/embed/${name}"${more}></script>`;
const LINKS = `<ul>${[1, 2, 3, 4, 5].map((number) => `<li><a href="https://uji.example/old-${number}/">Old headline ${number}</a></li>`).join("")}</ul>`;
const element = (attributes = "", inside = LINKS) => `<kabar-feed feed="${origin.base}${FEED}" ${attributes}>${inside}</kabar-feed>`;
const html = (body, head = "") =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title>${head}</head><body><main><h1>Partner</h1><p>Before.</p>${body}<p id="below">Below.</p></main></body></html>`;

/** A partner's page, opened. What the policy refuses or scripts throw is a fault. */
async function open(written, { policy = "", ...how } = {}) {
  host.html = written;
  host.policy = policy;
  context = await reader(browser, { width: 1280, ...how });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  page.on("pageerror", (error) => faults.push(error.stack));
  page.on("console", (message) => {
    if (message.type() === "error" && !/Failed to load resource|favicon/.test(message.text())) faults.push(message.text());
  });
  await page.addInitScript(() => {
    self.shifts = [];
    new PerformanceObserver((list) => self.shifts.push(...list.getEntries().map(({ value }) => value))).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(host.base, { waitUntil: "load" });
  return page;
}

const links = (page) => page.locator("kabar-feed .kabar li a");
const filled = (page, number = 0) => page.locator("kabar-feed").nth(number).locator(".kabar").waitFor();
const shifts = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => done(self.shifts), 300)));

describe("the element", () => {
  it("shows the newest of a feed in the feed's language, and links alone", async () => {
    const page = await open(html(element('limit="3" heading="From the east" summary="yes"') + script()));
    await filled(page);
    assert.deepEqual(await links(page).evaluateAll((all) => all.map(({ href, rel }) => [new URL(href).pathname, rel])), [
      ["/en/reports/a12/", "external noopener"],
      ["/en/stories/a10/", "external noopener"],
      ["/en/reports/a8/", "external noopener"],
    ]);
    assert.equal(await page.locator("kabar-feed h2").textContent(), "From the east");
    assert.equal(await page.locator("kabar-feed time").first().textContent(), "12 March 2026");
    assert.equal(await page.locator("kabar-feed p").first().textContent(), "Village meeting 12.");
    assert.equal(await page.locator("kabar-feed .kabar").getAttribute("lang"), "en");
    assert.deepEqual(faults, []);
  });

  it("tells the day that the feed tells, in any zone", async () => {
    for (const timezoneId of ["Pacific/Honolulu", "Pacific/Auckland"]) {
      const page = await open(html(element('limit="1"') + script()), { timezoneId });
      await filled(page);
      assert.equal(await page.locator("kabar-feed time").textContent(), "12 March 2026");
      await context.close();
    }
  });

  it("asks for two files without cookies or the page's address, and stores nothing", async () => {
    const page = await open(html(element() + script()));
    await filled(page);
    assert.deepEqual(origin.asked.map(({ path }) => path).sort(), ["/embed/v1.js", FEED]);
    const asked = origin.asked.find(({ path }) => path === FEED).headers;
    assert.equal(asked.cookie, undefined);
    assert.equal(asked.referer, undefined);
    const stored = await page.evaluate(() => [localStorage.length, sessionStorage.length]);
    assert.deepEqual(stored, [0, 0]);
  });

  it("works where no style and no foreign script is allowed but this one, with its hash", async () => {
    const policy = `default-src 'none'; script-src 'self' ${origin.base}; connect-src ${origin.base}; style-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'`;
    const page = await open(html(element('theme="dark" heading="x"') + script("v1.js", ` integrity="${integrity()}" crossorigin="anonymous"`)), { policy });
    await filled(page);
    assert.equal(await links(page).count(), 5);
    const ground = await page.locator("kabar-feed .kabar").evaluate((box) => getComputedStyle(box).backgroundColor);
    assert.equal(ground, "rgb(18, 22, 43)");
    assert.deepEqual(faults, []);
  });

  it("cannot be hidden or undressed by styles of its host", async () => {
    const hostile = "<style>* { all: unset !important; display: none } kabar-feed { display: none !important; opacity: 0 !important; visibility: hidden !important } a { color: red !important; font-size: 90px !important }</style>";
    const page = await open(html(element('theme="light"') + script(), hostile));
    await filled(page);
    assert.ok(await page.locator("kabar-feed .kabar").isVisible());
    const look = await links(page).first().evaluate((link) => {
      const { color, fontSize } = getComputedStyle(link);
      const { display, opacity, visibility } = getComputedStyle(document.querySelector("kabar-feed"));
      return { color, small: parseFloat(fontSize) < 20, display, opacity, visibility };
    });
    assert.deepEqual(look, { color: "rgb(43, 58, 134)", small: true, display: "block", opacity: "1", visibility: "visible" });
  });

  it("takes colours from its host, by properties and by parts", async () => {
    const own = "<style>kabar-feed { --kabar-link: rgb(1, 2, 3); --kabar-background: rgb(4, 5, 6) } kabar-feed::part(date) { text-transform: uppercase }</style>";
    const page = await open(html(element('theme="light"') + script(), own));
    await filled(page);
    assert.equal(await links(page).first().evaluate((link) => getComputedStyle(link).color), "rgb(1, 2, 3)");
    assert.equal(await page.locator("kabar-feed .kabar").evaluate((box) => getComputedStyle(box).backgroundColor), "rgb(4, 5, 6)");
    assert.equal(await page.locator("kabar-feed time").first().evaluate((time) => getComputedStyle(time).textTransform), "uppercase");
  });

  it("follows the scheme of its reader when it is told to", async () => {
    const page = await open(html(element('theme="auto"') + script()), { scheme: "dark" });
    await filled(page);
    assert.equal(await page.locator("kabar-feed .kabar").evaluate((box) => getComputedStyle(box).backgroundColor), "rgb(18, 22, 43)");
  });

  it("lets no script, markup or address of another kind through", async () => {
    const items = [
      { title: "a", url: "javascript:document.title='taken'", date_published: "2026-01-01" },
      { title: "b", url: "data:text/html,x" },
      { title: "<img src=x onerror=\"document.title='taken'\">", url: "https://uji.example/c/", image: "javascript:1", date_published: "not a day", summary: "<b>d</b>", language: "not a language!" },
      { title: 7, url: "https://uji.example/d/" },
      null,
    ];
    origin.change = (path, bytes) => (path === FEED ? Buffer.from(JSON.stringify({ items, home_page_url: "javascript:1", title: "x" })) : bytes);
    const page = await open(html(element('pictures="yes" summary="yes"') + script()));
    await filled(page);
    assert.deepEqual(await links(page).evaluateAll((all) => all.map(({ href, textContent }) => [href, textContent])), [
      ["https://uji.example/c/", "<img src=x onerror=\"document.title='taken'\">"],
    ]);
    assert.equal(await page.locator("kabar-feed .kabar img, kabar-feed .kabar b, kabar-feed time").count(), 0);
    assert.equal(await page.title(), "Partner");
    assert.deepEqual(faults, []);
  });

  it("hides a picture that does not come, and keeps its room", async () => {
    origin.change = (path, bytes) => {
      if (path !== FEED) return bytes;
      const feed = JSON.parse(bytes);
      feed.items.forEach((item) => (item.image = `${origin.base}/none.jpg`));
      return Buffer.from(JSON.stringify(feed));
    };
    const page = await open(html(element('limit="2" pictures="yes" summary="yes"') + script()));
    await page.waitForFunction(() => [...document.querySelector("kabar-feed").shadowRoot?.querySelectorAll("img") ?? []].some((image) => image.style.visibility === "hidden"));
    const [picture, title, summary] = await page.locator("kabar-feed .kabar li").first().evaluate((item) =>
      ["img", "a", "p"].map((name) => item.querySelector(name).getBoundingClientRect().toJSON()));
    assert.ok(picture.width > 40 && picture.height > 40);
    assert.equal(title.left, summary.left);
    assert.ok(title.left > picture.right);
  });

  it("is found sound by axe in both schemes", async () => {
    for (const scheme of SCHEMES) {
      const page = await open(html(element('heading="From the east" summary="yes" theme="auto"') + script()), { scheme });
      await filled(page);
      await page.addScriptTag({ path: axe });
      const found = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
      assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
      await context.close();
    }
  });
});

describe("until the feed is there, and when it never is", () => {
  const remain = async (page) => {
    await page.waitForTimeout(400);
    assert.ok(await page.getByText("Old headline 1").isVisible());
    assert.equal(await page.locator("kabar-feed .kabar").count(), 0);
  };

  it("the links inside stay", async () => {
    let arrive;
    const late = new Promise((done) => (arrive = done));
    origin.change = async (path, bytes) => {
      if (path === FEED) await late;
      return bytes;
    };
    const page = await open(html(element() + script()));
    await remain(page);
    arrive();
    await filled(page);
    assert.ok(!(await page.getByText("Old headline 1").isVisible()));
  });

  for (const [what, change] of [
    ["is not found", () => null],
    ["is no JSON", () => Buffer.from("<html>")],
    ["is JSON of another kind", () => Buffer.from('{"items":{"length":3}}')],
    ["is null", () => Buffer.from("null")],
    ["is empty", () => Buffer.from('{"items":[]}')],
  ]) {
    it(`the links inside stay when it ${what}`, async () => {
      origin.change = (path, bytes) => (path === FEED ? change() : bytes);
      await remain(await open(html(element() + script())));
      assert.deepEqual(faults, []);
    });
  }

  it("the links inside stay when its host lets nobody read, or the policy of the page forbids it", async () => {
    origin.cors = "";
    await remain(await open(html(element() + script())));
    await context.close();
    origin.cors = "*";
    await remain(await open(html(element() + script()), { policy: `script-src ${origin.base}; connect-src 'none'` }));
    await context.close();
    await remain(await open(html(element() + script()), { policy: "script-src 'none'" }));
  });

  it("the links inside stay when the script is not the one with that hash, or is not run at all", async () => {
    origin.change = (path, bytes) => (path === "/embed/v1.js" ? Buffer.concat([bytes, Buffer.from(";")]) : bytes);
    await remain(await open(html(element() + script("v1.js", ` integrity="${integrity()}" crossorigin="anonymous"`))));
    await context.close();
    await remain(await open(html(element()), { javaScriptEnabled: false }));
  });

  it("the links inside stay when the feed does not come in ten seconds", async () => {
    origin.change = (path, bytes) => (path === FEED ? new Promise(() => {}) : bytes);
    host.html = html(element() + script());
    context = await reader(browser, { width: 1280 });
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(host.base);
    await page.waitForFunction(() => document.querySelector("kabar-feed").shadowRoot);
    await page.clock.runFor(11_000);
    await remain(page);
  });
});

describe("several on a page", () => {
  it("two copies and a later version of the script do not disturb each other", async () => {
    const later = `if (!customElements.get("kabar-feed")) customElements.define("kabar-feed", class extends HTMLElement {}); customElements.define("kabar-later", class extends HTMLElement { connectedCallback() { this.textContent = "later"; } });`;
    origin.change = (path, bytes) => (path === "/embed/v2.js" ? Buffer.from(later) : bytes);
    const both = html(`${element()}${element('limit="2"')}<kabar-later></kabar-later>${script().replace(" async", "")}${script("v1.js?again").replace(" async", "")}${script("v2.js").replace(" async", "")}`);
    const page = await open(both);
    await filled(page, 0);
    await filled(page, 1);
    assert.equal(await page.locator("kabar-later").textContent(), "later");
    assert.deepEqual(await page.locator("kabar-feed").evaluateAll((all) => all.map((one) => one.shadowRoot.querySelectorAll("li").length)), [5, 2]);
    assert.deepEqual(faults, []);
    await context.close();
    const turned = await open(both.replace("v1.js\"", "v2.js?first\"").replace("v2.js\"", "v1.js?last\""));
    await turned.waitForTimeout(300);
    assert.deepEqual(faults, []);
    assert.ok(await turned.getByText("Old headline 1").first().isVisible());
  });
});

describe("nothing below moves", () => {
  for (const [what, attributes, inside] of [
    ["as many", 'limit="5"', LINKS],
    ["more", 'limit="12" heading="A heading" summary="yes" pictures="yes" theme="light"', LINKS],
    ["fewer", 'limit="1"', LINKS],
  ]) {
    for (const width of [360, 1280]) {
      it(`when ${what} come than were there, ${width} px wide`, async () => {
        let arrive;
        const late = new Promise((done) => (arrive = done));
        origin.change = async (path, bytes) => {
          if (path === FEED) await late;
          return bytes;
        };
        const page = await open(html(element(attributes, inside) + script()), { width });
        await page.waitForTimeout(200);
        const place = () => page.locator("#below").evaluate((below) => below.getBoundingClientRect().top);
        const before = await place();
        arrive();
        await filled(page);
        assert.deepEqual(await shifts(page), []);
        assert.equal(await place(), before);
      });
    }
  }

  it("and all of it is shown where nothing below can be seen", async () => {
    const page = await open(html(`<div style="height:150vh"></div>${element('limit="12" summary="yes"')}${script()}`));
    await filled(page);
    const box = page.locator("kabar-feed .kabar");
    assert.ok(await box.evaluate((box) => box.scrollHeight <= box.clientHeight + 1 && box.style.height === ""));
    assert.deepEqual(await shifts(page), []);
  });

  it("and it grows as soon as nobody looks", async () => {
    const page = await open(html(`<div style="height:10vh"></div>${element('limit="12" summary="yes"')}<div style="height:300vh"></div>${script()}`));
    await filled(page);
    const box = page.locator("kabar-feed .kabar");
    assert.notEqual(await box.evaluate((box) => box.style.height), "");
    await page.evaluate(() => document.querySelector("main").prepend(Object.assign(document.createElement("div"), { style: "height:200vh" })));
    await page.waitForFunction(() => document.querySelector("kabar-feed").shadowRoot.querySelector(".kabar").style.height === "");
  });
});

describe("the page without scripts", () => {
  for (const [lang, path, date] of [["id", "/embed.html", "12 Maret 2026"], ["en", "/en/embed.html", "12 March 2026"]]) {
    it(`shows eight headlines in a frame, in ${lang}`, async () => {
      const text = readFileSync(join(site.output, path), "utf8");
      assert.ok(!/<script|\son[a-z]+=|<link rel="stylesheet"/.test(text));
      assert.ok(/<meta name="robots" content="noindex">/.test(text) && /<base target="_top">/.test(text));
      assert.ok(Buffer.byteLength(text) < 4_000, `${Buffer.byteLength(text)} bytes`);
      const page = await open(html(`<iframe src="${origin.base}${path}" title="x" width="360" height="420"></iframe>`), { javaScriptEnabled: false });
      const frame = page.frameLocator("iframe");
      assert.equal(await frame.locator("li").count(), 8);
      assert.equal(await frame.locator("time").first().textContent(), date);
    });
  }
  it("is found sound by axe in both schemes", async () => {
    for (const scheme of SCHEMES) {
      context = await reader(browser, { scheme });
      const page = await context.newPage();
      await page.goto(`${origin.base}/embed.html`);
      await page.addScriptTag({ path: axe });
      const found = await page.evaluate((rules) => window.axe.run(document, rules), { ...RULES, rules: { "target-size": { enabled: true } } });
      assert.deepEqual(found.violations.map(({ id, nodes }) => [id, nodes[0].html]), []);
      await context.close();
    }
  });
});
