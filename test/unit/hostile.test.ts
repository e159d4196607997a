import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/mentions/analyse.ts';
import type { TextFormat } from '../../server/src/prose/document.ts';
import { readProse } from '../../server/src/prose/readProse.ts';

/** Texts that are made to take long. The time may grow with the length, not with its square. */

const analyseText = (text: string, format: TextFormat) => analyse(readProse({ uri: 'draft', format, text }));
const FILLER =
  'The strike stopped 600 trains on Monday, Ann Lee said. “We are sorry,” the operator said.\n\n';

/** Each text in a size of about `length` characters. */
const HOSTILE: Readonly<Record<string, (length: number) => string>> = {
  'a long string of digits': (length) => '1234567890'.repeat(length / 10),
  'digits with grouping marks': (length) => '123,456.'.repeat(length / 8),
  'number words on one string': (length) => 'one-'.repeat(length / 4),
  'number words in a row': (length) => 'one hundred and '.repeat(length / 16),
  'no space at all': (length) => 'x'.repeat(length),
  'open double quotes': (length) => '“a '.repeat(length / 3),
  'open straight quotes': (length) => '"a '.repeat(length / 3),
  'open single quotes': (length) => "'a ".repeat(length / 3),
  'open quotes at the start of paragraphs': (length) => '“a b\n\n'.repeat(length / 6),
  'names in one sentence': (length) => 'Ann Lee and '.repeat(length / 12),
  'words of capitals': (length) => 'NATO EU '.repeat(length / 8),
  'reporting verbs in one sentence': (length) => 'he said that '.repeat(length / 13),
  'roles in one sentence': (length) => 'the prime minister of '.repeat(length / 22),
  'dates in one sentence': (length) => 'May 3, 2020, '.repeat(length / 13),
  'sentence ends': (length) => 'a. '.repeat(length / 3),
  'currency signs': (length) => '$'.repeat(length),
  'open brackets': (length) => '('.repeat(length),
  hyphens: (length) => 'a-'.repeat(length / 2),
  addresses: (length) => 'a@'.repeat(length / 2),
  'white space': (length) => `a${' '.repeat(length)}b`,
  'empty lines': (length) => '\n'.repeat(length),
  'line ends of all kinds': (length) => 'a\r\n\r'.repeat(length / 4),
  markup: (length) => '**a_ [b](c '.repeat(length / 11),
  definitions: (length) => '[a]: b\n\n[a]\n\n'.repeat(length / 13),
};

/** Time of the processor, which other programs on the machine do not lengthen. */
function millisecondsFor(text: string, format: TextFormat): number {
  const start = process.cpuUsage();
  analyseText(text, format);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Sixteen times the text takes 16 times as long when that is linear, and 256 times when it is quadratic. */
const SIZE = 2000;
const TIMES = 16;
const SLACK = 4;
/** Below this many milliseconds a measurement says little. */
const FLOOR = 4;

/** How much longer the large text takes; the best of a few measurements, for clearing memory only makes them worse. */
function growth(make: (length: number) => string, format: TextFormat): number {
  const small = make(SIZE);
  const large = make(SIZE * TIMES);
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5 && best > TIMES * SLACK; i++) {
    const fast = Math.max(FLOOR, millisecondsFor(small, format));
    best = Math.min(best, millisecondsFor(large, format) / fast);
  }
  return best;
}

describe.each(['plaintext', 'markdown'] as const)('in %s', (format) => {
  test.each(Object.entries(HOSTILE))('the time for %s grows with the length', (_, make) => {
    expect(growth(make, format)).toBeLessThanOrEqual(TIMES * SLACK);
  });
});

test('a megabyte without a space, and five of plain text, are read to their end', () => {
  expect(analyseText('x1'.repeat(500_000), 'plaintext').blocks[0]?.block.text.length).toBe(1_000_000);
  const text = FILLER.repeat(Math.ceil(5_000_000 / FILLER.length));
  const { blocks } = analyseText(text, 'plaintext');
  expect(blocks.length).toBe(text.split('\n\n').length - 1);
  expect(blocks.at(-1)?.mentions.map(({ kind }) => kind)).toEqual(
    blocks[0]?.mentions.map(({ kind }) => kind),
  );
});
