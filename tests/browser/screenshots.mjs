// Pictures for people: every kind of page, in every language, on a phone and a desk, in light and
// dark: node screenshots.mjs [FOLDER]
// With --readme only the picture of the README is made: node screenshots.mjs --readme

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { SCHEMES, WIDTHS, launch, reader } from "./support/browser.mjs";
import { kinds, repository } from "./support/publication.mjs";
import { serve } from "./support/server.mjs";

const { values, positionals } = parseArgs({ options: { readme: { type: "boolean" } }, allowPositionals: true });
const server = await serve();
const browser = await launch();
try {
  if (values.readme) {
    const context = await reader(browser, { width: 1280 });
    const page = await context.newPage();
    await page.setViewportSize({ width: 1280, height: 860 });
    await page.goto(`${server.base}/`, { waitUntil: "networkidle" });
    const path = join(repository, "docs/screenshot.png");
    await page.screenshot({ path });
    console.log(path);
  } else {
    const folder = positionals[0] ?? join(repository, "target/screenshots");
    mkdirSync(folder, { recursive: true });
    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const context = await reader(browser, { width, scheme });
        const page = await context.newPage();
        for (const { kind, lang, url } of kinds) {
          await page.goto(server.base + url, { waitUntil: "networkidle" });
          await page.evaluate(() => [...document.images].forEach((image) => (image.loading = "eager")));
          await page.waitForLoadState("networkidle");
          await page.screenshot({ path: join(folder, `${kind}-${lang}-${width}-${scheme}.png`), fullPage: true });
        }
        await context.close();
      }
    }
    console.log(`${kinds.length * WIDTHS.length * SCHEMES.length} pictures in ${folder}`);
  }
} finally {
  await browser.close();
  await server.close();
}
