import { describe, expect, test } from 'vitest';
import { analyse } from '../../server/src/mentions/analyse.ts';
import { readProse } from '../../server/src/prose/readProse.ts';

const analysed = (text: string, format: 'markdown' | 'plaintext' = 'plaintext') =>
  analyse(readProse({ uri: 'memory:text', format, text }));

const entities = (text: string): readonly string[] =>
  analysed(text).entities.map(({ name, forms }) => `${name} = ${forms.join(', ')}`);

describe('forms of one entity', () => {
  test.each([
    ['Then Anna Berg came. Later Berg left. Mrs Berg slept.', ['Anna Berg = Anna Berg, Berg']],
    ['It was late when Berg, or rather Anna Berg, came.', ['Anna Berg = Berg, Anna Berg']],
    ['The European Union (EU) met. Now the EU rests.', ['European Union = European Union, EU']],
    ['The EU (European Union) met.', ['European Union = EU, European Union']],
    ['The World Trade Forum met. Today the WTF rests.', ['World Trade Forum = World Trade Forum, WTF']],
    ['The US and the U.S. and the United States met.', ['United States = US, U.S., United States']],
    ['It was in Belarus that the Belarusian talks failed.', ['Belarus = Belarus, Belarusian']],
    [
      'Then Anna Berg met Olof Berg. Today Berg left.',
      ['Anna Berg = Anna Berg', 'Olof Berg = Olof Berg, Berg'],
    ],
    ['They left Paris and London.', ['Paris = Paris', 'London = London']],
  ])('%s', (text, expected) => expect(entities(text)).toEqual(expected));
});

test('an entity carries the roles of all its forms', () => {
  const { entities: found } = analysed(
    'The US envoy John Coale came. Later Coale, a lawyer, left. President Coale slept.',
  );
  expect(found.find(({ name }) => name === 'John Coale')?.roles).toEqual(['US envoy', 'lawyer', 'President']);
});

test('each name mention has its entity, other mentions have none', () => {
  const document = analysed('Anna Berg paid 30 dollars. “No,” said Berg.');
  const { mentions } = document.blocks[0] as (typeof document.blocks)[number];
  const found = mentions.map((_, index) => document.entityOf(0, index));
  expect(mentions.map(({ kind }, i) => (kind === 'name' ? found[i] : found[i] === undefined))).toEqual([
    0,
    true,
    true,
    0,
  ]);
});

describe('the date of a document', () => {
  test.each([
    ['Minsk, December 14, 2025 – Talks went on.', { year: 2025, month: 12, day: 14 }],
    ['MINSK (Reuters), 14 December 2025 — Talks went on.', { year: 2025, month: 12, day: 14 }],
    ['14 December 2025\n\nTalks went on.', { year: 2025, month: 12, day: 14 }],
    ['Talks began on 14 December 2025 in Minsk.', undefined],
    ['On 14 December 2025 talks began.', undefined],
  ])('%s', (text, expected) => expect(analysed(text).dateline).toEqual(expected));

  test('front matter comes first', () => {
    const text = '---\ndate: 2024-03-05\n---\nMinsk, December 14, 2025 – Talks went on.\n';
    expect(analysed(text, 'markdown').dateline).toEqual({ year: 2024, month: 3, day: 5 });
  });
});
