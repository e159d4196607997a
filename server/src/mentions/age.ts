import { readNumeral } from './numberGrammar.ts';
import type { Numeral } from './numeral.ts';
import { buildQuantity, countParts, type Fact, type Outcome } from './quantityBuild.ts';
import { isDash, isGlued, isHyphen, isNumberAt, lowerAt, type Scan } from './quantityScan.ts';
import { readUnit } from './unitReader.ts';

const MAX_AGE = 130;
const MAX_LIST = 6;

const isAge = (numeral: Numeral | undefined): numeral is Numeral =>
  numeral !== undefined &&
  numeral.value >= 0 &&
  numeral.value < MAX_AGE &&
  numeral.written.scale === undefined;

function build(scan: Scan, numeral: Numeral, high?: Numeral): Fact {
  const parts = countParts(numeral);
  const to = high?.to ?? numeral.to;
  const outcome = buildQuantity(scan, {
    ...parts,
    dimension: 'age',
    unit: 'year',
    to,
    number: [numeral.from, to],
    ...(high === undefined ? {} : { high: high.value }),
  });
  return outcome.facts[0] as Fact;
}

const LEADS = new Set(['between', 'about', 'around', 'under', 'over', 'just', 'only', 'from']);

/** "aged 34", "aged 18–24", "aged between 5 and 11", "aged 47 and 49", "age of 12". Token `i` is "aged", "ages" or "age". */
export function readAge(scan: Scan, i: number): Outcome | undefined {
  let at = i + 1;
  const word = lowerAt(scan, i);
  if (word === 'age' && lowerAt(scan, at) === 'of') at++;
  const between = lowerAt(scan, at) === 'between';
  if (LEADS.has(lowerAt(scan, at))) at++;
  const first = readNumeral(scan, at);
  if (!isAge(first) || (first.plain === undefined && first.written.form !== 'words')) return undefined;
  // "aged three months", "aged 18 months"
  const unit = readUnit(scan, first, first.to);
  if (unit !== undefined && unit.unit.dimension !== 'duration') return undefined;
  if (unit !== undefined) {
    return buildQuantity(scan, {
      ...countParts(first),
      dimension: 'age',
      unit: unit.unit.unit,
      to: unit.to,
    });
  }
  const link = lowerAt(scan, first.to);
  const dash = isDash(link) && isGlued(scan, first.to);
  if (dash || link === 'to' || (between && link === 'and')) {
    const last = readNumeral(scan, first.to + 1);
    if (isAge(last) && last.value > first.value) return { facts: [build(scan, first, last)], to: last.to };
  }
  const facts = [build(scan, first)];
  let to = first.to;
  for (let k = 0; k < MAX_LIST; k++) {
    const comma = lowerAt(scan, to) === ',';
    const and = comma
      ? lowerAt(scan, to + 1) === 'and'
      : lowerAt(scan, to) === 'and' || lowerAt(scan, to) === 'or';
    if (!comma && !and) break;
    const next = readNumeral(scan, comma && and ? to + 2 : to + 1);
    if (!isAge(next) || readUnit(scan, next, next.to) !== undefined) break;
    const end = lowerAt(scan, next.to);
    if (scan.tokens[next.to]?.kind === 'word' && end !== 'and' && end !== 'or' && !FOLLOWERS.has(end)) break;
    facts.push(build(scan, next));
    to = next.to;
  }
  return { facts, to };
}
const FOLLOWERS = new Set(
  'were was are is died who from at when with have had in on whose respectively'.split(' '),
);

const OWNERS = new Set(['his', 'her', 'their', 'my', 'your', 'our']);
const DECADE_AGES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
]);
const THIRDS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['early', [0, 4]],
  ['mid', [3, 7]],
  ['late', [6, 9]],
]);

/** "in his 20s", "in her early thirties". Token `i` is the number or word. */
export function readDecadeOfAge(scan: Scan, i: number): Outcome | undefined {
  let value = DECADE_AGES.get(lowerAt(scan, i));
  let to = i + 1;
  if (value === undefined && isNumberAt(scan, i) && lowerAt(scan, i + 1) === 's' && isGlued(scan, i + 1)) {
    value = Number(lowerAt(scan, i));
    to = i + 2;
    if (value < 20 || value > 90 || value % 10 !== 0) return undefined;
  }
  if (value === undefined) return undefined;
  let lead = i - 1;
  if (isHyphen(lowerAt(scan, lead))) lead--;
  const part = THIRDS.get(lowerAt(scan, lead));
  if (part !== undefined) lead--;
  if (!OWNERS.has(lowerAt(scan, lead))) return undefined;
  const [low, high] = part ?? [0, 9];
  return buildQuantity(scan, {
    dimension: 'age',
    value,
    written: {
      place: 10,
      significant: 1,
      form: isNumberAt(scan, i) ? 'digits' : 'words',
      vague: { low: value + low, high: value + high },
    },
    from: i,
    to,
    number: [i, to],
    unit: 'year',
  });
}
