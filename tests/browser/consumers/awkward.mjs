// A publication of what feeds choke on: signs that mark up, signs from right to left, signs of several
// units, the ends of CDATA, many authors and none, recordings, documents, summaries, corrections, and
// so many articles that there are archives.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.KABAR ?? join(repository, "target/release/kabar");

const CONFIGURATION = `title: { id: "Uji & <coba> 🌾", en: "Trial & <error> ]]>" }
description: { id: "Semua yang \\"sulit\\" & <aneh>.", en: "All that is \\"hard\\" & <odd>." }
base_url: https://uji.example
timezone: Asia/Makassar
languages:
  id: { name: Bahasa Indonesia, root: true }
  en: { name: English }
licence: CC-BY-4.0
feeds: { items: 25 }
content_types:
  article:
    fields:
      audio: { type: file }
      paper: { type: file }
`;

/** The names of authors, by id. */
export const AUTHORS = {
  both: "Ina & Anton <tim>",
  emoji: "Regu 👩🏽‍🌾",
  right: "فاطمة الزهراء",
  java: "ꦱꦿꦶꦲꦂꦠꦶꦤꦶ ꦧꦸꦢꦶ",
  comma: "Sahabat, Kawan; dan 'Lain'",
};
const TAGS = { water: "Air & <sanitasi>", right: "ماء", plain: "Pangan", han: "水と衛生設備計画" };

const COVER = {
  name: "sampul.svg",
  bytes: '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>',
  words: "sampul.svg: { alt: { id: Sampul, en: Cover } }\n",
};
const DOT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
const AUDIO = {
  name: "rekaman & suara.mp3",
  bytes: Buffer.concat([Buffer.from("ID3\x04\0\0\0\0\0\0", "latin1"), Buffer.alloc(512)]),
};
const PAPER = { name: "naskah.pdf", bytes: "%PDF-1.4\n%%EOF\n" };

const RICH = `Paragraf dengan **tebal**, *miring*, ~~coret~~, \`kode & <tanda>\` dan ]]> di tengah.

## Judul & <bagian> 🌾 {#bagian}

Tautan ke [situs & lain](https://lain.example/?a=1&b=2#c), ke [tulisan lain](article:zone), ke [judul ini](#bagian) dan surat ke <redaksi@uji.example>.

### Lebih dalam

1. satu
2. dua
   - di dalamnya

- [x] selesai
- [ ] belum

| Kolom & satu | Kolom dua |
| --- | ---: |
| \`]]>\` | 2 |

> [!NOTE]
> Yang perlu diketahui.

\`\`\`xml
<a><![CDATA[ x ]]></a>
\`\`\`

Rumus $a^2 < b$ dan catatan kaki.[^1]

[^1]: Catatan dengan [tautan](https://lain.example/catatan).

Istilah
: Penjelasannya.

![Titik & <gambar>](titik.png "Keterangan \\"gambar\\"")

{{ figure(src="titik.png", alt="Titik kedua", caption="Dengan *keterangan*") }}

{{ download(path="naskah.pdf", title="Naskah") }}

{{ video(url="https://video.example/watch?v=1&t=2", title="Rekaman & rapat", duration="03:20") }}

<details><summary>Lipatan</summary><p>Isi lipatan dengan <kbd>Ctrl</kbd>, <abbr title="Air &amp; Sanitasi">AS</abbr>, H<sub>2</sub>O, <mark>tanda</mark>.</p></details>

<figure><video controls src="rekaman.mp4" poster="titik.png"></video><figcaption>Rekaman</figcaption></figure>

<p dir="rtl" lang="ar">ماء نظيف <bdi>10 m³</bdi></p>
`;

/** The articles, newest first: front matter, body, and the files beside it. */
export const ARTICLES = [
  { id: "mark-up", title: 'Pipa <50 mm & "keran" — harga < Rp1.000 dan 3 > 2', authors: ["both"], tags: ["water"], body: "Isi." },
  {
    id: "entity", isAlone: true, title: "Cara menulis &amp; dan &#60; dalam HTML",
    authors: ["emoji", "both", "right", "comma"], body: "Isi &amp;amp; lagi.",
  },
  {
    id: "cdata", title: "]]> dan <![CDATA[ dalam judul", authors: ["comma"],
    summary: "Ringkasan ]]> dengan <![CDATA[ & <script>alert(1)</script>.", body: "Isi ]]> `]]>`.",
  },
  {
    id: "right", title: "مياه نظيفة في القرية \u200f(قصة)", authors: ["right"], tags: ["right", "plain"],
    summary: "قصة عن الماء", body: "ماء نظيف \u202babc\u202c.",
  },
  { id: "emoji", title: "👩🏽‍🌾 Panen 🌾 é é ﷽ 𝒳 \u00a0.", authors: ["emoji"], body: "🌾" },
  { id: "script", title: "ꦧꦚꦸꦧꦼꦤꦶꦁ 水と衛生", authors: ["java"], tags: ["han"], body: "ꦧꦚꦸꦧꦼꦤꦶꦁ dan 水と衛生." },
  { id: "nobody", title: "Tanpa penulis", body: "Isi." },
  {
    id: "rich", title: "Segala bentuk", authors: ["both"], tags: ["plain", "water"], cover: true, body: RICH,
    files: { "titik.png": DOT, "naskah.pdf": PAPER.bytes, "rekaman.mp4": DOT },
  },
  {
    id: "audio", isAlone: true, title: "Dengan rekaman dan sampul", authors: ["both"], cover: true, audio: true,
    paper: true, body: "Dengar.",
  },
  { id: "paper", title: "Dengan naskah saja", paper: true, body: "Baca." },
  { id: "cover", title: "Dengan sampul dan naskah", cover: true, paper: true, body: "Lihat." },
  {
    id: "summary", title: "Ringkasan saja", more: "licence: all-rights-reserved",
    summary: "Hanya & ringkasan <ini>.", cover: true, body: "Tidak untuk umpan.",
  },
  {
    id: "long", title: `Judul ${"yang panjang sekali ".repeat(12)}`.trim(),
    summary: `Ringkasan ${"air & tanah <dan> lain 🌾 ".repeat(18)}`.trim(), body: "Isi.",
  },
  {
    id: "corrected", title: "Yang & diralat", authors: ["both"],
    more: 'corrections: [{ date: 2026-02-01, text: "Tujuh, bukan <delapan> & ]]> 🌾." }]\nupdated: 2026-02-01',
    body: "Isi.",
  },
  { id: "zone", isAlone: true, title: "Pada jamnya", date: "2025-12-31T23:59:59-09:30", body: "Isi." },
  { id: "same", title: "Pada hari yang sama", date: "2025-06-01", body: "Isi." },
  { id: "two", title: "Pada hari yang sama juga", date: "2025-06-01", body: "Isi." },
  { id: "old", title: "Dari tahun 1965", date: "1965-05-05", body: "Isi." },
];

/** How many articles stand in each language beside those. */
const OTHERS = 60;

function files({ id, title, authors = [], tags = [], summary, date, more, cover, audio, paper, body, isAlone, files = {} }, index) {
  const folder = `content/articles/${id}`;
  const day = date ?? `2026-01-${String(28 - index).padStart(2, "0")}T08:00`;
  const shared = [
    `date: ${day}`,
    `authors: [${authors.join(", ")}]`,
    `tags: [${tags.join(", ")}]`,
    cover && `cover: ${COVER.name}`,
    audio && `audio: "${AUDIO.name}"`,
    paper && `paper: ${PAPER.name}`,
    more,
  ];
  const own = [`title: ${JSON.stringify(title)}`, `summary: ${JSON.stringify(summary ?? `Tentang ${id}.`)}`];
  const text = (lines, body) => `---\n${lines.filter(Boolean).join("\n")}\n---\n\n${body}\n`;
  const translation = isAlone ? {} : { [`${folder}/index.en.md`]: text([...own, "translation: { of: id }"], body) };
  return {
    [`${folder}/index.id.md`]: text([...own, ...shared], body),
    ...translation,
    ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes])),
    ...(cover ? { [`${folder}/${COVER.name}`]: COVER.bytes, [`${folder}/media.yaml`]: COVER.words } : {}),
    ...(audio ? { [`${folder}/${AUDIO.name}`]: AUDIO.bytes } : {}),
    ...(paper ? { [`${folder}/${PAPER.name}`]: PAPER.bytes } : {}),
  };
}

function register(names) {
  return Object.entries(names).map(([id, name]) => `${id}: { name: ${JSON.stringify(name)} }\n`).join("");
}

/** Builds the publication in a folder of its own; gives the folder of the site. */
export function publication() {
  const root = mkdtempSync(join(tmpdir(), "kabar-consumers-"));
  const write = (name, bytes) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), bytes);
  };
  write("kabar.yaml", CONFIGURATION);
  write("content/_terms/authors.yaml", register(AUTHORS));
  write("content/_terms/tags.yaml", register(TAGS));
  write("content/articles/_section.id.md", "---\ntitle: Tulisan\n---\n");
  write("content/articles/_section.en.md", "---\ntitle: Articles\n---\n");
  for (const [name, bytes] of ARTICLES.flatMap((article, index) => Object.entries(files(article, index)))) {
    write(name, bytes);
  }
  for (let number = 1; number <= OTHERS; number += 1) {
    const date = `2024-${String(1 + (number % 12)).padStart(2, "0")}-${String(1 + (number % 28)).padStart(2, "0")}`;
    const text = `---\ntitle: Tulisan ke-${number}\ndate: ${date}\ntags: [plain]\n---\n\nIsi.\n`;
    write(`content/articles/other-${number}.id.md`, text);
  }
  try {
    execFileSync(program, ["build", "--root", root, "--now", "2026-06-01"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    throw new Error(`${error.stdout}${error.stderr}`);
  }
  return { root, output: join(root, "output"), close: () => rmSync(root, { recursive: true, force: true }) };
}
