import fc from 'fast-check';
import { expect, test } from 'vitest';
import { balancedAccuracy, interval, type Response } from './balance.ts';
import type { Item, LabelledError, PredictedFinding } from './item.ts';
import { hits, repairs } from './matching.ts';
import { score } from './score.ts';

const draft = 'The club sold 132 boats in May, Anna Berg said.';
const at = (text: string) => ({ start: draft.indexOf(text), end: draft.indexOf(text) + text.length });

const wrongNumber: LabelledError = {
  ...at('132'),
  text: '132',
  type: 'number',
  correct: '123',
  in_source: false,
  sub: 'digits',
};
const wrongName: LabelledError = { ...at('Anna Berg'), text: 'Anna Berg', type: 'name', in_source: true };
const wrongCause: LabelledError = { ...at('sold'), text: 'sold', type: 'relation', correct: 'bought' };

const clean: Item = { id: 'clean', source: 's', draft, label: 'consistent', pair: 'p', errors: [] };
const bad: Item = {
  ...clean,
  id: 'bad',
  label: 'inconsistent',
  errors: [wrongNumber, wrongName, wrongCause],
};
const finding = (text: string, more: Partial<PredictedFinding> = {}): PredictedFinding => ({
  ...at(text),
  type: 'number',
  severity: 'error',
  ...more,
});

test.each<[string, Partial<PredictedFinding>, boolean]>([
  ['the same span', at('132'), true],
  ['a longer span that is still short', at('sold 132 boats in May'), true],
  ['the character before', { start: at('132').start - 1, end: at('132').start }, false],
  ['the character after', { start: at('132').end, end: at('132').end + 1 }, false],
  ['the whole sentence', { start: 0, end: draft.length }, false],
])('a finding on %s: %j', (_name, span, expected) => {
  expect(hits(finding('132', span), wrongNumber)).toBe(expected);
});

test('a whole quotation may be flagged, and a wrong speaker beside it', () => {
  const quote: LabelledError = { start: 100, end: 120, text: '', type: 'quote' };
  const whole: PredictedFinding = { start: 0, end: 300, type: 'quote' };
  expect(hits(whole, quote)).toBe(true);
  expect(hits({ ...whole, type: 'name' }, quote)).toBe(false);
  const speaker: LabelledError = { start: 130, end: 140, text: '', type: 'name', sub: 'quote_misattr' };
  expect(hits({ start: 20, end: 60, type: 'quote' }, speaker)).toBe(true);
  expect(hits({ start: 20, end: 50, type: 'quote' }, speaker)).toBe(false);
});

test.each([
  ['the right words', '132', '123', true],
  ['the right words in another case and with other dashes', '132', ' 123 ', true],
  ['a longer span rewritten to the same text', '132 boats', '123 boats', true],
  ['other words', '132', '124', false],
])('a suggestion of %s', (_name, span, suggestion, expected) => {
  expect(repairs(bad, finding(span, { suggestion }), wrongNumber)).toBe(expected);
});

test('a suggestion repairs nothing where the right words are not known', () => {
  expect(repairs(bad, finding('Anna Berg', { suggestion: '' }), wrongName)).toBe(false);
});

test('counts recall by group', () => {
  const findings = [finding('132', { suggestion: '123' }), finding('Anna Berg', { type: 'number' })];
  const { recall, byKind, beside } = score([bad], [{ id: 'bad', findings }]);
  const one = { errors: 1, hit: 1, typed: 1, known: 1, knownHit: 1, repaired: 1 };
  const name = { errors: 1, hit: 1, typed: 0, known: 0, knownHit: 0, repaired: 0 };
  const missed = { errors: 1, hit: 0, typed: 0, known: 1, knownHit: 0, repaired: 0 };
  expect(recall).toEqual({
    number: one,
    name,
    relation: missed,
    absent: one,
    'another value': one,
    elsewhere: name,
    'unsupported extra': name,
    'in scope': { errors: 2, hit: 2, typed: 1, known: 1, knownHit: 1, repaired: 1 },
    all: { errors: 3, hit: 2, typed: 1, known: 2, knownHit: 1, repaired: 1 },
  });
  expect(byKind).toEqual({ digits: one });
  expect(beside).toEqual({ words: 10, on: 2, off: 0 });
});

test('counts false alarms on consistent drafts only', () => {
  const alarm = finding('May', { type: 'date' });
  const { alarms, beside } = score(
    [clean, bad],
    [
      { id: 'clean', findings: [alarm] },
      { id: 'bad', findings: [alarm] },
    ],
  );
  expect(alarms).toMatchObject({ words: 10, findings: 1, silent: 0, byType: { date: 1 } });
  expect(beside).toEqual({ words: 10, on: 0, off: 1 });
});

test.each([
  ['information', false, 0],
  ['hint', false, 0],
  ['information', true, 1],
  ['warning', false, 1],
  [undefined, false, 1],
])('a finding of level %s counts (all: %s): %i', (severity, all, expected) => {
  const level = severity === undefined ? {} : { severity };
  const weak: PredictedFinding = { ...at('May'), type: 'date', ...level };
  expect(score([clean], [{ id: 'clean', findings: [weak] }], all).findings).toBe(expected);
});

test.each([
  ['flagged on the error, twin silent', [finding('132')], [], 1],
  ['flagged beside the error', [finding('May')], [], 0],
  ['both flagged', [finding('132')], [finding('May')], 0],
  ['neither flagged', [], [], 0],
])('a pair %s: %#', (_name, onBad, onClean, right) => {
  const predictions = [
    { id: 'bad', findings: onBad },
    { id: 'clean', findings: onClean },
  ];
  expect(score([clean, bad], predictions).pairs).toEqual({ pairs: 1, right });
});

test('a rewrite is no twin, and its alarms are counted by kind', () => {
  const rewrite: Item = { ...clean, id: 'rewrite', dataset: 'swap_rewrite', tax: 'digits to words' };
  const result = score([rewrite, bad], [{ id: 'rewrite', findings: [finding('132')] }]);
  expect(result.pairs).toEqual({ pairs: 0, right: 0 });
  expect(result.rewrites).toEqual({ 'digits to words': { drafts: 1, flagged: 1 } });
});

test('drafts with incomplete labels say nothing about findings beside them', () => {
  const weak: Item = { ...bad, weak_spans: true };
  expect(score([weak], [{ id: 'bad', findings: [finding('May')] }]).beside).toEqual({
    words: 0,
    on: 0,
    off: 0,
  });
});

test('counts the characters that labels and findings share', () => {
  const { overlap } = score([bad], [{ id: 'bad', findings: [finding('132 boats')] }]);
  expect(overlap).toEqual({ both: 3, predicted: 9, labelled: 16 });
});

test('balanced accuracy is the mean over both kinds, however many there are', () => {
  const good = { inconsistent: false, flagged: false, article: 'a' };
  const found = { inconsistent: true, flagged: true, article: 'b' };
  const lost = { inconsistent: true, flagged: false, article: 'c' };
  expect(balancedAccuracy([good, good, good, found, lost])).toEqual({
    accuracy: 0.75,
    sensitivity: 0.5,
    specificity: 1,
  });
  expect(balancedAccuracy([found, lost])).toBeUndefined();
});

test('an interval is the same each time, and holds the share of the sample', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 30 }), (flags) => {
      const responses = flags.map((flagged, i) => ({ inconsistent: true, flagged, article: String(i) }));
      const share = (sample: readonly Response[]): number =>
        sample.filter(({ flagged }) => flagged).length / sample.length;
      const found = interval(responses, share);
      expect(interval(responses, share)).toEqual(found);
      const [low, high] = found as readonly [number, number];
      expect(low).toBeLessThanOrEqual(share(responses));
      expect(high).toBeGreaterThanOrEqual(share(responses));
    }),
    { numRuns: 20 },
  );
});
