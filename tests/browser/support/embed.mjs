// A site of somebody else that shows headlines, and the site that they come from: two hosts, so that
// what browsers allow between strangers is what is tested.

import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".svg": "image/svg+xml" };

function listen(handle) {
  const server = createServer(handle);
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => {
      const close = () => {
        server.closeAllConnections();
        return new Promise((closed) => server.close(closed));
      };
      done({ base: `http://127.0.0.1:${server.address().port}`, close });
    });
  });
}

/**
 * The host of a built site, as the header files that the program writes make it: anybody may read.
 * `change` may give other bytes for a path, null for none; what it gives as a promise comes late.
 */
export async function source(output) {
  const state = { asked: [], change: (path, bytes) => bytes, cors: "*" };
  const host = await listen(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://host").pathname);
    state.asked.push({ path, headers: request.headers });
    const place = join(output, path.endsWith("/") ? `${path}index.html` : path);
    const bytes = await state.change(path, existsSync(place) && statSync(place).isFile() ? readFileSync(place) : null);
    const headers = { "content-type": TYPES[extname(place)] ?? "application/octet-stream" };
    if (state.cors) headers["access-control-allow-origin"] = state.cors;
    response.writeHead(bytes ? 200 : 404, headers).end(bytes ?? "");
  });
  return Object.assign(state, host);
}

/** The site of a partner: one page, with the policy that it has. */
export async function partner() {
  const state = { html: "", policy: "" };
  const host = await listen((request, response) => {
    if (new URL(request.url, "http://host").pathname !== "/") {
      response.writeHead(404).end();
      return;
    }
    const headers = { "content-type": "text/html; charset=utf-8", "set-cookie": "session=1" };
    if (state.policy) headers["content-security-policy"] = state.policy;
    response.writeHead(200, headers).end(state.html);
  });
  return Object.assign(state, host);
}
