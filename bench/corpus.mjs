/** Drafts and sources of any size, built from the project's own texts; the same arguments give the same texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/lib/commands.mjs';

/** Sources that tell of the same event, as reports of several agencies do. */
const REPORTS_OF_ONE_EVENT = 3;
const DAYS = new Set(
  (
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August ' +
    'September October November December The A An In On At He She It They We But And Mr Mrs Ms Dr'
  ).split(' '),
);
const ONSETS = 'b br d dr f g gr h k kl l m n p r s st t tr v w z'.split(' ');
const VOWELS = 'a e i o u ai ei ou'.split(' ');
const CODAS = ['', 'n', 'l', 'r', 's', 'nd', 'rt', 'm'];

/** A small generator of numbers that looks random and is not (mulberry32). */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const hash = (text, seed) => {
  let h = 2166136261 ^ seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16777619);
  return h >>> 0;
};

/** The paragraphs of the sample article and of the sources in the specs. */
function ownParagraphs() {
  const articles = readdirSync(join(root, 'seeds'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(join(root, 'seeds', name), 'utf8'));
  const specs = readdirSync(join(root, 'test/specs'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(root, 'test/specs', name), 'utf8').split(/^== .* ==\n/m))
    .flatMap((spec) => spec.split(/^(?=-- .* --\n)/m))
    .filter((section) => section.startsWith('-- seeds/') && !section.includes('@'))
    .map((section) => section.slice(section.indexOf('\n') + 1));
  const seen = new Set();
  return [...articles, ...specs]
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter(
      (line) =>
        line.length > 60 &&
        !/^[|#<-]/.test(line) &&
        !line.includes('<!--') &&
        !seen.has(line) &&
        seen.add(line),
    );
}

const name = (word, event) => {
  const random = createRandom(hash(word, event));
  const pick = (list) => list[Math.floor(random() * list.length)];
  const syllables = word.length > 5 ? 3 : 2;
  let made = '';
  for (let i = 0; i < syllables; i++)
    made += pick(ONSETS) + pick(VOWELS) + (i + 1 < syllables ? '' : pick(CODAS));
  return made[0].toUpperCase() + made.slice(1);
};

const number = (digits, event) => {
  const random = createRandom(hash(digits, event));
  return digits.replace(/\d/g, (digit, at) =>
    at === 0 && digit !== '0' ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10),
  );
};

/** A paragraph as it would stand in the report of another event: other names, other figures; event 0 is as written. */
function retell(paragraph, event) {
  if (event === 0) return paragraph;
  return paragraph
    .replace(/(?<![.!?:]["”]? |^|[“"'’\p{L}])\p{Lu}\p{Ll}{2,}/gu, (word) =>
      DAYS.has(word) ? word : name(word, event),
    )
    .replace(/(?<![\d.,])\d[\d,]*(?![\d,]*\d)/g, (digits) =>
      /^(?:19|20)\d\d$/.test(digits) || digits.length < 2 ? digits : number(digits, event),
    );
}

const countWords = (text) => text.split(/\s+/).filter(Boolean).length;

/** About 500 words on each event: its own share of the paragraphs. */
function paragraphsOf(paragraphs, event) {
  const random = createRandom(event + 1);
  const chosen = [];
  let words = 0;
  while (words < 500) {
    const paragraph = retell(paragraphs[Math.floor(random() * paragraphs.length)], event);
    chosen.push(paragraph);
    words += countWords(paragraph);
  }
  return chosen;
}

/** `count` sources, three on each event, each with its paragraphs in an order of its own. */
export function createSources(count) {
  const paragraphs = ownParagraphs();
  return Array.from({ length: count }, (_, i) => {
    const event = Math.floor(i / REPORTS_OF_ONE_EVENT);
    const own = paragraphsOf(paragraphs, event);
    const turn = i % REPORTS_OF_ONE_EVENT;
    return `${[...own.slice(turn), ...own.slice(0, turn)].join('\n\n')}\n`;
  });
}

/** A Markdown draft of `words` words on the first events, one figure in eight altered. */
export function createDraft(words) {
  const paragraphs = ownParagraphs();
  const random = createRandom(words);
  const parts = ['---', 'title: Bench', '---', ''];
  let count = 0;
  for (let event = 0; count < words; event++) {
    parts.push(`## Part ${event + 1}`, '');
    for (const paragraph of paragraphsOf(paragraphs, event)) {
      const altered = paragraph.replace(/\d{2,}/g, (digits) =>
        random() < 1 / 8 ? number(digits, event + 7) : digits,
      );
      const marked = altered.replace(
        /\b(\p{Ll}{6,})\b/u,
        random() < 0.3 ? '**$1**' : '[$1](https://example.org/a)',
      );
      parts.push(random() < 0.1 ? `- ${marked}` : marked, '');
      count += countWords(altered);
      if (count >= words) break;
    }
  }
  return `${parts.join('\n')}\n`;
}
