// The editors' desk: every page in both languages, on a phone and a desk, in light and dark,
// without JavaScript; filters; a translation that falls behind shows at once.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";

import { SCHEMES, WIDTHS, launch, reader } from "./support/browser.mjs";
import { repository } from "./support/publication.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const PAGES = [
  "", "translations/", "calendar/?all=1", "problems/", "links/", "advice/", "routes/",
  "why/?of=content/event-reports/2026-06-bangkit-jakarta/index.id.md",
  "changes/?file=content/event-reports/2026-06-bangkit-jakarta/index.en.md",
];
const program = process.env.KABAR ?? join(repository, "target/release/kabar");

let folder, server, base, browser;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "kabar-desk-"));
  for (const part of ["kabar.yaml", "content", "themes"]) {
    cpSync(join(repository, part), join(folder, part), { recursive: true });
  }
  // One link that leads nowhere, for the pages that show what is wrong.
  appendFileSync(join(folder, "content/about/index.id.md"), "\nLihat [berkas ini](tidak-ada.md).\n");
  server = spawn(program, ["serve", "--root", folder, "--port", "4870", "--lang", "en"], { stdio: ["ignore", "pipe", "pipe"] });
  base = await new Promise((found, failed) => {
    let said = "";
    const hear = (words) => {
      said += words;
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (address) found(address[0]);
    };
    server.stdout.on("data", hear);
    server.stderr.on("data", hear);
    server.on("exit", (code) => failed(new Error(`ended with ${code}: ${said}`)));
  });
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
});

function address(path, lang) {
  const url = new URL(`/_desk/${path}`, base);
  if (lang === "id") url.searchParams.set("lang", "id");
  return url.href;
}

// Each width and each scheme once; the desk has one style sheet for all.
for (const [index, width] of WIDTHS.entries()) {
  for (const scheme of [SCHEMES[index]]) {
    describe(`${width} px, ${scheme}`, () => {
      for (const lang of ["id", "en"]) {
        for (const path of PAGES) {
          it(`/_desk/${path} in ${lang}`, async () => {
            const context = await reader(browser, { width, scheme });
            try {
              const page = await context.newPage();
              await page.goto(address(path, lang), { waitUntil: "load" });
              assert.equal(await page.getAttribute("html", "lang"), lang);
              assert.equal(await page.locator("h1").count(), 1);
              const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              assert.ok(wide <= 0, `${wide} px too wide`);
              await page.addScriptTag({ path: axe });
              const found = await page.evaluate(() =>
                window.axe.run(document.body, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
              const told = found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
              assert.deepEqual(told, []);
            } finally {
              await context.close();
            }
          });
        }
      }
    });
  }
}

describe("without JavaScript", () => {
  let context, page;
  before(async () => {
    context = await reader(browser, { width: 1280, javaScriptEnabled: false });
    page = await context.newPage();
  });
  after(() => context?.close());

  it("filters narrow the board and keep its language", async () => {
    await page.goto(address("translations/", "id"));
    const all = await page.locator("tbody tr").count();
    await page.selectOption("select[name=state]", "missing");
    await page.click("button");
    const few = await page.locator("tbody tr").count();
    assert.ok(few > 0 && few < all, `${few} of ${all}`);
    assert.equal(await page.getAttribute("html", "lang"), "id");
    assert.equal(await page.inputValue("select[name=state]"), "missing");
  });

  it("broken links are shown with their place and open in an editing program", async () => {
    await page.goto(address("links/", "en"));
    assert.match(await page.textContent("main"), /tidak-ada\.md/);
    assert.match(await page.locator("main a[href^='vscode://file/']").first().getAttribute("href"), /index\.id\.md:\d+:\d+$/);
  });

  it("an address leads to why it is there", async () => {
    await page.goto(address("routes/?kind=page&text=bangkit", "en"));
    await page.locator("tbody tr").first().getByText("Why?").click();
    assert.match(await page.textContent("main dl"), /template/);
  });

  it("a translation that falls behind is on the board at once, with what changed", async () => {
    const original = "content/success-cases/2026-07-planning-in-49-villages/index.id.md";
    appendFileSync(join(folder, original), "\nSatu kalimat lagi.\n");
    let row = "";
    for (let turn = 0; turn < 50 && !/stale/.test(row); turn++) {
      await new Promise((wake) => setTimeout(wake, 100));
      await page.goto(address("translations/?state=stale", "en"));
      row = (await page.locator("tbody tr").allTextContents()).join("\n");
    }
    assert.match(row, /stale/);
    const changed = page.locator("tbody tr", { hasText: "2026-07-planning-in-49-villages" });
    await changed.getByText("compare").click();
    assert.match(await page.textContent("main"), /Satu kalimat lagi\./);
  });
});
