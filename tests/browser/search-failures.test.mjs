// Search on hosts that fail, with files that are damaged or of another state of the site: the page says
// so, stays of use, and answers as soon as it can.

import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";

import { LANGUAGES, asking, context, faults, isShard, open, results, server, settled, spoilt, status } from "./support/search-page.mjs";

for (const [lang, language] of Object.entries(LANGUAGES)) {
  describe(`failures in ${lang}`, () => {
    afterEach(() => assert.deepEqual(faults, [], "nothing is refused by the policy, nothing is thrown"));

    it("tells when the host cannot be reached, and tries again", async () => {
      const page = await open(language.path);
      server.isDown = true;
      await page.locator("#search-q").fill(language.plan);
      const alert = page.locator("#search-note [role=alert]");
      await alert.waitFor();
      assert.match(await alert.textContent(), language.offline);
      server.isDown = false;
      await page.locator("#search-note button").click();
      await status(page, language.count);
    });

    it("answers without the host what it has read", async () => {
      const page = await open(asking(language, language.plan));
      await settled(page);
      server.isDown = true;
      await page.locator("#search-q").fill("");
      await page.locator("#search-browse").waitFor();
      await page.locator("#search-q").fill(language.forms[1]);
      await status(page, language.count);
      await settled(page);
      assert.equal(await results(page).count(), 8);
      assert.ok(await page.locator("#search-note").isHidden());
    });

    for (const folder of ["words", "postings"]) {
      it(`does not answer from damaged ${folder}`, async () => {
        server.change = (path, bytes) => (isShard(path, folder) ? spoilt(bytes) : bytes);
        const page = await open(asking(language, language.plan));
        const alert = page.locator("#search-note [role=alert]");
        await alert.waitFor();
        assert.match(await alert.textContent(), language.error);
        assert.ok(await page.locator("#search-body").isHidden());
        assert.ok(await page.locator("#search-browse").isVisible());
        server.change = (path, bytes) => bytes;
        await page.locator("#search-note button").click();
        await status(page, language.count);
      });
    }

    it("does not answer a phrase from damaged positions", async () => {
      server.change = (path, bytes) => (isShard(path, "positions") ? spoilt(bytes) : bytes);
      const page = await open(asking(language, language.phrase));
      await page.locator("#search-note [role=alert]").filter({ hasText: language.error }).waitFor();
      assert.ok(server.asked.some((path) => isShard(path, "positions")));
      server.change = (path, bytes) => bytes;
      await page.locator("#search-note button").click();
      await results(page).first().waitFor();
    });

    it("says so when files are missing or no files", async () => {
      for (const change of [() => null, () => Buffer.from("<html>"), () => Buffer.alloc(0)]) {
        server.change = (path, bytes) => (path.includes(`search-index/${lang}/`) ? change() : bytes);
        const page = await open(asking(language, language.plan));
        await page.locator("#search-note [role=alert]").filter({ hasText: language.error }).waitFor();
        await context.close();
      }
    });

    it("asks past the caches when it has read an older state of the site", async () => {
      server.change = (path, bytes, request) => {
        if (!path.endsWith("search.json") || request.headers["cache-control"]) return bytes;
        return Buffer.from(JSON.stringify({ ...JSON.parse(bytes), epoch: 1 }));
      };
      const page = await open(asking(language, language.plan));
      await status(page, language.count);
    });
  });
}
