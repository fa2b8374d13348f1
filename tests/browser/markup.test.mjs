// The Nu HTML checker reads every page: no errors, no warnings, nothing filtered.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { it } from "node:test";

import { files, output } from "./support/publication.mjs";

const jar = String(createRequire(import.meta.url)("vnu-jar"));

it("every HTML file passes the Nu HTML checker", () => {
  const documents = files.filter((path) => path.endsWith(".html")).map((path) => join(output, path));
  assert.ok(documents.length > 20, `${documents.length} documents`);
  const checker = spawnSync("java", ["-Xss4m", "-jar", jar, "--format", "json", "--stdout", ...documents], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.ifError(checker.error);
  const { messages } = JSON.parse(checker.stdout);
  const told = messages.map(
    ({ type, subType, url, lastLine, lastColumn, message, extract }) =>
      `${url?.slice(url.indexOf(output) + output.length)}:${lastLine}:${lastColumn} ${subType ?? type}: ${message} «${extract?.trim()}»`,
  );
  console.log(`${documents.length} documents, ${told.length} messages`);
  assert.deepEqual(told, []);
});
