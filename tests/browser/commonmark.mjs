// Writes the examples of the CommonMark specification as JSON, for `tests/commonmark.rs`:
// node commonmark.mjs FILE

import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";

const { tests } = createRequire(import.meta.url)("commonmark-spec");
const file = process.argv[2];
if (!file) {
  console.error("commonmark.mjs FILE");
  process.exit(2);
}
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(tests, null, 1)}\n`);
console.log(`${tests.length} examples in ${file}`);
