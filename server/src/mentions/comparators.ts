import type { Comparator } from './mention.ts';
import { isGlued, isHyphen, lowerAt, type Scan, spanOf } from './quantityScan.ts';

type Kind = Comparator['kind'];

interface Phrase {
  /** Words in reverse order, without the last one. */
  readonly before: readonly string[];
  readonly kind: Kind;
}

const phrases = new Map<string, Phrase[]>();

const FORMS: readonly (readonly [Kind, string])[] = [
  [
    'about',
    'about,around,roughly,approximately,approx,circa,some,estimated,an estimated,in the region of,of the order of,in the order of,somewhere around,somewhere in the region of,~,≈',
  ],
  [
    'moreThan',
    'more than,over,upwards of,upward of,in excess of,exceed,exceeding,exceeds,exceeded,surpass,surpasses,surpassed,topped,tops,above,greater than,north of,well over,far more than,well above,topping,surpassing,higher than,longer than,beyond,not less than just,>',
  ],
  [
    'justOver',
    'just over,slightly more than,slightly over,a little over,little more than,a little more than,just above,slightly above,just more than,little over,barely over',
  ],
  [
    'atLeast',
    'at least,no fewer than,no less than,not less than,not fewer than,a minimum of,minimum of,minimum,≥',
  ],
  [
    'nearly',
    'nearly,almost,close to,approaching,nearing,short of,not quite,the best part of,shy of,virtually',
  ],
  [
    'justUnder',
    'just under,just below,slightly less than,slightly under,slightly fewer than,slightly below,a little under,little under,a little less than,just short of,just less than,just shy of',
  ],
  [
    'upTo',
    'up to,at most,no more than,not more than,a maximum of,maximum of,maximum,as many as,as much as,as high as,≤',
  ],
  [
    'lessThan',
    'fewer than,less than,under,below,lower than,shorter than,well under,well below,far fewer than,<',
  ],
  ['exact', 'only,exactly,just,precisely,a mere,mere,merely,a total of'],
];
for (const [kind, forms] of FORMS) {
  for (const form of forms.split(',')) {
    const words = form.split(' ').reverse();
    const last = words[0] as string;
    const entries = phrases.get(last) ?? [];
    entries.push({ before: words.slice(1), kind });
    entries.sort((a, b) => b.before.length - a.before.length);
    phrases.set(last, entries);
  }
}

const TOPIC = new Set(
  'talk talks talked talking speak speaks spoke asked ask know knew think thought learn learned worry worried worries concern concerns concerned questions information details story stories book film told say said says complain complained warned lied joke brought something'.split(
    ' ',
  ),
);
const LASTING = new Set(
  'for of took taken lasted lasting last lasts after well just spent than in up'.split(' '),
);

/** What is done about, or because of, a sum or a number of things: "jailed over a £2.3m fraud". */
const MATTER = new Set(
  'jailed sentenced charged arrested convicted fined sued suing resigned resigns quit sacked dismissed suspended row rows dispute disputes battle fight fights fury anger outcry backlash protest protests protested strike strikes probe inquiry investigation investigated questioned concern concerns fears fear worries debate debates argument arguments talks clash clashes lawsuit case trial feud rift split'.split(
    ' ',
  ),
);

/** "Hand over 190 prisoners": the verb's own particle. */
const HANDING = /^(?:hand|hands|handed|handing)$/;

/** "Spread over 412 investors"; what is paid, shared or averaged "over 400" is more than that. */
const SPREAD = /^(?:spread|spreads|spreading|staggered|phased)$/;

const PLACING = new Set('over above under below beyond'.split(' '));

function isHedge(scan: Scan, from: number, duration: boolean): boolean {
  const word = lowerAt(scan, from);
  const before = lowerAt(scan, from - 1);
  if (word === 'about') return !TOPIC.has(before);
  if (word === 'over' && (MATTER.has(before) || HANDING.test(before) || SPREAD.test(before))) return false;
  if (word === 'over' && duration) return LASTING.has(before) || from === 0;
  if (word === 'some') return before !== 'in' || !duration;
  return true;
}

const GLUED = /^(?:under|over)$/;

/** The hedge or bound directly before token `i`, an article between allowed. */
export function comparatorBefore(scan: Scan, i: number, duration: boolean): Comparator | undefined {
  let last = i - 1;
  // "over the age of 55"
  if (lowerAt(scan, last) === 'of' && lowerAt(scan, last - 1) === 'age' && lowerAt(scan, last - 2) === 'the')
    last -= 2;
  const skipped = lowerAt(scan, last);
  // "higher than a year before": what is compared is a time
  if (skipped === 'than' && /^(?:ago|before|earlier|previously)$/.test(lowerAt(scan, i + 2)))
    return undefined;
  if (skipped === 'a' || skipped === 'an' || skipped === 'the') last--;
  // "beyond the five regions", "over the two hills": where, and not how many
  if (skipped === 'the' && last === i - 2 && PLACING.has(lowerAt(scan, last))) return undefined;
  // "for under-16s"
  if (isHyphen(skipped) && isGlued(scan, last) && isGlued(scan, i) && GLUED.test(lowerAt(scan, last - 1)))
    last--;
  const entries = phrases.get(lowerAt(scan, last));
  if (entries === undefined) return undefined;
  for (const { before, kind } of entries) {
    let k = 0;
    while (k < before.length && lowerAt(scan, last - 1 - k) === before[k]) k++;
    if (k < before.length) continue;
    const from = last - before.length;
    if (!isHedge(scan, from, duration)) return undefined;
    const span = spanOf(scan, from, last + 1);
    return { kind, text: scan.text.slice(span.start, span.end), ...span };
  }
  return undefined;
}

/** Bounds that may stand behind a number or what it counts, by their words from the first to the last. */
const BEHIND: readonly (readonly [Kind, readonly (readonly string[])[]])[] = [
  [
    'upTo',
    [
      'at most',
      'at the most',
      'at the very most',
      'at a maximum',
      'at the maximum',
      'maximum',
      'or shorter',
      'or younger',
      'or lower',
      'or smaller',
      'or below',
    ].map((text) => text.split(' ')),
  ],
  [
    'atLeast',
    [
      'at least',
      'at the least',
      'at the very least',
      'at a minimum',
      'at the minimum',
      'minimum',
      'or longer',
      'or older',
      'or higher',
      'or greater',
      'or bigger',
      'or larger',
      'or better',
      'or upwards',
      'and counting',
      'and more',
      'and upwards',
      'and above',
      'and older',
    ].map((text) => text.split(' ')),
  ],
];

const AFTER: ReadonlyMap<string, Kind> = new Map([
  ['more', 'atLeast'],
  ['so', 'about'],
  ['thereabouts', 'about'],
  ['fewer', 'upTo'],
  ['less', 'upTo'],
  ['under', 'upTo'],
  ['over', 'atLeast'],
  ['above', 'atLeast'],
]);

/** "at most", "or longer", "and counting" at token `i`; "at least" there may belong to the next number. */
function boundBehind(scan: Scan, i: number): { readonly kind: Kind; readonly to: number } | undefined {
  const first = lowerAt(scan, i);
  if (first !== 'at' && first !== 'or' && first !== 'and' && first !== 'maximum' && first !== 'minimum')
    return undefined;
  for (const [kind, forms] of BEHIND) {
    for (const words of forms) {
      if (!words.every((word, k) => lowerAt(scan, i + k) === word)) continue;
      const to = i + words.length;
      const next = scan.tokens[to];
      // "12 at least, 40 at most", but "12 in all, at least 40", "12 men and more than 30 boys"
      const ends =
        next?.kind !== 'number' && (next?.kind !== 'word' || first === 'or' || words[1] === 'counting');
      if (!ends) return undefined;
      return { kind, to };
    }
  }
  return undefined;
}

/** The bound directly behind token `i - 1`: "+", "-plus", "or more", "or so", "at most". */
export function comparatorAfter(scan: Scan, i: number): Comparator | undefined {
  const word = lowerAt(scan, i);
  let to = 0;
  let kind: Kind | undefined;
  if (word === '+' && isGlued(scan, i)) {
    kind = 'atLeast';
    to = i + 1;
  } else if (word === 'plus' || (word === '-' && isGlued(scan, i) && lowerAt(scan, i + 1) === 'plus')) {
    to = word === 'plus' ? i + 1 : i + 2;
    // "five plus three" adds up.
    kind = scan.tokens[to]?.kind === 'number' ? undefined : 'atLeast';
  } else if (word === '-' && isGlued(scan, i) && lowerAt(scan, i + 1) === 'odd') {
    kind = 'about';
    to = i + 2;
  } else if (word === 'or') {
    kind = AFTER.get(lowerAt(scan, i + 1));
    to = i + 2;
  }
  if (kind === undefined) {
    const behind = boundBehind(scan, i);
    if (behind === undefined) return undefined;
    ({ kind, to } = behind);
  }
  const span = spanOf(scan, i, to);
  return { kind, text: scan.text.slice(span.start, span.end), ...span };
}
