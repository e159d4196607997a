import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recogniseFacts } from '../../server/src/mentions/quantitative.ts';
import { type Token, tokenize } from '../../server/src/prose/tokens.ts';
import { type Fact, factsOf } from './quantityFacts.ts';

function checkSpans(text: string, facts: readonly Fact[]): void {
  let end = 0;
  for (const fact of facts) {
    expect(fact.start).toBeGreaterThanOrEqual(end);
    expect(fact.end).toBeGreaterThan(fact.start);
    expect(fact.end).toBeLessThanOrEqual(text.length);
    end = fact.end;
    if (fact.kind === 'quantity') {
      expect(Number.isFinite(fact.value)).toBe(true);
      expect(fact.number.start).toBeGreaterThanOrEqual(fact.start);
      expect(fact.number.end).toBeLessThanOrEqual(fact.end);
    }
    if (fact.kind !== 'date') continue;
    for (const part of Object.values(fact.parts)) {
      expect(part.start).toBeGreaterThanOrEqual(fact.start);
      expect(part.end).toBeLessThanOrEqual(fact.end);
    }
  }
}

const WORDS =
  'one two three half a an the of and to or in million dozen hundred thousand first second third quarter years days ago old May March 5 12 2020 1,200 1.5 $ £ % - – / . , : ( ) per cent cents between from about over km ft in aged Monday last early mid Q 3 st th s m bn no 0 00 \u00a0 ½ minus several couple few point most twice p.m. am GMT'.split(
    ' ',
  );

test('any jumble of number words gives sorted spans inside the text', () => {
  const jumble = fc
    .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom('', ' ', ' ', ' ')), { maxLength: 40 })
    .map((pieces) => pieces.map(([word, gap]) => word + gap).join(''));
  fc.assert(
    fc.property(jumble, (text) => checkSpans(text, factsOf(text))),
    { numRuns: 3000 },
  );
});

test('any text gives sorted spans inside the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => checkSpans(text, factsOf(text))),
    {
      numRuns: 500,
    },
  );
});

/** Counts how often the tokens are read: the work done, whatever the machine. */
function readsOf(text: string): { readonly reads: number; readonly tokens: number } {
  const tokens = tokenize(text);
  let reads = 0;
  const counted = new Proxy(tokens as Token[], {
    get(target, key) {
      reads++;
      return Reflect.get(target, key);
    },
  });
  checkSpans(text, recogniseFacts(text, counted, []));
  return { reads, tokens: tokens.length };
}

const hostile: readonly (readonly [string, string])[] = [
  ['one-', 'number words joined by hyphens'],
  ['1,', 'digits and commas'],
  ['1,234,', 'digit groups'],
  ['1.2.', 'dotted digits'],
  ['1-2-', 'dashed digits'],
  ['1 ', 'lone digits'],
  ['020 ', 'telephone digits'],
  ['hundred and ', 'hundreds'],
  ['a million and a half ', 'millions and halves'],
  ['two million three hundred thousand ', 'sums'],
  ['half a ', 'halves'],
  ['point five ', 'points'],
  ['$', 'currency signs'],
  ['minus ', 'minus words'],
  ['- ', 'dashes'],
  ['of the ', 'function words'],
  ['12 big ', 'counted adjectives'],
  ['12-well-', 'compounds'],
  ['aged 5, 6, ', 'ages'],
  ['May 5, ', 'dates'],
  ['Mon, ', 'weekdays'],
  ['early ', 'parts'],
  ['last ', 'steps'],
  ['tens of ', 'vague amounts'],
  ['(', 'open brackets'],
];

test.each(hostile)('does work in proportion to the text for “%s” (%s)', (piece) => {
  const small = readsOf(piece.repeat(500));
  const large = readsOf(piece.repeat(8000));
  expect(large.reads / large.tokens).toBeLessThan((small.reads / small.tokens) * 1.5 + 5);
  expect(large.reads / large.tokens).toBeLessThan(600);
});

test('long runs without a space or a sense are passed over', () => {
  expect(factsOf('9'.repeat(100_000))).toEqual([]);
  expect(factsOf('x'.repeat(100_000))).toEqual([]);
  expect(factsOf(`0.${'1'.repeat(50_000)}`)).toEqual([]);
});
