import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepBothSides, mergeTicks } from '../../server/src/desk/mergeTicks.ts';
import type { Tick } from '../../server/src/desk/tick.ts';
import { readTicksFile, tickKey, withoutTicks, withTicks } from '../../server/src/desk/ticksFile.ts';
import { readTickLine, TICKS_HEADER, writeTickLine } from '../../server/src/desk/ticksLine.ts';

const tick = (more: Partial<Tick> = {}): Tick => ({
  fact: 'f1',
  state: 'ticked',
  kind: 'number',
  text: '123',
  verdict: 'supported',
  sources: [{ path: 'seeds/a.txt', hash: 'h1', sentence: 'He pardoned 123 individuals.' }],
  by: 'Ada',
  when: '2025-12-14T10:00:00Z',
  ...more,
});

const fileOf = (...ticks: Tick[]): string => withTicks(undefined, ticks) as string;
const messages = (text: string) => {
  const { problems } = readTicksFile(text);
  return problems.map(({ start, message }) => `${text.slice(0, start).split('\n').length}: ${message}`);
};

/** Entries of few people about few facts, so that they meet. */
const anyTick: fc.Arbitrary<Tick> = fc.record({
  fact: fc.constantFrom('f1', 'f2', 'f3', 'f3-2'),
  state: fc.constantFrom('ticked', 'accepted'),
  kind: fc.constantFrom('number', 'date', 'name', 'quote'),
  text: fc.oneof(fc.constantFrom('123', 'Minsk'), fc.string({ unit: 'binary', maxLength: 300 })),
  verdict: fc.constantFrom('supported', 'refuted', 'notEnoughInfo'),
  sources: fc.array(
    fc.record({ path: fc.string(), hash: fc.string(), sentence: fc.string({ unit: 'grapheme' }) }),
    { maxLength: 2 },
  ),
  by: fc.constantFrom('Ada', 'Bob', 'Zoë\n<z@x>'),
  when: fc.constantFrom('2025-12-14T10:00:00Z', '2025-12-14T10:00:01Z', '2026-01-01T00:00:00Z'),
  reason: fc.string({ minLength: 1, unit: 'binary' }),
});
const anyTicks = fc.array(anyTick, { maxLength: 8 });

/** Lines that nobody understands, without line ends and blank ones. */
const junk = fc.constantFrom('note to self', '{"fact":1}', '{', '   x', '{"touchstone":"ticks","version":9');
const anyFile = fc
  .tuple(anyTicks, fc.array(junk, { maxLength: 3 }))
  .map(([ticks, lines]) => `${fileOf(...ticks)}${lines.map((line) => `${line}\n`).join('')}`);

describe('reading', () => {
  test('an empty file and a header alone hold nothing and are in order', () => {
    for (const text of ['', '\n', `${TICKS_HEADER}\n`])
      expect(readTicksFile(text)).toMatchObject({ ticks: [], problems: [], closed: undefined });
  });

  test.each([
    ['not json', 'it is not an entry in JSON'],
    ['[1]', 'it is not an entry in JSON'],
    [writeTickLine(tick()).replace('"by":"Ada"', '"by":7'), '“by” is missing or is no text'],
    [writeTickLine(tick()).replace('"ticked"', '"done"'), '“state” must be one of ticked, accepted'],
    [
      writeTickLine(tick()).replace('"number"', '"colour"'),
      '“kind” must be one of number, date, name, quote',
    ],
    [writeTickLine(tick({ when: 'yesterday' })), '“when” must be a time such as 2025-12-14T10:30:00Z'],
    [
      writeTickLine(tick()).replace('"hash":"h1"', '"hash":1'),
      '“sources” must be a list with path, hash and sentence',
    ],
  ])('names the line that is not understood: %s', (line, why) => {
    const text = `${fileOf(tick())}${line}\n`;
    expect(messages(text)).toEqual([
      `3: This line is not understood: ${why}. It is kept as it is and counts for nothing: mend it or delete it.`,
    ]);
    expect(readTicksFile(text).ticks).toEqual([tick()]);
  });

  test('a file of a later version is neither read nor written', () => {
    const text = `{"touchstone":"ticks","version":2}\n${writeTickLine(tick())}\nwhat is this\n`;
    expect(messages(text)).toEqual([
      '1: This file was written by a later version of Touchstone (its format is 2): install that version to read and change it.',
    ]);
    expect(readTicksFile(text).ticks).toEqual([]);
    expect(withTicks(text, [tick()])).toBeUndefined();
  });

  test('each line comes back as it was written', () => {
    fc.assert(
      fc.property(anyTick, (entry) => {
        const line = writeTickLine(entry);
        expect(line).not.toMatch(/[\r\n\u0085\u2028\u2029]/);
        const read = readTickLine(line);
        expect('tick' in read && writeTickLine(read.tick)).toBe(line);
        if (entry.text.length <= 200) expect(read).toEqual({ tick: entry });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readTicksFile(text)));
  });
});

describe('writing', () => {
  test('a new file has a header and one sorted line an entry', () => {
    const text = fileOf(tick({ text: '9', fact: 'b' }), tick({ text: '10', fact: 'a' }));
    expect(text.split('\n').map((line) => line.slice(0, 14))).toEqual([
      '{"touchstone":',
      '{"text":"10","',
      '{"text":"9","k',
      '',
    ]);
  });

  test('a person’s newer entry takes the place of the older, another person’s stays', () => {
    const later = tick({ when: '2025-12-15T10:00:00Z', reason: 'looked again' });
    const text = withTicks(fileOf(tick(), tick({ by: 'Bob' })), [later]) as string;
    expect(readTicksFile(text).ticks).toEqual([later, tick({ by: 'Bob' })]);
  });

  test('keeps every line that is not understood, where it was, and the ends of the lines', () => {
    const before = `${TICKS_HEADER}\r\nnote\r\n${writeTickLine(tick({ text: 'b' }))}\r\n\r\n{"half":`;
    const after = withTicks(before, [tick({ text: 'a', fact: 'f2' })]);
    expect(after).toBe(
      `${TICKS_HEADER}\r\nnote\r\n${writeTickLine(tick({ text: 'a', fact: 'f2' }))}\r\n${writeTickLine(tick({ text: 'b' }))}\r\n\r\n{"half":\r\n`,
    );
  });

  test('never loses a line, whatever the file holds', () => {
    const lines = fc.array(fc.oneof(junk, anyTick.map(writeTickLine), fc.constant('')), { maxLength: 8 });
    fc.assert(
      fc.property(lines, anyTick, (before, entry) => {
        const text = before.map((line) => `${line}\n`).join('');
        const after = withTicks(text, [entry]) as string;
        const kept = before.filter((line) => {
          const read = readTickLine(line);
          return 'problem' in read || tickKey(read.tick) !== tickKey(entry);
        });
        const written = writeTickLine(entry);
        const others = after.split('\n').slice(0, -1);
        others.splice(others.indexOf(written), 1);
        expect(others.filter((line) => line !== TICKS_HEADER)).toEqual(kept);
      }),
    );
  });

  test('taking an entry out gives back the file before it', () => {
    fc.assert(
      fc.property(anyTicks, anyTick, (ticks, entry) => {
        const before = fileOf(...ticks.filter((other) => tickKey(other) !== tickKey(entry)));
        const after = withTicks(before, [entry]);
        expect(withoutTicks(after, (other) => tickKey(other) === tickKey(entry))).toBe(before);
      }),
    );
  });

  test('the order in which entries are added does not show', () => {
    fc.assert(
      fc.property(anyTicks, (ticks) => {
        const distinct = [...new Map(ticks.map((entry) => [tickKey(entry), entry])).values()];
        const oneByOne = [...distinct]
          .reverse()
          .reduce((text, entry) => withTicks(text, [entry]) as string, fileOf());
        expect(oneByOne).toBe(withTicks(undefined, distinct));
      }),
    );
  });
});

describe('merging', () => {
  test('keeps both people’s entries about one fact', () => {
    const merged = mergeTicks(fileOf(tick()), fileOf(tick({ by: 'Bob' })));
    expect(readTicksFile(merged).ticks.map(({ by }) => by)).toEqual(['Ada', 'Bob']);
  });

  test('is the same in every order, and with itself', () => {
    fc.assert(
      fc.property(anyFile, anyFile, anyFile, (a, b, c) => {
        expect(mergeTicks(a, b)).toBe(mergeTicks(b, a));
        expect(mergeTicks(mergeTicks(a, b), c)).toBe(mergeTicks(a, mergeTicks(b, c)));
        const whole = mergeTicks(a, b);
        expect(mergeTicks(whole, a)).toBe(whole);
        expect(mergeTicks(whole, whole)).toBe(whole);
      }),
    );
  });

  test('loses nobody’s entry and no line', () => {
    fc.assert(
      fc.property(anyFile, anyFile, (a, b) => {
        const merged = readTicksFile(mergeTicks(a, b));
        const keys = new Set(merged.ticks.map(tickKey));
        const texts = new Set(merged.lines.map(({ text }) => text));
        for (const file of [a, b].map(readTicksFile)) {
          for (const entry of file.ticks) expect(keys).toContain(tickKey(entry));
          for (const { text, tick: entry } of file.lines) if (!entry) expect(texts).toContain(text);
        }
      }),
    );
  });

  test('with the version both come from, what one side took out stays out', () => {
    const base = fileOf(tick(), tick({ fact: 'f2' }));
    const removed = fileOf(tick({ fact: 'f2' }));
    const added = fileOf(tick(), tick({ fact: 'f2' }), tick({ fact: 'f3' }));
    const facts = (text: string) => readTicksFile(text).ticks.map(({ fact }) => fact);
    expect(facts(mergeTicks(removed, added, base))).toEqual(['f2', 'f3']);
    expect(facts(mergeTicks(removed, added))).toEqual(['f1', 'f2', 'f3']);
    const renewed = fileOf(tick({ when: '2026-01-01T00:00:00Z' }), tick({ fact: 'f2' }));
    expect(facts(mergeTicks(removed, renewed, base))).toEqual(['f1', 'f2']);
  });
});

describe('a conflict left by git', () => {
  const [a, b, c] = [
    tick({ text: 'a', fact: 'a' }),
    tick({ text: 'b', fact: 'b' }),
    tick({ text: 'c', fact: 'c' }),
  ];
  const conflicted = (base: string) =>
    `${TICKS_HEADER}\n<<<<<<< HEAD\n${writeTickLine(a)}\n${base}=======\n${writeTickLine(b)}\n>>>>>>> theirs\n${writeTickLine(c)}\n`;

  test('is told, both sides are read, and nothing is written', () => {
    const file = readTicksFile(conflicted(''));
    expect(file.problems).toHaveLength(1);
    expect(messages(conflicted(''))[0]).toMatch(/^2: Two versions of this file were not merged/);
    expect(file.ticks).toEqual([a, b, c]);
    expect(file.closed).toBe('holds two versions that were not merged');
    expect(withTicks(conflicted(''), [a])).toBeUndefined();
    expect(withoutTicks(conflicted(''), () => true)).toBeUndefined();
  });

  test('is resolved by keeping both sides', () => {
    expect(keepBothSides(conflicted(''))).toBe(fileOf(a, b, c));
    const base = `||||||| ${'0'.repeat(7)}\n${writeTickLine(a)}\n`;
    expect(readTicksFile(conflicted(base)).ticks).toEqual([a, b, c]);
    expect(keepBothSides(conflicted(base))).toBe(fileOf(b, c));
  });

  test.each(['<<<<<<< HEAD\n', '=======\n', '>>>>>>> x\n', '<<<<<<< a\n=======\n<<<<<<< b\n'])(
    'whose marks do not pair is left alone: %j',
    (text) => {
      expect(keepBothSides(`${fileOf(a)}${text}`)).toBeUndefined();
      expect(readTicksFile(`${fileOf(a)}${text}`).closed).toBeDefined();
    },
  );

  test('nothing is a conflict in a file without one', () => {
    expect(keepBothSides(fileOf(a))).toBeUndefined();
  });
});
