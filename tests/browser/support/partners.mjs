// A publication in two languages with feeds of everything that there are feeds of: sections, terms of
// two taxonomies, and one of them together.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.KABAR ?? join(repository, "target/release/kabar");

const CONFIGURATION = `title: { id: Uji & coba, en: Trial & error }
base_url: https://uji.example
timezone: Asia/Makassar
languages:
  id: { name: Bahasa Indonesia, root: true }
  en: { name: English }
content_types:
  story: { folder: stories, name: { id: Cerita, en: Story }, plural: { id: Cerita, en: Stories }, slug: { id: cerita, en: stories } }
  report: { folder: reports, name: { id: Laporan, en: Report }, plural: { id: Laporan, en: Reports }, slug: { id: laporan, en: reports } }
taxonomies:
  regions: { name: { id: Wilayah, en: Regions }, singular: { id: Wilayah, en: Region }, slug: { id: wilayah, en: regions } }
  programmes: { name: { id: Program, en: Programmes }, singular: { id: Program, en: Programme }, slug: { id: program, en: programmes } }
feeds:
  combinations:
    timur-sumur: { regions: timur, programmes: sumur }
partners:
  radio-contoh:
    name: { id: Radio Contoh, en: Example Radio }
    url: https://radio.example
    logo: radio.svg
    credit: { id: Untuk pendengar Radio Contoh., en: For listeners of Example Radio. }
    feed: timur-sumur
`;

const TERMS = {
  regions: "barat: { name: { id: Barat, en: West } }\ntimur: { name: { id: Timur, en: East } }\n",
  programmes: "jalan: { name: { id: Jalan, en: Roads } }\nsumur: { name: { id: Sumur, en: Wells } }\n",
};

function article(number, lang) {
  const title = { id: `Musyawarah "desa" ${number}`, en: `Village <meeting> ${number}` }[lang];
  const shared = [
    `date: 2026-03-${String(number).padStart(2, "0")}`,
    `regions: [${number % 2 ? "timur" : "barat"}]`,
    `programmes: [${number % 3 ? "sumur" : "jalan"}]`,
  ];
  const head = [`title: '${title}'`, "summary: Satu kalimat.", ...(lang === "id" ? shared : ["translation: { of: id }"])];
  return `---\n${head.join("\n")}\n---\n\nIsi tulisan.\n`;
}

/** Builds the publication in a folder of its own; gives the folder of the site. */
export function publication() {
  const root = mkdtempSync(join(tmpdir(), "kabar-partners-"));
  const write = (name, text) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  write("kabar.yaml", CONFIGURATION);
  for (const [name, text] of Object.entries(TERMS)) write(`content/_terms/${name}.yaml`, text);
  write("static/radio.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1" width="300" height="100"><path d="M0 0h3v1H0z" fill="#777"/></svg>');
  for (let number = 1; number <= 12; number += 1) {
    const folder = number % 4 ? "stories" : "reports";
    for (const lang of ["id", "en"]) write(`content/${folder}/a${number}.${lang}.md`, article(number, lang));
  }
  execFileSync(program, ["build", "--root", root, "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
  return { output: join(root, "output"), close: () => rmSync(root, { recursive: true, force: true }) };
}
