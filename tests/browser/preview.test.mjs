// The preview in a real browser: what changes on the screen when a file is saved, and what stays.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";

import { launch, reader } from "./support/browser.mjs";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.KABAR ?? join(repository, "target/release/kabar");

const CONFIGURATION = `title: { id: Uji, en: Test }
base_url: https://uji.example/kabar
timezone: Asia/Makassar
languages:
  id: { name: Bahasa Indonesia, root: true }
  en: { name: English }
`;
const PARAGRAPHS = Array.from({ length: 60 }, (_, index) => `Alinea ${index} yang cukup panjang untuk digulir.`);
const article = (title, text, more = "") =>
  `---\ntitle: ${title}\ndate: 2026-01-02\nauthors: [ani]\nsummary: Ringkasan.\n${more}---\n\n${text}\n\n${PARAGRAPHS.join("\n\n")}\n`;

let browser;
before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

const open = [];
afterEach(async () => {
  for (const close of open.splice(0)) {
    await close();
  }
});

/** A publication in a folder of its own with its preview, and a page of it in the browser. */
async function preview(path = "a/", { lang = "id", files = {}, config = CONFIGURATION } = {}) {
  const root = mkdtempSync(join(tmpdir(), "kabar-"));
  const write = (name, text) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  const read = (name) => readFileSync(join(root, name), "utf8");
  write("kabar.yaml", config);
  write("content/a.id.md", article("Satu", "Isi pertama."));
  write("content/b.id.md", article("Dua", "Isi lain."));
  for (const [name, text] of Object.entries(files)) {
    write(name, text);
  }
  const start = async (port) => {
    const child = spawn(program, ["serve", "--root", root, "--format", "json", "--lang", lang, "--port", String(port)], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const line = await new Promise((resolve) => createInterface(child.stdout).once("line", resolve));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    return { url: JSON.parse(line).url, stop: () => (child.kill(), ended) };
  };
  let server = await start(0);
  const context = await reader(browser, { width: 1280 });
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(String(error)));
  open.push(async () => {
    await context.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true });
    assert.deepEqual(wrong, []);
  });
  await page.goto(server.url + path);
  // A mark that only this load of the page has.
  await page.evaluate(() => (window.sameLoad = true));
  await page.waitForTimeout(400);
  const restart = async () => {
    const { port } = new URL(server.url);
    await server.stop();
    server = await start(port);
  };
  return { page, write, read, restart, url: server.url, root };
}

const isSameLoad = (page) => page.evaluate(() => window.sameLoad === true);
const shows = (page, text) => page.waitForFunction((text) => document.body.textContent.includes(text), text);
/** What lies over the page. */
const over = (page) =>
  page.evaluate(() => document.querySelector("kabar-preview")?.shadowRoot.textContent ?? "");
const overShows = (page, text) =>
  page.waitForFunction(
    (text) => document.querySelector("kabar-preview")?.shadowRoot.textContent.includes(text),
    text,
  );
const overLacks = (page, text) =>
  page.waitForFunction(
    (text) => !document.querySelector("kabar-preview")?.shadowRoot.textContent.includes(text),
    text,
  );

describe("the preview", () => {
  it("shows an edit where the reader is, without loading the page again", async () => {
    const { page, write } = await preview("a/", {
      files: { "templates/page.html": '{% extends "tenun/page.html" %}{% block header %}{{ super() }}<details><summary>Buka</summary>x</details><input id="kotak">{% endblock header %}' },
    });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      document.querySelector("#kotak")?.focus({ preventScroll: true });
      scrollTo(0, 700);
    });
    const before = await page.evaluate(() => [scrollY, document.querySelectorAll("details").length, document.activeElement.id]);
    assert.equal(before[0], 700);
    write("content/a.id.md", article("Satu", "Isi kedua."));
    await shows(page, "Isi kedua.");
    assert.ok(await isSameLoad(page));
    const after = await page.evaluate(() => [scrollY, document.querySelectorAll("details").length, document.activeElement.id]);
    assert.deepEqual(after, before);
    assert.ok(await page.evaluate(() => [...document.querySelectorAll("details")].every((details) => details.open)));
  });

  it("leaves a page alone that stays the same", async () => {
    const { page, write, read } = await preview();
    const before = await page.evaluateHandle(() => document.body);
    write("content/b.id.md", article("Dua", "Isi lain sama sekali."));
    write("content/a.id.md", read("content/a.id.md"));
    await page.waitForTimeout(1500);
    assert.ok(await page.evaluate((body) => body === document.body, before));
  });

  it("changes style in its place", async () => {
    const { page, write } = await preview("a/", { files: { "styles/base.css": "body { color: rgb(1, 2, 3) }" } });
    const colour = () => page.evaluate(() => getComputedStyle(document.body).color);
    assert.equal(await colour(), "rgb(1, 2, 3)");
    const before = await page.evaluateHandle(() => document.body);
    write("styles/base.css", "body { color: rgb(3, 2, 1) }");
    await page.waitForFunction(() => getComputedStyle(document.body).color === "rgb(3, 2, 1)");
    assert.ok(await page.evaluate((body) => body === document.body, before));
    assert.ok(await isSameLoad(page));
  });

  it("shows a picture that was replaced", async () => {
    const svg = (width) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`;
    const text = article("Satu", "![Peta](peta.svg)");
    const { page, write } = await preview("c/", { files: { "content/c/index.id.md": text, "content/c/peta.svg": svg(20) } });
    const width = () => page.evaluate(() => document.querySelector("img").naturalWidth);
    assert.equal(await width(), 20);
    write("content/c/peta.svg", svg(40));
    await page.waitForFunction(() => document.querySelector("img").naturalWidth === 40);
  });

  for (const [lang, words, gone] of [
    ["id", "kesalahan", "Perbaiki"],
    ["en", "errors", "mend"],
  ]) {
    it(`lays errors over the page until they are mended (${lang})`, async () => {
      const { page, write, read } = await preview("a/", { lang });
      const good = read("content/a.id.md");
      write("content/a.id.md", good.replace("title: Satu", "title: [Satu"));
      await overShows(page, "content/a.id.md:2:");
      const text = await over(page);
      assert.ok(text.includes(words) && text.includes("title: [Satu") && text.includes("^"), text);
      // The page is there as it was.
      assert.ok(await page.evaluate(() => document.body.textContent.includes("Isi pertama.")));
      const link = await page.evaluate(() => document.querySelector("kabar-preview").shadowRoot.querySelector("a").href);
      assert.match(link, /^vscode:\/\/file\/.*content\/a\.id\.md:2:\d+$/);
      write("content/a.id.md", good);
      await overLacks(page, "content/a.id.md:2:");
      assert.ok(await isSameLoad(page), gone);
    });
  }

  it("clears a page of errors by itself", async () => {
    const { page, write } = await preview("a/", { config: "title: [" });
    assert.ok(await page.evaluate(() => document.body.textContent.includes("kabar.yaml:1:")));
    write("kabar.yaml", CONFIGURATION.replace("/kabar", ""));
    await shows(page, "Isi pertama.");
  });

  it("marks drafts, broken links and missing pictures", async () => {
    for (const [lang, mark] of [["id", "Draf: pembaca tidak melihat"], ["en", "Draft: readers do not see"]]) {
      const text = article("Satu", "Lihat [di sini](/tidak-ada). ![Peta](tidak-ada.png)", "draft: true\n");
      const { page } = await preview("c/", { lang, files: { "content/c.id.md": text } });
      await overShows(page, mark);
      await page.waitForFunction(() => CSS.highlights.get("kabar")?.size === 1);
      const outline = () => page.evaluate(() => document.querySelector("img").style.outlineStyle);
      await page.evaluate(() => document.querySelector("img").scrollIntoView());
      await page.waitForFunction(() => document.querySelector("img").style.outlineStyle === "dashed");
      assert.equal(await outline(), "dashed");
    }
  });

  it("takes the reader along when a page moves", async () => {
    const { page, write, read, url } = await preview();
    write("content/a.id.md", read("content/a.id.md").replace("title: Satu", "title: Satu\nslug: baru"));
    await page.waitForURL(`${url}baru/`);
  });

  it("comes back when the server does", async () => {
    const { page, restart } = await preview();
    await page.evaluate(() => scrollTo(0, 500));
    await restart();
    await page.waitForFunction(() => window.sameLoad !== true);
    await page.waitForFunction(() => scrollY === 500);
  });

  it("loads a page with scripts of its own again, and keeps the place", async () => {
    const script = '{% extends "tenun/page.html" %}{% block after %}{{ super() }}<script>window.ran = true</script>{% endblock after %}';
    const { page, write } = await preview("a/", { files: { "templates/page.html": script } });
    await page.evaluate(() => scrollTo(0, 600));
    write("content/a.id.md", article("Satu", "Isi ketiga."));
    await shows(page, "Isi ketiga.");
    await page.waitForFunction(() => window.ran === true && scrollY === 600);
    assert.ok(!(await isSameLoad(page)));
  });
});
