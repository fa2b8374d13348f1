// The script of the search page answers as the program does, question by question: the same articles
// in the same order, the same excerpts, the same corrections.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import vm from "node:vm";

import { output, program, root } from "./support/publication.mjs";

const HOST = "http://host.example";

/** Runs the script that is sent beside an index that `read` gives; a path that it knows nothing of is not there. */
function engine(read) {
  const fetch = async (url) => {
    const bytes = read(decodeURIComponent(new URL(url).pathname));
    if (!bytes) return { ok: false, status: 404 };
    return { ok: true, status: 200, arrayBuffer: async () => new Uint8Array(bytes).buffer };
  };
  const context = vm.createContext({ fetch, URL, TextDecoder, TextEncoder, setTimeout, Uint8Array, DataView, console });
  const name = readdirSync(join(output, "search-index")).find((name) => name.endsWith(".js"));
  vm.runInContext(readFileSync(join(output, "search-index", name), "utf8"), context);
  return context.kabarSearch;
}

const fromOutput = (path) => {
  const place = join(output, path);
  return existsSync(place) ? readFileSync(place) : null;
};

/** Numbers that are the same in every run. */
function dice(seed) {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * sides);
  };
}

/** Questions of every kind, in the words of the texts themselves. */
function questions(lang, count) {
  const folder = join(output, "search-index", lang);
  const names = readdirSync(join(folder, "fragments")).sort((a, b) => parseInt(a, 10) - parseInt(b, 10));
  const texts = names.slice(0, 200).map((name) => JSON.parse(readFileSync(join(folder, "fragments", name), "utf8")).text);
  const entry = JSON.parse(readFileSync(join(folder, "search.json"), "utf8"));
  const facets = entry.facets.map(({ id, names }) => {
    return { name: names.at(-1), values: JSON.parse(readFileSync(join(folder, "facets", `${id}.json`), "utf8")).values };
  });
  const roll = dice(lang.length * 77 + lang.charCodeAt(0));
  const words = () => texts[roll(texts.length)].split(/[\s\u00a0]+/).filter((word) => /\p{L}/u.test(word));
  const run = (length) => {
    const all = words();
    const start = roll(Math.max(1, all.length - length));
    return all.slice(start, start + length);
  };
  const one = () => run(1)[0] ?? "desa";
  const filter = () => {
    const { name, values } = facets[roll(facets.length)];
    const value = values[roll(values.length)];
    return value ? `${name}:"${value[roll(2)]}"` : "";
  };
  const spoilt = (word) => {
    const at = roll(word.length);
    return [word.slice(0, at) + word.slice(at + 1), `${word.slice(0, at)}x${word.slice(at)}`, word.slice(0, at) + word.slice(at).split("").reverse().join("")][roll(3)];
  };
  const affixed = (word) => ["meng", "per", "di", "ke", "un", ""][roll(6)] + word + ["kan", "an", "i", "nya", "ing", "s", "ed"][roll(7)];
  const kinds = [
    one,
    () => one().slice(0, 3 + roll(4)),
    () => `${one()} `,
    () => spoilt(one()),
    () => affixed(one().toLowerCase()),
    () => run(2).join(" "),
    () => run(3).join(" "),
    () => run(4 + roll(6)).join(" "),
    () => `"${run(2 + roll(3)).join(" ")}"`,
    () => `"${one()}" ${one()}`,
    () => `${one()} -${one()}`,
    () => `${one()} -"${run(2).join(" ")}"`,
    () => `${one()} ${filter()}`,
    filter,
    () => `${filter()} -${filter()}`,
    () => `${one()} ${one()} ${one()}`,
    () => `\u201c${one()} ${filter()}`,
  ];
  const fixed = ["", " ", "-", '"', "a:b:c", "1.500", "1,500.25", "10.30", "2026", "d\u00e9sa-d\u00e9sa", "Qur\u2019an", "\u{1f600} desa", "tag:", '-""', "x".repeat(90), "\u6751 \u0e2b\u0e21\u0e39\u0e48"];
  return [...fixed, ...Array.from({ length: count }, (_, number) => kinds[number % kinds.length]())].map((question) =>
    question.replace(/[\r\n]/g, " "),
  );
}

/** A text and the places marked in it, in parts of which every second is marked. */
function parts(text, marks) {
  const bytes = Buffer.from(text);
  const out = [];
  let at = 0;
  for (const [start, end] of marks) {
    out.push(bytes.subarray(at, start).toString(), bytes.subarray(start, end).toString());
    at = end;
  }
  return [...out, bytes.subarray(at).toString()];
}

for (const lang of readdirSync(join(output, "search-index")).filter((name) => !name.includes("."))) {
  describe(`questions in ${lang}`, () => {
    it("are answered as the program answers them", async () => {
      const asked = questions(lang, 400);
      const said = spawnSync(program, ["search", "-", "--root", root, "--lang", lang, "--format", "json", "--limit", "1000000"], {
        input: `${asked.join("\n")}\n`,
        encoding: "utf8",
        maxBuffer: 1 << 30,
      });
      assert.equal(said.status, 0, said.stderr);
      const expected = said.stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
      assert.equal(expected.length, asked.length);
      const { run, asked: heard } = engine(fromOutput);
      const base = `${HOST}/search-index/${lang}/`;
      const wrong = [];
      let found = 0;
      for (const [number, question] of asked.entries()) {
        const theirs = expected[number];
        const request = { base, question, filters: [] };
        const answer = await run("ask", { ...request, from: 0, to: 5 });
        const { hits } = await heard(request);
        const also = await run("also", request);
        const facets = await run("facet", { ...request, facet: "type" });
        found += Math.min(1, hits.length);
        const ours = {
          hits: hits.map(([ordinal, total]) => [ordinal, total]),
          partial: answer.isPartial,
          corrections: { ...answer.corrections },
          shown: answer.items.map(({ url, title, excerpt }) => ({ url, title: [...title], excerpt: [...excerpt] })),
          also: also.map(({ lang, question, count }) => ({ lang, question, count })),
          types: facets.map(({ id, count }) => [id, count]),
        };
        const wanted = {
          hits: theirs.hits.map(({ ordinal, score }) => [ordinal, score]),
          partial: theirs.partial,
          corrections: theirs.corrections,
          shown: theirs.hits.slice(0, 5).map((hit) => {
            return { url: hit.url, title: parts(hit.title, hit.title_marks), excerpt: parts(hit.excerpt, hit.marks) };
          }),
          also: theirs.also.map(({ lang, question, count }) => ({ lang, question, count })),
          types: Object.entries(theirs.facets.type ?? {}),
        };
        for (const key of Object.keys(wanted)) {
          // As text: arrays of the script's own world are of another kind.
          const [one, other] = [JSON.stringify(ours[key]), JSON.stringify(wanted[key])];
          if (one !== other) wrong.push(`${JSON.stringify(question)}: ${key}: ${one.slice(0, 300)} is not ${other.slice(0, 300)}`);
        }
      }
      assert.ok(found > asked.length / 2, `only ${found} of ${asked.length} questions found anything`);
      assert.deepEqual(wrong, []);
    });
  });
}
