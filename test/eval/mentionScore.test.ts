import { expect, test } from 'vitest';
import { faultsOf } from './mentionCases.ts';
import { type FoundMention, sameValue } from './mentionGold.ts';
import { scoreMentions } from './mentionScore.ts';

const text = 'Some 120 hikers paid €5 in May, Anna Berg said.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const quantity = (
  words: string,
  dimension: 'count' | 'money' | 'duration',
  value: number,
  more: object = {},
) =>
  ({
    type: dimension === 'count' ? 'number' : dimension,
    ...at(words),
    mention: { kind: 'quantity', ...at(words), dimension, value, number: at(words), ...more },
  }) as unknown as FoundMention;

const date = (words: string, more: object): FoundMention =>
  ({
    type: 'date',
    ...at(words),
    mention: { kind: 'date', ...at(words), parts: {}, ...more },
  }) as FoundMention;

const name = (words: string): FoundMention => ({
  type: 'name',
  ...at(words),
  mention: {} as FoundMention['mention'],
});

const gold = {
  id: 'hikers',
  text,
  mentions: [
    { type: 'number', ...at('120'), text: '120', v: 120 },
    { type: 'money', ...at('€5'), text: '€5', v: 5, cur: 'EUR' },
    { type: 'date', ...at('May'), text: 'May', v: 'XXXX-05', opt: true },
    { type: 'person', ...at('Anna Berg'), text: 'Anna Berg' },
  ],
};

test('counts recall, precision, exact spans and values; optional mentions count neither way', () => {
  const found = [
    quantity('Some 120', 'count', 120),
    quantity('€5', 'money', 5, { unit: 'USD' }),
    date('May', { month: 5 }),
  ];
  const { kinds } = scoreMentions([gold], () => [...found, name('hikers')]);
  expect(kinds.number).toEqual({
    gold: 1,
    recalled: 1,
    exact: 0,
    valued: 1,
    right: 1,
    found: 1,
    precise: 1,
  });
  expect(kinds.money).toEqual({
    gold: 1,
    recalled: 1,
    exact: 1,
    valued: 1,
    right: 0,
    found: 1,
    precise: 1,
  });
  expect(kinds.name).toEqual({
    gold: 1,
    recalled: 0,
    exact: 0,
    valued: 0,
    right: 0,
    found: 1,
    precise: 0,
  });
  expect(kinds.date).toBeUndefined();
});

test('a mention of another kind is a miss and a false one', () => {
  const { kinds, slips } = scoreMentions([gold], () => [quantity('€5', 'count', 5)]);
  expect(kinds.money).toMatchObject({ gold: 1, recalled: 0 });
  expect(kinds.number).toMatchObject({ found: 1, precise: 0 });
  expect(slips.some((slip) => slip.includes('missed money “€5”'))).toBe(true);
});

test('a speaker is right by any form of the name', () => {
  const quoted = {
    id: 'q',
    text,
    mentions: [{ type: 'quote', ...at('paid'), text: 'paid', speaker: 'BGS' }],
  };
  const said = (names: readonly string[], sure: boolean): FoundMention[] => [
    { type: 'quote', ...at('paid'), mention: {} as FoundMention['mention'], speaker: { names, sure } },
  ];
  expect(scoreMentions([quoted], () => said(['British Geological Survey', 'BGS'], true)).speakers).toEqual({
    gold: 1,
    named: 1,
    right: 1,
    sure: 1,
    sureRight: 1,
  });
  expect(scoreMentions([quoted], () => said(['Anna Berg'], false)).speakers).toMatchObject({
    named: 1,
    right: 0,
    sure: 0,
  });
});

test.each<[string, FoundMention, number | string | number[] | null, boolean]>([
  ['a number', quantity('120', 'count', 120), 120, true],
  ['another number', quantity('120', 'count', 121), 120, false],
  ['a range', quantity('120', 'count', 10, { high: 15 }), [10, 15], true],
  ['one end of a range', quantity('120', 'count', 10), [10, 15], false],
  [
    'a vague amount',
    quantity('120', 'count', 200, { written: { vague: { low: 200, high: 999 } } }),
    null,
    true,
  ],
  ['days', quantity('120', 'duration', 2, { unit: 'day' }), 'P2D', true],
  ['days for weeks', quantity('120', 'duration', 2, { unit: 'day' }), 'P2W', false],
  ['hours and minutes', quantity('120', 'duration', 156, { unit: 'minute' }), 'PT2H36M', true],
  ['a range of months', quantity('120', 'duration', 12, { unit: 'month', high: 18 }), 'P12M/P18M', true],
  ['a full date', date('May', { year: 2025, month: 5, day: 3 }), '2025-05-03', true],
  ['a date without its year', date('May', { month: 5, day: 3 }), '2025-05-03', false],
  ['a weekday', date('May', { weekday: 6 }), 'XXXX-WXX-6', true],
  ['last month', date('May', { relative: { unit: 'month', count: -1 } }), '-P1M', true],
  ['this year', date('May', { relative: { unit: 'year', count: 0 } }), 'P0Y', true],
  ['a decade', date('May', { decade: 1990 }), '199X', true],
  ['a quarter', date('May', { year: 2024, quarter: 3 }), '2024-Q3', true],
  ['two years', date('May', { year: 2015, until: { year: 2016 } }), '2015/2016', true],
])('the value of %s', (_name, found, v, expected) => {
  expect(sameValue({ type: found.type, start: 0, end: 1, text: '', v }, found)).toBe(expected);
});

test('a case is faulty when a mention is missed, false, of another kind, or has other words or another value', () => {
  const one = { text, expect: [{ type: 'number', surface: '120', start: at('120').start, value: 120 }] };
  expect(faultsOf(one, () => [quantity('120', 'count', 120), name('Anna Berg')])).toEqual([]);
  expect(faultsOf(one, () => [])).toEqual(['missed number “120”']);
  expect(faultsOf(one, () => [quantity('120', 'count', 12)])).toEqual(['value of “120”']);
  expect(faultsOf(one, () => [quantity('120', 'money', 120)])).toEqual(['“120” read as money']);
  expect(faultsOf(one, () => [quantity('Some 120', 'count', 120)])).toEqual(['span “Some 120” for “120”']);
  expect(faultsOf(one, () => [quantity('120', 'count', 120), date('May', { month: 5 })])).toEqual([
    'false date “May”',
  ]);
});
