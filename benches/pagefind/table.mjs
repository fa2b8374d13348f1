// The comparison as a page of the documentation.

const kilo = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const mega = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const milli = (ms) => `${ms.toFixed(0)} ms`;
const both = ({ median, p95 }, unit = (number) => number) => `${unit(median)} / ${unit(p95)}`;
const percent = (share) => `${(100 * share).toFixed(1)} %`;
const count = (number) => number.toLocaleString("en");

/** A row: what is measured, Kabar, Pagefind, and how the two stand to each other. */
function rows({ kabar, pagefind }) {
  const ratio = (ours, theirs) => (ours / theirs).toFixed(ours / theirs < 0.1 ? 3 : 2);
  return [
    ["index time", `${kabar.seconds.toFixed(2)} s`, `${pagefind.seconds.toFixed(2)} s`, ratio(kabar.seconds, pagefind.seconds)],
    [
      "peak memory",
      `${Math.round(kabar.peak)} MiB, the site's build included (${Math.round(kabar.peakWithout)} without search)`,
      `${Math.round(pagefind.peak)} MiB`,
      ratio(kabar.peak, pagefind.peak),
    ],
    ["files of the index", count(kabar.files), count(pagefind.files), ratio(kabar.files, pagefind.files)],
    ["size of the index", mega(kabar.bytes), mega(pagefind.bytes), ratio(kabar.bytes, pagefind.bytes)],
    ["script and first query, bytes", both(kabar.first, kilo), both(pagefind.first, kilo), ratio(kabar.first.median, pagefind.first.median)],
    ["script and first query, requests", both(kabar.requests), both(pagefind.requests), ""],
    ["second query, bytes", both(kabar.second, kilo), both(pagefind.second, kilo), ratio(kabar.second.median, pagefind.second.median)],
    ["second query, requests", both(kabar.secondRequests), both(pagefind.secondRequests), ""],
    ["second query, time with loading", both(kabar.time, milli), both(pagefind.time, milli), ratio(kabar.time.median, pagefind.time.median)],
    ["second query, time with loading, with a worker", both(kabar.worker, milli), both(pagefind.worker, milli), ratio(kabar.worker.median, pagefind.worker.median)],
    ["second query, time of computing", both(kabar.computing, milli), both(pagefind.computing, milli), ratio(kabar.computing.median, pagefind.computing.median)],
    [
      "files other after one sentence more",
      `${kabar.changed.files} (${kilo(kabar.changed.bytes)})`,
      `${pagefind.changed.files} (${kilo(pagefind.changed.bytes)})`,
      ratio(kabar.changed.bytes, pagefind.changed.bytes),
    ],
  ];
}

function found({ found }) {
  if (!found) return "";
  const name = { id: "Indonesian", en: "English" };
  const lines = Object.entries(found).map(
    ([lang, { questions, kabar, pagefind }]) =>
      `| ${name[lang]} (${questions} words) | ${percent(kabar.recall)} | ${percent(pagefind.recall)} | ${percent(kabar.precision)} | ${percent(pagefind.precision)} |`,
  );
  return `
Of all articles with any form of a word's root, how many are found by asking for one form (*recall*), and how many of those found have one (*precision*):

| | recall, Kabar | recall, Pagefind | precision, Kabar | precision, Pagefind |
| --- | ---: | ---: | ---: | ---: |
${lines.join("\n")}
`;
}

function goals({ articles, kabar, pagefind, found }) {
  const budget = articles <= 1000 ? 35000 : 60000;
  const held = (isHeld) => (isHeld ? "held" : "**missed**");
  const lines = [
    `index time at most a tenth of Pagefind's: ${held(kabar.seconds <= pagefind.seconds / 10)}`,
    `first query at most a third of Pagefind's bytes: ${held(kabar.first.median <= pagefind.first.median / 3)}`,
    `script and first query at most ${budget / 1000} kB: ${held(kabar.first.median <= budget)} (median), ${held(kabar.first.p95 <= budget)} (95th percentile)`,
    `an answer with a worker, loading included, at most 50 ms: ${held(kabar.worker.median <= 50)} (median), ${held(kabar.worker.p95 <= 50)} (95th percentile)`,
    `computing an answer at most 50 ms: ${held(kabar.computing.median <= 50)} (median), ${held(kabar.computing.p95 <= 50)} (95th percentile)`,
  ];
  if (found) {
    lines.push(`recall higher in Indonesian: ${held(found.id.kabar.recall > found.id.pagefind.recall)}`);
    lines.push(`recall no lower in English: ${held(found.en.kabar.recall >= found.en.pagefind.recall)}`);
  }
  return lines.map((line) => `- ${line}`).join("\n");
}

export function table(sizes, { pagefind, machine }) {
  const parts = sizes.map(
    (size) => `## ${count(size.articles)} articles in each of two languages

| | Kabar | Pagefind ${pagefind} | ratio |
| --- | ---: | ---: | ---: |
${rows(size).map((row) => `| ${row.join(" | ")} |`).join("\n")}
${found(size)}
Goals:

${goals(size)}
`,
  );
  return `# The speed of search

Written by \`node benches/pagefind/compare.mjs\`: see [its description](../benches/README.md). The same articles, indexed by Kabar within its build and by Pagefind from the built pages, in turn on one machine. Two numbers are median / 95th percentile of the questions. Time is from the question to the next frame after the list of results is in the page, with the processor slowed down four times and, where it is not said otherwise, no worker; *computing* is the same with the files of the answer at hand, so that no network is in it. *With a worker* is how readers have it; there the main thread alone is slowed down.

Machine: ${machine}. Date: ${new Date().toISOString().slice(0, 10)}.

Bytes are those of bodies as a host sends them: HTML, scripts and JSON with brotli, all else as it is (Pagefind's index is compressed already). The page itself is not counted, for either. Index time of Kabar is the difference between builds with and without search, medians of alternating runs.

${parts.join("\n")}`;
}
