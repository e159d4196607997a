import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantityValues } from '../../server/src/alignment/agreement.ts';
import { compareQuantity } from '../../server/src/alignment/compareQuantity.ts';
import { selectBest } from '../../server/src/alignment/selectBest.ts';
import type { QuantityMention } from '../../server/src/mentions/mention.ts';
import { analyseText } from '../support/runWorkspace.ts';

const TEXT = [
  'About 120 people and 120 houses; more than 120 people, at least 120, nearly 120, 120.0, 119, 1,200 and 12.',
  '$1.2 billion, 1.2bn dollars, €1.2 billion, $1,200 million, 5 percent, 5 percentage points, 0.05, a third, half.',
  'Two days, 48 hours, two weeks, several days, dozens of people, hundreds, 15–20 percent, between 15 and 20.',
  'He is 34; a 34-year-old won 3-1; the second of them; Chapter 7; 3 km, 3,000 metres, 1.9 miles, -2.5C.',
].join('\n\n');

const located = analyseText('text.txt', TEXT).blocks.flatMap(({ mentions }) =>
  mentions.filter((mention): mention is QuantityMention => mention.kind === 'quantity'),
);
const keyOf = (mention: QuantityMention): string => quantityValues.keyOf({ mention } as never);

test('quantities with one key compare alike with every other quantity', () => {
  expect(located.length).toBeGreaterThan(25);
  const byKey = new Map<string, QuantityMention>();
  let shared = 0;
  for (const mention of located) {
    const other = byKey.get(keyOf(mention));
    if (!other) byKey.set(keyOf(mention), mention);
    else {
      shared++;
      for (const draft of located) {
        expect(compareQuantity(draft, mention)).toEqual(compareQuantity(draft, other));
        expect(compareQuantity(mention, draft)).toEqual(compareQuantity(other, draft));
      }
    }
  }
  expect(shared).toBeGreaterThan(0);
});

test('the best of many are those that sorting them all would put first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 300 }), fc.nat(90), (list, most) => {
      const weights = Float64Array.from(list, (value) => value / 7);
      const ids = list.map((_, id) => id).reverse();
      const sorted = [...ids].sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
      expect(selectBest(ids, weights, most + 1)).toEqual(sorted.slice(0, most + 1));
    }),
  );
});
