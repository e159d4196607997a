import fc from 'fast-check';
import { expect, test } from 'vitest';
import { check, createSourceChecker } from '../../server/src/library/index.ts';

const ferry = {
  name: 'seeds/ferry.txt',
  text: 'The ferry carried 214 passengers when it left Bodø on Friday, said the harbour master, Kari Lund.',
};
const crew = { name: 'seeds/crew.txt', text: 'The crew of 18 was not hurt. The crew comes from Narvik.' };

test('a finding names the place, the value and the evidence', () => {
  const text = 'Of the ferry.\n\nThe ferry left Bodø with 241 passengers.\n';
  const result = check({ draft: { name: 'draft.md', text }, sources: [ferry, crew] });
  expect(result.findings).toHaveLength(1);
  const [finding] = result.findings;
  expect(finding).toMatchObject({ code: 'number-mismatch', text: '241', expected: ['214'] });
  expect(finding?.evidence[0]).toMatchObject({ uri: 'seeds/ferry.txt', text: '214', line: 0 });
  expect(result.position(finding?.start ?? 0)).toEqual({ line: 2, character: 25 });
  expect(result.coverage.refuted).toBe(1);
});

test('options reach the check', () => {
  const draft = { name: 'draft.md', text: 'The ferry carried 241 passengers when it left on 3/4/2025.\n' };
  const codes = (options = {}) => check({ draft, sources: [ferry], options }).findings.map((f) => f.code);
  expect(codes()).toContain('number-mismatch');
  expect(codes({ levels: { 'number-mismatch': 'off' } })).not.toContain('number-mismatch');
  expect(codes({ accepted: [{ value: '241' }] })).not.toContain('number-mismatch');
});

test('the order of a date of digits can be said', () => {
  const source = { name: 'a.txt', text: 'The bridge at Moss was opened by the mayor on 3 April 2025.' };
  const draft = { name: 'draft.md', text: 'The bridge at Moss was opened by the mayor on 3/4/2025.\n' };
  const codes = (dateOrder: 'dmy' | 'mdy') =>
    check({ draft, sources: [source], options: { dateOrder } }).findings.map(({ code }) => code);
  expect(codes('dmy')).toEqual([]);
  expect(codes('mdy')).toEqual(['date-mismatch']);
});

test('the format follows the name, or is said', () => {
  const text = '~~~\nThe ferry left Bodø with 241 passengers.\n~~~\n';
  const count = (name: string, format?: 'markdown' | 'plaintext') =>
    check({ draft: { name, text, ...(format && { format }) }, sources: [ferry] }).findings.length;
  expect([count('a.md'), count('a.txt'), count('a.txt', 'markdown'), count('a', 'plaintext')]).toEqual([
    0, 1, 0, 1,
  ]);
});

test('the order of the sources changes nothing, and two of one name are refused', () => {
  const draft = {
    name: 'draft.md',
    text: 'The crew of 19 left Bodø with 241 passengers, said Kari Lunde.\n',
  };
  fc.assert(
    fc.property(fc.shuffledSubarray([ferry, crew], { minLength: 2 }), (sources) => {
      expect(JSON.stringify(check({ draft, sources }))).toBe(
        JSON.stringify(check({ draft, sources: [crew, ferry] })),
      );
    }),
  );
  expect(() => createSourceChecker([ferry, { ...crew, name: ferry.name }])).toThrow(
    'Two sources are called “seeds/ferry.txt”',
  );
});

test('a source that contradicts itself is told by name', () => {
  const torn = {
    name: 'torn.txt',
    text: 'The bridge was opened on Monday, 3 April 2025, by the mayor.',
  };
  const { sourceFindings } = createSourceChecker([torn, ferry]);
  expect(sourceFindings.get('torn.txt')?.map(({ code }) => code)).toContain('source-inconsistent');
  expect(sourceFindings.get('seeds/ferry.txt')).toEqual([]);
});
