import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CorrectionWatch, watchCorrections } from '../../server/src/desk/correctionWatch.ts';
import { moveSpan, wordDiff } from '../../server/src/text/wordDiff.ts';
import { analyseText, checkText } from '../support/runWorkspace.ts';

const SOURCES = {
  'a.txt':
    'Lukashenko has pardoned 123 individuals, announced on December 13, 2025. US Special Envoy John Coale described the talks as "very productive". The talks lasted two days in Minsk.\n',
};

/** The watch after each version of a draft has been checked in turn. */
const after = (...versions: readonly string[]): CorrectionWatch => watchAll(SOURCES, versions);

function watchAll(sources: Readonly<Record<string, string>>, versions: readonly string[]): CorrectionWatch {
  let watch: CorrectionWatch | undefined;
  versions.forEach((text, at) => {
    const { facts, findings } = checkText(text, sources);
    watch = watchCorrections(
      watch,
      { analysed: analyseText('draft.md', text), facts, findings },
      (uri) => uri,
      `time ${at}`,
    );
  });
  return watch as CorrectionWatch;
}

/** "when from → to (rule, line, source)" of each correction. */
const logOf = (...versions: readonly string[]): readonly string[] =>
  after(...versions).made.map(
    ({ correction: { when, from, to, rule, line, source } }) =>
      `${when}: ${from} → ${to} (${rule}, line ${line}, ${source?.file}:${source?.line})`,
  );

const WRONG = 'Lukashenko pardoned 132 individuals.\n';
const RIGHT = 'Lukashenko pardoned 123 individuals.\n';

describe('a correction is logged', () => {
  test('when a fix replaces the words', () => {
    expect(logOf(WRONG, RIGHT)).toEqual(['time 1: 132 → 123 (number-mismatch, line 1, a.txt:1)']);
  });

  test('when it is typed letter by letter', () => {
    const typed = ['13', '1', '', '1', '12', '123'].map((number) => WRONG.replace('132', number));
    expect(logOf(WRONG, ...typed)).toEqual(['time 6: 132 → 123 (number-mismatch, line 1, a.txt:1)']);
  });

  test('for each of many fixes at once, in one paragraph', () => {
    const wrong =
      'Lukashenko pardoned 132 individuals. US Special Envoy John Cole called the talks “extremely productive”.\n';
    const right = wrong.replace('132', '123').replace('Cole', 'Coale').replace('extremely', 'very');
    expect(logOf(wrong, right)).toEqual([
      'time 1: 132 → 123 (number-mismatch, line 1, a.txt:1)',
      'time 1: John Cole → John Coale (name-misspelled, line 1, a.txt:1)',
      'time 1: extremely productive → very productive (quote-altered, line 1, a.txt:1)',
    ]);
  });

  test('with the whole date where a part was wrong', () => {
    const date = (month: string) => `Lukashenko pardoned 123 individuals, announced on ${month} 13, 2025.\n`;
    expect(logOf(date('November'), date('December'))).toEqual([
      'time 1: November 13, 2025 → December 13, 2025 (date-mismatch, line 1, a.txt:1)',
    ]);
  });

  test.each([
    [
      'a rank that was left out',
      'Northfield is the second-largest rail operator in the north.',
      'Northfield is the largest rail operator in the north.',
      'largest → second-largest (number-mismatch)',
      'An earlier version said largest; it is second-largest.',
    ],
    [
      'a rank that was added',
      'Northfield is the largest rail operator in the north.',
      'Northfield is the second-largest rail operator in the north.',
      'second-largest → largest (number-mismatch)',
      'An earlier version said second-largest; it is largest.',
    ],
    [
      'another rank',
      'Northfield is the second-largest rail operator in the north.',
      'Northfield is the third-largest rail operator in the north.',
      'third → second (number-mismatch)',
      'An earlier version said third; it is second.',
    ],
    [
      'a superlative turned round',
      'The Harrow viaduct is the longest bridge in the county.',
      'The Harrow viaduct is the shortest bridge in the county.',
      'shortest → longest (direction-mismatch)',
      'An earlier version said shortest; it is longest.',
    ],
    [
      'a direction turned round',
      'Sales of the Harrow mill rose 12% in May.',
      'Sales of the Harrow mill fell 12% in May.',
      'fell → rose (direction-mismatch)',
      'An earlier version said fell; it is rose.',
    ],
  ])('with the word beside the fact: %s', (_, source, wrong, said, notice) => {
    const sources = { 'a.txt': `${source}\n` };
    const { findings } = checkText(wrong, sources);
    const [edit] = findings[0]?.fixes[0]?.edits ?? [];
    const right = `${wrong.slice(0, edit?.start)}${edit?.newText}${wrong.slice(edit?.end)}`;
    const half = `${wrong.slice(0, edit?.start)}${edit?.newText.slice(0, 3)}${wrong.slice(edit?.end)}`;
    const log = (...versions: readonly string[]) =>
      watchAll(sources, versions).made.map(({ correction }) => correction);
    expect(log(wrong, right)).toMatchObject([{ notice, source: { file: 'a.txt', line: 1 } }]);
    expect(log(wrong, right).map(({ from, to, rule }) => `${from} → ${to} (${rule})`)).toEqual([said]);
    expect(log(wrong, half, right)).toHaveLength(1);
    expect(log(wrong, half)).toEqual([]);
    expect(log(wrong, right, wrong)).toEqual([]);
    expect(log(wrong, right, wrong, right)).toHaveLength(1);
    expect(log(wrong, '')).toEqual([]);
  });

  test('after text was typed before it, and at its line then', () => {
    expect(logOf(WRONG, `A title\n\n${WRONG}`, `A title\n\n${RIGHT}`)).toEqual([
      'time 2: 132 → 123 (number-mismatch, line 3, a.txt:1)',
    ]);
  });

  test('once, however the text goes on', () => {
    expect(logOf(WRONG, RIGHT, `${RIGHT}\nThe talks lasted two days in Minsk.\n`)).toHaveLength(1);
  });
});

describe('no correction is logged', () => {
  test.each([
    ['when the words are still wrong', [WRONG, WRONG.replace('132', '133')]],
    ['when the sentence is deleted', [WRONG, '\n']],
    ['when the finding is ignored', [WRONG, WRONG.replace('.', '. <!-- touchstone-disable-line -->')]],
    ['when it is undone', [WRONG, RIGHT, WRONG]],
    ['when nothing was wrong', [RIGHT, RIGHT.replace('individuals', 'people')]],
  ])('%s', (_, versions) => {
    expect(logOf(...versions)).toEqual([]);
  });

  test('but again when what was undone is corrected again', () => {
    expect(logOf(WRONG, RIGHT, WRONG, RIGHT)).toEqual([
      'time 3: 132 → 123 (number-mismatch, line 1, a.txt:1)',
    ]);
  });
});

test('a made correction knows where its words stand now', () => {
  const watch = after(WRONG, RIGHT, `More.\n\n${RIGHT}`);
  const [made] = watch.made;
  expect(watch.text.slice(made?.start, made?.end)).toBe('123');
});

describe('the difference of two texts', () => {
  const WORDS = fc.array(fc.constantFrom('a', 'b ', 'cat', '1,2', '\n', '🕊️', ' ', 'é'), { maxLength: 40 });

  test('put in place gives the new text', () => {
    fc.assert(
      fc.property(WORDS, WORDS, (one, two) => {
        const [before, now] = [one.join(''), two.join('')];
        let text = '';
        let at = 0;
        for (const change of wordDiff(before, now)) {
          text += before.slice(at, change.before.start) + now.slice(change.after.start, change.after.end);
          expect(text.length).toBe(change.after.end);
          at = change.before.end;
        }
        expect(text + before.slice(at)).toBe(now);
      }),
    );
  });

  test('a span that no change touches keeps its words', () => {
    fc.assert(
      fc.property(WORDS, WORDS, fc.nat(60), fc.nat(20), (one, two, from, length) => {
        const [before, now] = [one.join(''), two.join('')];
        const start = Math.min(from, before.length);
        const span = { start, end: Math.min(start + length, before.length) };
        const changes = wordDiff(before, now);
        const moved = moveSpan(span, changes);
        expect(moved.start).toBeLessThanOrEqual(moved.end);
        expect(moved.end).toBeLessThanOrEqual(now.length);
        const touched = changes.some(
          (change) => change.before.start <= span.end && span.start <= change.before.end,
        );
        if (!touched) expect(now.slice(moved.start, moved.end)).toBe(before.slice(span.start, span.end));
      }),
    );
  });

  test('of long texts without a word in common is one change', () => {
    const [before, now] = ['x '.repeat(9_000), 'y. '.repeat(9_000)];
    expect(wordDiff(before, now).length).toBeLessThan(3);
  });
});
