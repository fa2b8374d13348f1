// A publication of a dozen articles in two languages, built for searching, and a host for it that can
// be made to fail.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.KABAR ?? join(repository, "target/release/kabar");

const CONFIGURATION = `title: { id: Uji, en: Trial }
base_url: https://uji.example
timezone: Asia/Makassar
languages:
  id: { name: Bahasa Indonesia, root: true }
  en: { name: English }
content_types:
  story: { folder: stories, name: { id: Cerita, en: Story }, plural: { id: Cerita, en: Stories }, slug: { id: cerita, en: stories } }
  report: { folder: reports, name: { id: Laporan, en: Report }, plural: { id: Laporan, en: Reports }, slug: { id: laporan, en: reports } }
taxonomies:
  tags: { name: { id: Topik, en: Topics }, singular: { id: Topik, en: Topic }, slug: { id: topik, en: topics } }
`;
const TAGS = `clean-water: { name: { id: Air bersih, en: Clean water } }
farming: { name: { id: Pertanian, en: Farming } }
`;
const EXTRA = {
  3: { id: "Kelompok tenun berkumpul di balai.", en: "The weaving group gathered in the hall." },
  4: { id: "Ladang jagung dijaga bergantian.", en: "Maize fields were guarded in turn." },
};

/** How many articles each language has. */
export const ARTICLES = 12;

function article(number, lang) {
  const [day, tag] = [String(number).padStart(2, "0"), number % 3 ? "clean-water" : "farming"];
  const words = {
    id: { title: `Musyawarah desa ${number}`, text: `Warga merencanakan kebun ke-${number}. Rencana itu dibahas bersama.` },
    en: { title: `Village meeting ${number}`, text: `People planned garden number ${number}. The plan was discussed together.` },
  }[lang];
  const own = [`title: "${words.title}"`, `summary: "${words.title}."`];
  const shared = [`date: ${number % 2 ? 2025 : 2026}-03-${day}`, `tags: [${tag}]`];
  const head = [...own, ...(lang === "id" ? shared : ["translation: { of: id }"])];
  return `---\n${head.join("\n")}\n---\n\n${words.text}\n\n${EXTRA[number]?.[lang] ?? ""}\n`;
}

/** Builds the publication in a folder of its own; gives the folder of the site. */
export function publication() {
  const root = mkdtempSync(join(tmpdir(), "kabar-search-"));
  const write = (name, text) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  write("kabar.yaml", CONFIGURATION);
  write("content/_terms/tags.yaml", TAGS);
  for (let number = 1; number <= ARTICLES; number += 1) {
    const folder = number % 4 ? "stories" : "reports";
    for (const lang of ["id", "en"]) write(`content/${folder}/a${number}.${lang}.md`, article(number, lang));
  }
  execFileSync(program, ["build", "--root", root, "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
  return { output: join(root, "output"), close: () => rmSync(root, { recursive: true, force: true }) };
}

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };

/** What a careful host lets a page do. The theme's styles stand in the page. */
export const POLICY =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'";

/** A host of a folder. `change` may give other bytes for a path, null for none; while `isDown` it hangs up. */
export async function host(output) {
  const state = { policy: POLICY, isDown: false, change: (path, bytes) => bytes, asked: [] };
  const server = createServer((request, response) => {
    if (state.isDown) {
      request.socket.destroy();
      return;
    }
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    state.asked.push(path);
    const place = join(output, path.endsWith("/") ? `${path}index.html` : path);
    const bytes = existsSync(place) && statSync(place).isFile() ? state.change(path, readFileSync(place), request) : null;
    const headers = { "content-type": TYPES[extname(place)] ?? "application/octet-stream", "content-security-policy": state.policy };
    if (path.endsWith(".js")) headers["cache-control"] = "max-age=31536000, immutable";
    response.writeHead(bytes ? 200 : 404, headers).end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  state.base = `http://127.0.0.1:${server.address().port}`;
  state.close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return state;
}
