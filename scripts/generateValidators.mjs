#!/usr/bin/env node
/**
 * Compiles the JSON Schema of the settings to plain code, because some web hosts refuse `new Function` at run time.
 * Usage: node scripts/generateValidators.mjs [--check]   (--check writes nothing and fails when the file is stale)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'server/src/config/settingsValidator.generated.ts');

/** The validator's source text, as it is checked in. */
export function generateValidator() {
  const schema = JSON.parse(readFileSync(join(root, 'server/src/config/settings.schema.json'), 'utf8'));
  const ajv = new Ajv({ allErrors: true, code: { source: true, esm: true, lines: true } });
  ajv.addSchema(schema, 'settings');
  const code = standalone.default(ajv, { validateSettings: 'settings' });
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error('the validator must stand alone');
  return `// @ts-nocheck\n// Written by scripts/generateValidators.mjs from settings.schema.json.\n${code}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const code = generateValidator();
  if (!process.argv.includes('--check')) writeFileSync(target, code);
  else if (readFileSync(target, 'utf8') !== code) {
    console.error('settingsValidator.generated.ts is stale: run node scripts/generateValidators.mjs');
    process.exitCode = 1;
  }
}
