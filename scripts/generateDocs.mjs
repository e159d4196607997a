#!/usr/bin/env node
/**
 * Writes the tables of rules, settings and keys of the project file, and the reference of the library, into the documentation, between their markers.
 * Usage: node scripts/generateDocs.mjs [--check]   (--check writes nothing and fails when a table is stale)
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { apiReference } from './lib/apiPage.mjs';
import { readManifest } from './lib/manifestText.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The rules, read from their registry. */
async function readRules() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/rules/registry.ts'],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { RULES } = await import(`data:text/javascript;base64,${code}`);
  return RULES;
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const tableOf = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

const rulesTable = (rules, folder) =>
  tableOf(
    ['rule', 'what it finds', 'level', 'fix'],
    rules.map(({ code, summary, level, fix }) => [`[\`${code}\`](${folder}${code}.md)`, summary, level, fix]),
  );

/** The settings that the extension contributes, in their order. */
function settingsTable() {
  const { contributes } = readManifest();
  const properties = Object.assign(
    {},
    ...[contributes.configuration].flat().map((group) => group.properties),
  );
  const rows = Object.entries(properties)
    .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
    .map(([name, { default: value, markdownDescription, description }]) => [
      `\`${name}\``,
      markdownDescription ?? description ?? '',
      `\`${JSON.stringify(value)}\``,
    ]);
  return tableOf(['setting', 'what it does', 'default'], rows);
}

/** The keys of the project file, as its schema describes them. */
function projectTable() {
  const { properties } = JSON.parse(readFileSync(join(root, 'schemas/touchstone.schema.json'), 'utf8'));
  const rows = Object.entries(properties)
    .filter(([, { description }]) => description)
    .flatMap(([name, schema]) => [
      [name, schema],
      ...Object.entries(schema.properties ?? {}).map(([key, inner]) => [`${name}.${key}`, inner]),
    ])
    .map(([name, { description, default: value }]) => [
      `\`${name}\``,
      description,
      value === undefined ? '–' : `\`${JSON.stringify(value)}\``,
    ]);
  return tableOf(['key', 'what it does', 'default'], rows);
}

function between(text, name, table) {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the markers of "${name}" are missing`);
  return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`;
}

const rules = await readRules();
const pages = {
  'README.md': { rules: rulesTable(rules, 'docs/rules/'), settings: settingsTable() },
  'docs/rules/README.md': { rules: rulesTable(rules, '') },
  'docs/configuration.md': { project: projectTable() },
  'docs/api.md': { api: `\n${apiReference()}\n` },
};

for (const [page, tables] of Object.entries(pages)) {
  const path = join(root, page);
  const before = readFileSync(path, 'utf8');
  const after = Object.entries(tables).reduce((text, [name, table]) => between(text, name, table), before);
  if (after === before) continue;
  if (!process.argv.includes('--check')) writeFileSync(path, after);
  else {
    console.error(`The tables in ${page} are stale: run node scripts/generateDocs.mjs`);
    process.exitCode = 1;
  }
}
