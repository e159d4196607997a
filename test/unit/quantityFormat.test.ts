import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DateParts, formatDateLike } from '../../server/src/mentions/formatDate.ts';
import { formatLike } from '../../server/src/mentions/formatNumber.ts';
import type { DateMention } from '../../server/src/mentions/mention.ts';
import { factsOf, quantityOf } from './quantityFacts.ts';

const numbers: readonly (readonly [number, string, string | undefined])[] = [
  [123, '132', '123'],
  [123, 'one hundred and thirty-two', 'one hundred and twenty-three'],
  [2, 'three', 'two'],
  [2, 'Three', 'Two'],
  [12, 'THREE', 'TWELVE'],
  [1200, '1,300', '1,200'],
  [1200, '1300', '1200'],
  [12000, '900', '12,000'],
  [12000, '9\u00a0000', '12\u00a0000'],
  [2.5, '3.5', '2.5'],
  [14.5, '$12.75'.slice(1), '14.50'],
  [1.2e9, '1.5bn', '1.2bn'],
  [1.2e9, '1.5 billion', '1.2 billion'],
  [1.2e9, '1,500 million', '1.2 billion'],
  [9e8, '1.5bn', '900m'],
  [9e8, '1.5 billion', '900 million'],
  [4e6, '5million', '4million'],
  [3e6, '5-million', '3-million'],
  [2.5e6, 'three million', 'two and a half million'],
  [500_000, 'a million', 'half a million'],
  [12, 'two dozen', 'twelve'],
  [123, 'hundreds', '123'],
  [5, 'several', 'five'],
  [-2.5, '-3.5', '-2.5'],
  [3.5, '-2.5', '3.5'],
  [-5, 'minus six', 'minus five'],
  [71, '70th', '71st'],
  [112, '70th', '112th'],
  [2, 'third', 'second'],
  [22, 'twenty-first', 'twenty-second'],
  [0.25, 'a third', 'a quarter'],
  [0.75, 'two-thirds', 'three-quarters'],
  [0.37, 'two-thirds', undefined],
  [3, 'twice', 'three times'],
  [2, 'a', 'two'],
  [Number.NaN, '12', undefined],
];

test.each(numbers)('writes %d like “%s”', (value, original, expected) => {
  expect(formatLike(value, original)).toBe(expected);
});

const ranges: readonly (readonly [number, number, string, string])[] = [
  [10, 15, '12–18', '10–15'],
  [10, 15, '12 to 18', '10 to 15'],
  [4e6, 5e6, '3m-£4m', '4m-£5m'],
  [4e6, 5e6, '3-4m', '4-5m'],
  [3, 2, '4-2', '3-2'],
  [6, 7, 'five or six', 'six or seven'],
];

test.each(ranges)('writes %d and %d like “%s”', (low, high, original, expected) => {
  expect(formatLike(low, original, high)).toBe(expected);
});

test('a written whole number reads back as the same value', () => {
  const original = fc.constantFrom('7', '1,234', '12345', 'seven', 'two hundred', '3,456,789');
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 5_000_000 }), original, (value, like) => {
      const written = formatLike(value, like) as string;
      expect(quantityOf(`They counted ${written} goats.`).value).toBe(value);
    }),
  );
});

const dates: readonly (readonly [string, DateParts, string])[] = [
  ['on 14 December 2025', { day: 13 }, '13 December 2025'],
  ['on December 14th, 2025', { day: 2, month: 3 }, 'March 2nd, 2025'],
  ['on Friday, December 13, 2025', { weekday: 6 }, 'Saturday, December 13, 2025'],
  ['on 9 Sept 2021', { month: 11 }, '9 Nov 2021'],
  ['on 9 Oct 2021', { month: 9 }, '9 Sep 2021'],
  ['in October 2025', { month: 11, day: 4 }, 'November 2025'],
  ['on 2025-12-03', { month: 1, day: 9 }, '2025-01-09'],
  ['on 25/12/2024', { day: 5 }, '5/12/2024'],
  ["Ruritania's 2020 invasion", { year: 2022 }, '2022'],
  ['the 1990s', { year: 1980 }, '1980s'],
  ['in Q2 2025', { quarter: 1 }, 'Q1 2025'],
  ['in the third quarter of 2025', { quarter: 1, year: 2024 }, 'first quarter of 2024'],
  ['in the fall of 2025', { season: 'summer' }, 'summer of 2025'],
  ['from 2012–13 on', { year: 2015, untilYear: 2016 }, '2015–16'],
];

test.each(dates)('rewrites the date of “%s”', (text, parts, expected) => {
  const date = factsOf(text).find((fact) => fact.kind === 'date') as DateMention;
  expect(formatDateLike(parts, date, text)).toBe(expected);
});
