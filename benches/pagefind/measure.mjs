// Running programs, with the time they take and the memory they need; folders, and numbers in order.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Runs a program to its end: seconds of wall time, and the resident set at its largest in MiB. */
export async function run(program, words, options = {}) {
  const start = performance.now();
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], ...options });
  let said = "";
  child.stdout.on("data", (part) => (said += part));
  child.stderr.on("data", (part) => (said += part));
  let peak = 0;
  const look = setInterval(() => {
    try {
      const line = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
      peak = Math.max(peak, Number(line?.[1] ?? 0));
    } catch {
      // It has ended, or this system has no /proc: then the memory stays unknown.
    }
  }, 5);
  const code = await new Promise((done, failed) => child.on("close", done).on("error", failed));
  clearInterval(look);
  if (code !== 0) throw new Error(`${program} ${words.join(" ")} ended with ${code}:\n${said}`);
  return { seconds: (performance.now() - start) / 1000, peak: peak / 1024, said };
}

/** The files below a folder: their size and a hash of their bytes, by path. */
export function files(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const place = join(entry.parentPath ?? entry.path, entry.name);
      const bytes = readFileSync(place);
      const hash = createHash("sha256").update(bytes).digest("hex");
      return [relative(folder, place).split(sep).join("/"), { bytes: bytes.length, hash }];
    }),
  );
}

/** What differs between two listings of one folder: how many files, and the bytes of the new ones. */
export function difference(before, after) {
  const changed = [...after].filter(([path, file]) => before.get(path)?.hash !== file.hash);
  const gone = [...before.keys()].filter((path) => !after.has(path)).length;
  return { files: changed.length + gone, bytes: changed.reduce((total, [, file]) => total + file.bytes, 0) };
}

export const total = (listing) => [...listing.values()].reduce((sum, file) => sum + file.bytes, 0);

export function median(numbers) {
  return quantile(numbers, 0.5);
}

export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
