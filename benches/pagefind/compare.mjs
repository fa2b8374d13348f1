// Kabar's search beside Pagefind's, on the same articles: what an index costs to make, to load and
// to change, how soon it answers, and how much it finds. See benches/README.md.
//
//   node benches/pagefind/compare.mjs --articles 1000 --articles 10000 --table docs/search-speed.md

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { kabarPage, pagefindPage, reader } from "./ask.mjs";
import { host } from "./host.mjs";
import { difference, files, median, quantile, run, total } from "./measure.mjs";
import { recall } from "./recall.mjs";
import { table } from "./table.mjs";

const PAGEFIND = "1.6.0";
const repository = fileURLToPath(new URL("../../", import.meta.url));
const program = join(repository, "target/release/kabar");

const { values } = parseArgs({
  options: {
    articles: { type: "string", multiple: true, default: ["1000"] },
    runs: { type: "string", default: "3" },
    questions: { type: "string", default: "24" },
    table: { type: "string" },
  },
});

/** Questions as readers ask them, in words of the corpus: one, two or three, forms and names. */
const QUESTIONS = {
  id: [
    "perencanaan desa", "rencana", "benih jagung", "penanaman", "kesehatan ibu", "anggaran", "air bersih", "menanam padi",
    "pelatihan", "nelayan", "memperbaiki saluran irigasi", "perikanan", "sekolah", "perempuan", "tenun", "pemetaan",
    "rumput laut", "kandang kambing", "gizi anak", "lumbung desa", "pertanian lahan kering", "mencatat", "bantuan hukum", "pasar",
  ],
  en: [
    "village planning", "plans", "maize seed", "planting", "maternal health", "budget", "clean water", "planting rice",
    "training", "fishers", "repairing the irrigation channel", "fisheries", "school", "women", "weaving", "mapping",
    "seaweed", "goat shed", "child nutrition", "village granary", "dryland farming", "recorded", "legal aid", "market",
  ],
};

const folder = join(repository, "target/tmp", `pagefind-${Date.now()}`);
mkdirSync(folder, { recursive: true });
execFileSync("cargo", ["build", "--release"], { cwd: repository, stdio: "inherit" });
execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, `pagefind@${PAGEFIND}`], { stdio: "inherit" });
// The program itself, not the script that starts it: its memory is to be seen.
const parts = join(folder, "node_modules/@pagefind");
const pagefind = join(parts, readdirSync(parts)[0], "bin/pagefind_extended");

const sizes = [];
for (const articles of values.articles.map(Number)) sizes.push(await compare(articles));
const text = table(sizes, { pagefind: PAGEFIND, machine: `${cpus().length} cores of ${cpus()[0]?.model.trim()}` });
console.log(text);
if (values.table) writeFileSync(values.table, text);

async function compare(articles) {
  const root = join(folder, String(articles));
  const publication = join(root, "publication");
  const corpus = ["bench", "--quiet", "--bench", "press", "--", "--runs", "0", "--theme", "tenun"];
  execFileSync("cargo", [...corpus, "--articles", String(articles), "--keep", root], { cwd: repository, stdio: "inherit" });
  const without = join(root, "without");
  cpSync(publication, without, { recursive: true });
  const config = join(without, "kabar.yaml");
  writeFileSync(config, `${readFileSync(config, "utf8")}\nsearch: { enabled: false }\n`);

  // By turns, so that what else the machine does falls on all alike.
  const measured = { with: [], without: [], pagefind: [] };
  const built = join(root, "built-0");
  const pages = join(root, "pages");
  for (let turn = 0; turn < Number(values.runs); turn += 1) {
    measured.with.push(await run(program, ["build", "--output", join(root, `built-${turn}`)], { cwd: publication }));
    measured.without.push(await run(program, ["build", "--output", join(root, `plain-${turn}`)], { cwd: without }));
    if (turn === 0) articlesOf(built, pages);
    measured.pagefind.push(await index(pages, join(root, `pagefind-${turn}`)));
  }
  console.error(`${articles}: built`);
  const ours = files(join(built, "search-index"));
  const theirs = files(join(root, "pagefind-0"));
  cpSync(join(root, "pagefind-0"), join(built, "pagefind"), { recursive: true });
  writeFileSync(join(built, "nothing.html"), '<!doctype html><html lang="id"><title>.</title>');
  writeFileSync(join(built, "nothing-en.html"), '<!doctype html><html lang="en"><title>.</title>');

  const asked = await ask(built);
  console.error(`${articles}: asked`);
  const changed = await edit(publication, root, { ours, theirs });
  console.error(`${articles}: edited`);
  const found = articles <= 1000 ? await recall({ program, publication, built, pages }) : null;
  const seconds = (rows) => median(rows.map((row) => row.seconds));
  return {
    articles,
    kabar: {
      seconds: Math.max(0.001, seconds(measured.with) - seconds(measured.without)),
      whole: seconds(measured.with),
      peak: median(measured.with.map((row) => row.peak)),
      peakWithout: median(measured.without.map((row) => row.peak)),
      files: ours.size,
      bytes: total(ours),
      ...asked.kabar,
      changed: changed.kabar,
    },
    pagefind: {
      seconds: seconds(measured.pagefind),
      peak: median(measured.pagefind.map((row) => row.peak)),
      files: theirs.size,
      bytes: total(theirs),
      ...asked.pagefind,
      changed: changed.pagefind,
    },
    found,
  };
}

function index(site, to) {
  return run(pagefind, ["--site", site, "--output-path", to]);
}

/** The articles alone, marked for Pagefind as its manual asks: it would index lists otherwise. */
function articlesOf(built, to) {
  const names = readdirSync(built, { recursive: true, withFileTypes: true });
  for (const name of names.filter((entry) => entry.isFile() && entry.name === "index.html")) {
    const place = join(name.parentPath ?? name.path, name.name);
    const html = readFileSync(place, "utf8");
    if (!html.includes('<body class="page-article"')) continue;
    const copy = join(to, place.slice(built.length + 1));
    mkdirSync(dirname(copy), { recursive: true });
    const marked = html.replace('<article class="article ', '<article data-pagefind-body class="article ');
    writeFileSync(copy, marked.replace('<footer class="article-footer"', '<footer data-pagefind-ignore class="article-footer"'));
  }
}

/** Every question in a new browser profile, and another one after it on the same page. */
async function ask(built) {
  const site = await host(built);
  const browser = await reader.launch();
  const kabar = { first: [], second: [], times: [], computing: [], worker: [] };
  const theirs = { first: [], second: [], times: [], computing: [], worker: [] };
  for (const lang of ["id", "en"]) {
    const questions = QUESTIONS[lang].slice(0, Number(values.questions));
    for (const [number, question] of questions.entries()) {
      const next = questions[(number + 7) % questions.length];
      for (const [into, page] of [[kabar, kabarPage], [theirs, pagefindPage]]) {
        const seen = await page(browser, site, lang, question, next);
        into.first.push(seen.first);
        into.second.push(seen.second);
        into.times.push(seen.time);
        into.computing.push(seen.computing);
        into.worker.push(seen.worker);
      }
    }
  }
  await browser.close();
  site.close();
  const told = ({ first, second, times, computing, worker }) => ({
    first: spread(first.map(({ bytes }) => bytes)),
    requests: spread(first.map(({ requests }) => requests)),
    second: spread(second.map(({ bytes }) => bytes)),
    secondRequests: spread(second.map(({ requests }) => requests)),
    time: spread(times),
    computing: spread(computing),
    worker: spread(worker),
  });
  return { kabar: told(kabar), pagefind: told(theirs) };
}

function spread(numbers) {
  return { median: median(numbers), p95: quantile(numbers, 0.95) };
}

/** One sentence more in one article: what a host has to be sent, and a reader to load again. */
async function edit(publication, root, { ours, theirs }) {
  const place = readdirSync(join(publication, "content"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.id\.md$/.test(entry.name) && !entry.name.startsWith("_"))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  const article = place[Math.floor(place.length / 2)];
  writeFileSync(article, `${readFileSync(article, "utf8").trimEnd()}\n\nKalimat ini ditambahkan setelah musim panen.\n`);
  const after = join(root, "built-after");
  const pages = join(root, "pages-after");
  await run(program, ["build", "--output", after], { cwd: publication });
  articlesOf(after, pages);
  await index(pages, join(root, "pagefind-after"));
  return {
    kabar: difference(ours, files(join(after, "search-index"))),
    pagefind: difference(theirs, files(join(root, "pagefind-after"))),
  };
}
