#!/usr/bin/env node
/**
 * Compiles the JSON Schemas to plain code, because some web hosts refuse `new Function` at run time.
 * Usage: node scripts/generateValidators.mjs [--check]   (--check writes nothing and fails when a file is stale)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = 'server/src/config';

const validators = [
  { schema: `${folder}/settings.schema.json`, name: 'validateSettings', file: 'settingsValidator' },
  { schema: 'schemas/touchstone.schema.json', name: 'validateProject', file: 'projectValidator' },
  { schema: 'schemas/touchstoneignore.schema.json', name: 'validateIgnored', file: 'ignoredValidator' },
];

/** The validator's source text, as it is checked in. */
function generateValidator({ schema, name }) {
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true, lines: true } });
  ajv.addSchema(JSON.parse(readFileSync(join(root, schema), 'utf8')), 'schema');
  const code = standalone.default(ajv, { [name]: 'schema' });
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error(`the validator of ${schema} must stand alone`);
  return `// @ts-nocheck\n// Written by scripts/generateValidators.mjs from ${basename(schema)}.\n${code}`;
}

for (const validator of validators) {
  const target = join(root, folder, `${validator.file}.generated.ts`);
  const code = generateValidator(validator);
  if (!process.argv.includes('--check')) writeFileSync(target, code);
  else if (readFileSync(target, 'utf8') !== code) {
    console.error(`${basename(target)} is stale: run node scripts/generateValidators.mjs`);
    process.exitCode = 1;
  }
}
