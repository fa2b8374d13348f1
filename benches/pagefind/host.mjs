// A host as sites have it: text is sent with brotli, everything else as it is. Counts what it sends.

import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const TYPES = {
  ".bin": "application/octet-stream",
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
};
const TEXTS = new Set([".css", ".html", ".js", ".json", ".svg", ".xml"]);

const compress = promisify(brotliCompress);
const compressed = (place) => compress(readFileSync(place), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });

/** The texts of a folder as they are sent. Hosts have them ready: no reader waits until they are made. */
async function texts(folder) {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }) : [];
  const places = names.map((name) => join(folder, name)).filter((place) => TEXTS.has(extname(place)));
  const ready = new Map();
  // A few at a time, so that not all of them are in memory twice.
  for (let at = 0; at < places.length; at += 64) {
    await Promise.all(places.slice(at, at + 64).map(async (place) => ready.set(place, await compressed(place))));
  }
  return ready;
}

/** A host of a folder on a free port; `sent` lists each answer's path and the bytes of its body,
 * `file` tells what is at a path. */
export async function host(root) {
  const sent = [];
  const ready = new Map();
  for (const index of ["search-index", "pagefind"]) {
    for (const [place, body] of await texts(join(root, index))) ready.set(place, body);
  }
  const placeOf = (path) => join(root, normalize(path), path.endsWith("/") ? "index.html" : "");
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    const place = placeOf(path);
    if (!place.startsWith(root) || !existsSync(place) || statSync(place).isDirectory()) {
      sent.push({ path, bytes: 0 });
      response.writeHead(404).end();
      return;
    }
    const headers = { "content-type": TYPES[extname(place)] ?? "application/octet-stream", "cache-control": "max-age=600" };
    if (!TEXTS.has(extname(place))) {
      sent.push({ path, bytes: statSync(place).size });
      response.writeHead(200, headers);
      createReadStream(place).pipe(response);
      return;
    }
    if (!ready.has(place)) ready.set(place, await compressed(place));
    const body = ready.get(place);
    sent.push({ path, bytes: body.length });
    response.writeHead(200, { ...headers, "content-encoding": "br" }).end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const file = (path) => readFileSync(placeOf(path));
  return { origin: `http://127.0.0.1:${server.address().port}`, sent, file, close: () => server.close() };
}

/** Requests and bytes of a part of what was sent, pages and icons left out. */
export function sum(sent) {
  const counted = sent.filter(({ path }) => !/\/$|\.html$|favicon|apple-touch/.test(path));
  return { requests: counted.length, bytes: counted.reduce((total, { bytes }) => total + bytes, 0) };
}
