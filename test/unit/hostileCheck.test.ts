import { expect, test } from 'vitest';
import { checkText } from '../support/runWorkspace.ts';

/** Texts that are made to take long to check. The time may grow with the length, not with its square. */

const letters = (n: number): string =>
  n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26);
const name = (n: number): string => {
  const word = letters(n);
  return `Ann ${word.charAt(0).toUpperCase()}${word.slice(1)}stone`;
};
const repeated = (n: number, make: (at: number) => string, link = ' and '): string =>
  Array.from({ length: n }, (_, at) => make(at)).join(link);

/** Each text with `n` facts in one sentence or paragraph. */
const HOSTILE: Readonly<Record<string, (n: number) => string>> = {
  'names in one sentence': (n) => `${repeated(n, name)} met.`,
  'one name in one sentence': (n) => `${repeated(n, () => 'Ann Lee')} met.`,
  'quotations in one paragraph': (n) =>
    repeated(n, (at) => `“we are sorry ${letters(at)} for it all”, said Ann Lee.`, ' '),
  'one quotation in one paragraph': (n) => repeated(n, () => '“we are sorry for it all”, said Ann Lee.', ' '),
  'numbers in one sentence': (n) => `${repeated(n, (at) => `${at + 100} boats`)} sank.`,
  'dates in one sentence': (n) =>
    `${repeated(n, (at) => `May ${(at % 28) + 1}, ${1800 + (at % 200)}`)} passed.`,
  'times in one sentence': (n) =>
    `${repeated(n, (at) => `at ${(at % 12) + 1}:${10 + (at % 50)} p.m.`)} it ended.`,
};

/** Time of the processor, which other programs on the machine do not lengthen. */
function millisecondsFor(text: string): number {
  const start = process.cpuUsage();
  checkText(`${text}\n`, { 'source.txt': `${text}\n` });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Eight times the facts take 8 times as long when that is linear, and 64 times when it is quadratic. */
const SIZE = 120;
const TIMES = 8;
const SLACK = 4;
/** Below this many milliseconds a measurement says little. */
const FLOOR = 8;

test.each(Object.entries(HOSTILE))('the time to check %s grows with their number', (_, make) => {
  const small = make(SIZE);
  const large = make(SIZE * TIMES);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 4 && best > TIMES * SLACK; i++) {
    const fast = Math.max(FLOOR, millisecondsFor(small));
    best = Math.min(best, millisecondsFor(large) / fast);
  }
  expect(best).toBeLessThanOrEqual(TIMES * SLACK);
});
