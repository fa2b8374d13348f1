// How long until Chromium has painted an edit: node paint.mjs URL FILE TEXT ROUNDS text|style
// TEXT is a file with the new text of FILE, in which MARK stands for what tells one edit from the
// other. Prints the times in milliseconds as JSON.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

import { launch, reader } from "./support/browser.mjs";

const [url, file, textFile, rounds, kind] = process.argv.slice(2);
const text = readFileSync(textFile, "utf8");
const now = () => performance.timeOrigin + performance.now();

/** Runs in the page: waits for a mark, then for two frames. */
const painted = ([mark, kind]) =>
  new Promise((resolve) => {
    const isThere = () =>
      kind === "style"
        ? getComputedStyle(document.documentElement).getPropertyValue("--ukur").trim() === mark
        : document.documentElement.textContent.includes(mark);
    const look = () => {
      if (!isThere()) return requestAnimationFrame(look);
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now())));
    };
    look();
  });

const browser = await launch();
const page = await (await reader(browser, { width: 1280 })).newPage();
await page.goto(url);
await page.waitForTimeout(1000);
const times = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const mark = `ukurP${round}`;
  const waiting = page.evaluate(painted, [mark, kind]);
  await page.waitForTimeout(200);
  const beside = join(dirname(file), `.${basename(file)}.tmp`);
  const start = now();
  writeFileSync(beside, text.replaceAll("ukurMARK", mark));
  renameSync(beside, file);
  times.push((await waiting) - start);
}
await browser.close();
console.log(JSON.stringify(times));
