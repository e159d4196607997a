import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
// @ts-expect-error the builder is plain JavaScript
import { buildLexicon } from '../../scripts/buildLexicon.mjs';
import { isCommonWord, isFirstName, isLastName, isPlace } from '../../server/src/mentions/lexicon.ts';
import { isDemonym, placeOfDemonym } from '../../server/src/mentions/lexiconDemonyms.ts';
import { isHonorific, isRoleWord } from '../../server/src/mentions/lexiconRoles.ts';

test('the generated lexicon is what the builder makes, and small', () => {
  const file = readFileSync(
    new URL('../../server/src/mentions/lexicon.generated.ts', import.meta.url),
    'utf8',
  );
  expect(file === buildLexicon()).toBe(true);
  expect(file.length).toBeLessThan(150_000);
});

describe('look-ups', () => {
  test.each([
    ['prisoner', true],
    ['prisoners', true],
    ['walked', true],
    ['making', true],
    ['quickly', true],
    ['parties', true],
    ['lukashenko', false],
    ['coale', false],
    ['', false],
  ])('common word %s: %s', (word, expected) => expect(isCommonWord(word)).toBe(expected));

  test.each(['anna', 'john', 'vladimir', 'maria'])('given name %s', (name) =>
    expect(isFirstName(name)).toBe(true),
  );
  test.each(['johnson', 'abbas'])('surname %s', (name) => expect(isLastName(name)).toBe(true));
  test.each(['belarus', 'united states', 'the hague', 'new york'])('place %s', (name) =>
    expect(isPlace(name)).toBe(true),
  );
  test.each(['table', 'reading', 'of'])('no place: %s', (name) => expect(isPlace(name)).toBe(false));

  test.each([
    ['Belarusian', 'Belarus'],
    ['British', 'United Kingdom'],
    ['Germans', 'Germany'],
    ['Englishmen', 'England'],
    ['Swiss', 'Switzerland'],
    ['South Korean', 'South Korea'],
    ['Minsk', undefined],
    ['Muslim', undefined],
  ])('%s is of %s', (word, place) => expect(placeOfDemonym(word)).toBe(place));

  test('faiths are demonyms without a place', () => expect(isDemonym('Muslims')).toBe(true));
  test.each(['envoy', 'co-founder', 'ex-president', 'spokeswoman'])('role %s', (word) =>
    expect(isRoleWord(word)).toBe(true),
  );
  test.each(['table', 'exactly', 'co-op'])('no role: %s', (word) => expect(isRoleWord(word)).toBe(false));
  test('honorifics', () => expect(['mr', 'dr', 'president'].map(isHonorific)).toEqual([true, true, false]));
});
