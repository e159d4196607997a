import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedSpan, commonEnd, commonStart } from '../../server/src/text/difference.ts';
import { wordDiff } from '../../server/src/text/wordDiff.ts';

const word = fc.constantFrom('a', 'bb', ' ', '  ', '\n', '12', '“', 'é', '😀', '.');
const text = fc.array(word, { maxLength: 30 }).map((parts) => parts.join(''));
/** Two versions of one text, some of them longer than the run that is compared at once. */
const versions = fc
  .tuple(text, text, text, text, fc.constantFrom(0, 0, 4095, 4096, 9000))
  .map(([before, old, now, after, filler]) => {
    const same = `${'x '.repeat(filler)}${before}`;
    return [`${same}${old}${after}${same}`, `${same}${now}${after}${same}`] as const;
  });

test('texts have their common start and end in common, and no more', () => {
  fc.assert(
    fc.property(versions, ([a, b]) => {
      const start = commonStart(a, b);
      expect(a.slice(0, start)).toBe(b.slice(0, start));
      if (start < Math.min(a.length, b.length)) expect(a[start]).not.toBe(b[start]);
      const most = Math.min(a.length, b.length) - start;
      const end = commonEnd(a, b, most);
      expect(a.slice(a.length - end)).toBe(b.slice(b.length - end));
      if (end < most) expect(a[a.length - 1 - end]).not.toBe(b[b.length - 1 - end]);
      const changed = changedSpan(a, b);
      expect([changed.start, changed.end]).toEqual([start, a.length - end]);
    }),
  );
});

test('the changes between two texts turn the one into the other, at the edges of words', () => {
  fc.assert(
    fc.property(versions, ([before, after]) => {
      let built = '';
      let at = 0;
      for (const change of wordDiff(before, after)) {
        expect(change.before.start).toBeGreaterThanOrEqual(at);
        built += before.slice(at, change.before.start);
        expect(built.length).toBe(change.after.start);
        built += after.slice(change.after.start, change.after.end);
        at = change.before.end;
        expect(/\w\w/.test(before.slice(change.before.start - 1, change.before.start + 1))).toBe(false);
      }
      expect(built + before.slice(at)).toBe(after);
    }),
  );
});
