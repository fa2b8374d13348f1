// A Git-based CMS as an editor meets it: the program of its makers with the files of `kabar cms`,
// working on a copy of a publication.

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL("../", import.meta.url));
const repository = fileURLToPath(new URL("../../../", import.meta.url));
const program = process.env.KABAR ?? join(repository, "target/release/kabar");
const environment = { ...process.env, KABAR_LANG: "en" };

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".yml": "application/yaml", ".wasm": "application/wasm" };

/** Where each program keeps what it is loaded from. */
export const DISTRIBUTIONS = { decap: "node_modules/decap-cms/dist", sveltia: "node_modules/@sveltia/cms/dist" };

/** A copy of a publication with forms for it, which ends with the test. */
export function publication(t, vendor, from = repository, tongue = "en") {
  const root = mkdtempSync(join(tmpdir(), "kabar-cms-"));
  t.after(() => rmSync(root, { recursive: true, force: true }));
  for (const name of ["kabar.yaml", "content", "data", "static", "templates", "styles", "strings", "themes"]) {
    if (existsSync(join(from, name))) {
      cpSync(join(from, name), join(root, name), { recursive: true });
    }
  }
  if (from !== repository && !existsSync(join(root, "themes"))) {
    cpSync(join(repository, "tests/support/plain"), join(root, "themes/plain"), { recursive: true });
  }
  const backend = vendor === "decap" ? ["--backend", "git-gateway", "--local"] : ["--backend", "trial"];
  kabar(root, ["cms", vendor, ...backend, "--mark-originals", "--lang", tongue]);
  return root;
}

export function kabar(root, words) {
  return execFileSync(program, words, { cwd: root, encoding: "utf8", env: environment, stdio: ["ignore", "pipe", "pipe"] });
}

/** What `kabar check` finds, hints aside. */
export function faults(root) {
  const run = spawnSync(program, ["check", "--format", "json"], { cwd: root, encoding: "utf8", env: environment });
  const found = JSON.parse(run.stdout).diagnostics.filter(({ severity }) => severity !== "hint");
  return found.map(({ code, what, place }) => `${code} ${place?.file}:${place?.line} ${what}`);
}

/** The texts of a folder of the publication, by path. */
export function texts(root, folder = "content") {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  const places = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const isText = (place) => [".html", ".json", ".md", ".svg", ".xml", ".yaml"].includes(extname(place));
  return Object.fromEntries(
    places.filter(isText).map((place) => [relative(root, place).split(sep).join("/"), readFileSync(place, "utf8")]).sort(),
  );
}

/** Serves the folder `admin/` with the program beside it. */
async function host(t, root, vendor) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://host").pathname.replace(/^\/admin\/$/, "/admin/index.html");
    const name = path.replace(/^\/admin\//, "");
    const places = [join(root, "static/admin", name), join(here, DISTRIBUTIONS[vendor], name)];
    const place = places.find((candidate) => path.startsWith("/admin/") && existsSync(candidate));
    if (place) {
      response.writeHead(200, { "content-type": TYPES[extname(place)] ?? "text/plain" }).end(readFileSync(place));
    } else {
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}`;
}

/** The protocol by which Decap works on the files of a machine. */
function answer(root, { action, params }) {
  const media = (place) => {
    const path = relative(root, place);
    return { id: path, path, name: basename(place), content: readFileSync(place).toString("base64"), encoding: "base64" };
  };
  const entry = (path) => {
    const place = join(root, path);
    return { data: existsSync(place) ? readFileSync(place, "utf8") : null, file: { path, id: path, label: null } };
  };
  const below = (folder, depth) => {
    if (depth === 0 || !existsSync(join(root, folder))) {
      return [];
    }
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return entries.flatMap((found) =>
      found.isDirectory() ? below(join(folder, found.name), depth - 1) : [join(folder, found.name)],
    );
  };
  switch (action) {
    case "info":
      return { repo: "kabar", publish_modes: ["simple"], type: "local_fs" };
    case "entriesByFolder":
      return below(params.folder, params.depth).filter((path) => path.endsWith(`.${params.extension}`)).map(entry);
    case "entriesByFiles":
      return params.files.map(({ path }) => entry(path));
    case "getEntry":
      return entry(params.path);
    case "getMedia":
      return below(params.mediaFolder, 1).map((path) => media(join(root, path)));
    case "getMediaFile":
      // Decap asks for `map.svg`, where the publication has one for each language.
      return existsSync(join(root, params.path)) ? media(join(root, params.path)) : { error: "not found" };
    case "getNotes":
      return { notes: [] };
    case "persistEntry":
      for (const { path, raw } of params.dataFiles) {
        write(root, path, raw);
      }
      for (const { path, content, encoding } of params.assets) {
        write(root, path, Buffer.from(content, encoding));
      }
      return { message: "entry persisted" };
    default:
      throw new Error(`Decap asks for ${action}`);
  }
}

function write(root, path, content) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Opens the forms of a publication and signs in. */
export async function open(t, browser, root, vendor) {
  const base = await host(t, root, vendor);
  // Sveltia makes a field when it comes into sight.
  const context = await browser.newContext({ viewport: { width: 1400, height: 6000 }, serviceWorkers: "block" });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.stack));
  page.on("console", (message) => message.type() === "error" && errors.push(`${message.text()} ${message.location().url}`));
  // Nobody else is asked; of what Sveltia would take from other hosts it needs one library.
  await context.route(
    (url) => url.origin !== base && url.protocol.startsWith("http"),
    (route) => {
      const url = route.request().url();
      if (url.includes("/api/v1")) {
        const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
        const body = route.request().postDataJSON();
        const json = body ? answer(root, body) : {};
        return route.fulfill({ headers, json, status: json.error ? 404 : 200 });
      }
      const headers = { "access-control-allow-origin": "*" };
      if (url.includes("immutable")) {
        return route.fulfill({ headers, path: join(here, "node_modules/immutable/dist/immutable.es.js"), contentType: "text/javascript" });
      }
      return route.fulfill({ headers, status: 200, body: url.endsWith(".json") ? "{}" : "" });
    },
  );
  if (vendor === "sveltia") {
    await page.goto(`${base}/admin/kabar.js`);
    await page.evaluate(fill, texts(root));
  }
  await page.goto(`${base}/admin/`);
  await page.getByRole("button", { name: /login|work with test/i }).first().click();
  let known = texts(root);
  /** Waits until something has been written, and brings it to the disk. */
  const saved = async () => {
    for (let tries = 0; tries < 100; tries += 1) {
      if (vendor === "sveltia") {
        for (const [path, text] of Object.entries(await page.evaluate(read))) {
          write(root, path, text);
        }
      }
      const now = texts(root);
      if (JSON.stringify(now) !== JSON.stringify(known)) {
        known = now;
        return;
      }
      await page.waitForTimeout(100);
    }
    throw new Error("nothing was written");
  };
  return { page, errors, saved };
}

/** Runs in the browser: puts files where Sveltia's trial backend looks for them. */
async function fill(files) {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1)) {
      folder = await folder.getDirectoryHandle(part, { create: true });
    }
    const writable = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await writable.write(text);
    await writable.close();
  }
}

/** Runs in the browser: what is there now. */
async function read() {
  const found = {};
  const visit = async (folder, path) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") {
        await visit(entry, `${path}${name}/`);
      } else if (name.endsWith(".md") || name.endsWith(".yaml")) {
        found[`${path}${name}`] = await (await entry.getFile()).text();
      }
    }
  };
  await visit(await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test"), "");
  return found;
}
