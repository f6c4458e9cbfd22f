// Runs test files that were written for jest, with jest's own `expect`:  node run.mjs MODULES FILE …
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, it, test } from "node:test";

const [modules, ...files] = process.argv.slice(2);
const { expect } = createRequire(join(modules, "run.cjs"))("expect");
Object.assign(globalThis, { describe, expect, it, test });
for (const file of files) createRequire(import.meta.url)(file);
