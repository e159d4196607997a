import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explainAt } from '../../server/src/alignment/explain.ts';
import { WEIGHTS } from '../../server/src/alignment/weights.ts';
import { analyse, createSourceIndex, readProse } from '../../server/src/engine.ts';
import { explanationText } from '../../server/src/findings/explanation.ts';

const article = readFileSync(join(import.meta.dirname, '../../seeds/lukashenko-pardons.txt'), 'utf8');
const read = (uri: string, text: string) => analyse(readProse({ uri, text, format: 'plaintext' }));
const index = createSourceIndex([read('file:///seeds/pardons.txt', article)]);

function explain(text: string, at: string) {
  return explainAt(read('file:///draft.txt', text), index, text.indexOf(at) + 1);
}

test('the best candidate and the runner-up of a wrong number are told, with parts that add up to the score', () => {
  const found = explain('Lukashenko pardoned 132 individuals after two days of talks.', '132');
  expect(found?.alignment.verdict).toBe('refuted');
  expect(found?.candidates.length).toBeGreaterThan(1);
  const [best, next] = found?.candidates ?? [];
  const { block } = best?.place.document.blocks[best.place.block] ?? {};
  expect(block?.text.slice(best?.place.start, best?.place.end)).toContain('123');
  expect(best?.comparison).toBe('differs');
  expect(best?.shared.map(({ term }) => term)).toContain('=people');
  expect(best?.binding.score).toBeGreaterThanOrEqual(next?.binding.score ?? 1);
  for (const { binding } of found?.candidates ?? []) {
    const sum =
      WEIGHTS.local * binding.local +
      WEIGHTS.sentence * binding.sentence +
      WEIGHTS.noun * binding.noun +
      WEIGHTS.time * binding.time +
      WEIGHTS.frame * (binding.before + binding.after);
    expect(binding.score).toBeCloseTo(sum, 10);
  }
});

test('a right value, a name, a date and a quotation are explained in words', () => {
  const draft =
    'Lukashenko pardoned 123 individuals. The list was published on December 13, 2025, after talks with John Coale.';
  expect(explainWords(draft, '123')).toMatch(
    /^“123” \(quantity\) agrees with the sources: same value\.\n {2}rests on pardons\.txt:/,
  );
  expect(explainWords(draft, 'John Coale')).toMatch(
    /^“John Coale” \(name\) agrees with the sources: same name\./,
  );
  expect(explainWords('He called it a “very productive visit”.', 'productive')).toContain(
    'Quotations are sought by their words',
  );
  expect(explainWords('The harbour holds 714 yachts.', '714')).toMatch(/is in no source/);
});

test('words beside a fact explain nothing', () => {
  expect(explain('Lukashenko pardoned 132 individuals.', 'pardoned')).toBeUndefined();
});

function explainWords(text: string, at: string): string {
  const found = explain(text, at);
  return found ? explanationText(found) : '';
}

test('another number that was held against the claim is told with the odds', () => {
  const draft = 'Lukashenko pardoned 132 individuals after two days of talks.';
  expect(explainWords(draft, '132')).toMatch(
    /\n123 was held against it: odds \d\.\d\d, enough \(-0\.15 is\)\.\n {2}at first /,
  );
});
