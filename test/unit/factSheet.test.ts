import { describe, expect, test } from 'vitest';
import { type FactSheet, factSheet, factsOf, type SheetFact } from '../../server/src/desk/factSheet.ts';
import type { Tick, TickLookup } from '../../server/src/desk/tick.ts';
import { checkDraft } from '../../server/src/rules/check.ts';
import { type CheckOptions, DEFAULT_OPTIONS } from '../../server/src/rules/options.ts';
import { createSourceIndex } from '../../server/src/sources/sourceIndex.ts';
import { analyseText } from '../support/runWorkspace.ts';

const SOURCE =
  'Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n\n“We are glad,” said John Coale, the envoy.\n';

function sheetOf(text: string, ticks?: TickLookup, options: Partial<CheckOptions> = {}): FactSheet {
  const index = createSourceIndex([analyseText('seeds/a.txt', SOURCE)]);
  const draft = analyseText('draft.md', text);
  return factSheet(draft, checkDraft(draft, index, { ...DEFAULT_OPTIONS, ...options }), ticks);
}

const lookup = (entries: readonly Tick[], hash: string | undefined = 'h1'): TickLookup => ({
  get: (id) => entries.find(({ fact }) => fact === id),
  sourceHash: (path) => (path === 'seeds/a.txt' ? hash : undefined),
});

const states = (sheet: FactSheet) => factsOf(sheet).map(({ text, state }) => `${text}: ${state}`);

const numberOf = (sheet: FactSheet): SheetFact =>
  factsOf(sheet).find(({ kind }) => kind === 'number') as SheetFact;

const tickFor = (fact: SheetFact, more: Partial<Tick> = {}): Tick => ({
  fact: fact.id,
  state: 'ticked',
  kind: fact.kind,
  text: fact.text,
  verdict: fact.verdict,
  sources:
    fact.verdict === 'notEnoughInfo'
      ? []
      : [{ path: 'seeds/a.txt', hash: 'h1', sentence: 'Lukashenko has pardoned 123 individuals.' }],
  by: 'Ada',
  when: '2025-12-14T10:00:00Z',
  ...more,
});

const RIGHT = 'Lukashenko pardoned 123 individuals.';
const WRONG = 'Lukashenko pardoned 132 individuals.';

describe('the facts of a draft', () => {
  test('stand in the order of the text, numbered, under their headings', () => {
    const sheet = sheetOf(
      `Lukashenko spoke.\n\n# Pardons\n\n${WRONG}\n\n## Empty\n\n## When\n\nIt was December 13, 2025.\n`,
    );
    expect(
      sheet.sections.map(({ heading, depth, facts }) => [heading, depth, facts.map((f) => f.text)]),
    ).toEqual([
      [undefined, 0, ['Lukashenko']],
      ['Pardons', 1, ['Lukashenko', '132']],
      ['When', 2, ['December 13, 2025']],
    ]);
    expect(factsOf(sheet).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(states(sheet)).toEqual([
      'Lukashenko: agrees',
      'Lukashenko: agrees',
      '132: differs',
      'December 13, 2025: agrees',
    ]);
    expect(sheet.counts).toEqual({
      facts: 4,
      agrees: 3,
      differs: 1,
      unsourced: 0,
      accepted: 0,
      ticked: 0,
      reopened: 0,
    });
  });

  test('carry the findings about them, and their sentence and place', () => {
    const fact = numberOf(sheetOf(`One.\n\n**Lukashenko** pardoned\n132 individuals. He left.\n`));
    expect(fact.findings.map(({ code }) => code)).toEqual(['number-mismatch']);
    expect(fact.line).toBe(3);
    expect(fact.sentence.text).toBe('Lukashenko pardoned 132 individuals.');
    expect(fact.evidence[0]).toMatchObject({ uri: 'seeds/a.txt', line: 0, text: '123' });
  });

  test('a wrong speaker is found on the quotation, not on the name', () => {
    const sheet = sheetOf('“We are glad,” said Lukashenko.');
    const found = factsOf(sheet).filter(({ findings }) => findings.length > 0);
    expect(found.map(({ kind, findings }) => [kind, findings[0]?.code])).toEqual([
      ['quote', 'quote-misattributed'],
    ]);
  });

  test('what a person silenced with a reason is accepted', () => {
    const line = `${WRONG} <!-- touchstone-disable-line number-mismatch: the ministry corrected it -->`;
    expect(numberOf(sheetOf(line))).toMatchObject({
      state: 'accepted',
      accepted: { reason: 'the ministry corrected it' },
      findings: [],
    });
    const accepted = [{ value: '132', reason: 'house count' }];
    expect(numberOf(sheetOf(WRONG, undefined, { accepted }))).toMatchObject({
      state: 'accepted',
      accepted: { reason: 'house count' },
    });
    const print = numberOf(sheetOf(WRONG)).findings[0]?.fingerprint as string;
    const ignored = new Map([[print, 'asked by phone']]);
    expect(numberOf(sheetOf(WRONG, undefined, { ignored })).accepted).toEqual({ reason: 'asked by phone' });
  });
});

describe('ids', () => {
  test('stay when the text around them moves', () => {
    const before = numberOf(sheetOf(RIGHT));
    const after = numberOf(
      sheetOf(`# Heading\n\nLukashenko spoke.\n\n**Lukashenko**  pardoned\n123 individuals.\n`),
    );
    expect(after.id).toBe(before.id);
  });

  test('change with the sentence', () => {
    const id = numberOf(sheetOf(RIGHT)).id;
    expect(numberOf(sheetOf('Lukashenko pardoned 123 individuals today.')).id).not.toBe(id);
    expect(numberOf(sheetOf(WRONG)).id).not.toBe(id);
  });

  test('differ for each fact of a draft', () => {
    const sheet = sheetOf(
      `${RIGHT} ${RIGHT}\n\n- ${RIGHT}\n\n| who | pardoned | freed |\n|-|-|-|\n| he | 123 | 123 |\n| she | 123 | 123 |\n`,
    );
    const ids = factsOf(sheet).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(9);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('ticks', () => {
  const right = numberOf(sheetOf(RIGHT));
  const wrong = numberOf(sheetOf(WRONG));

  test('are kept while sentence, source and verdict are the same', () => {
    expect(numberOf(sheetOf(`\n\n${RIGHT}`, lookup([tickFor(right)])))).toMatchObject({
      state: 'ticked',
      tick: { by: 'Ada' },
    });
  });

  test('are lost with the sentence', () => {
    const edited = numberOf(sheetOf('Lukashenko pardoned all 123 individuals.', lookup([tickFor(right)])));
    expect(edited.state).toBe('agrees');
    expect(edited).not.toHaveProperty('tick');
  });

  test('are re-opened by a source that changed or went', () => {
    expect(numberOf(sheetOf(RIGHT, lookup([tickFor(right)], 'h2')))).toMatchObject({
      state: 'reopened',
      reason: 'the source changed since this was ticked',
      tick: { by: 'Ada' },
    });
    expect(
      numberOf(sheetOf(RIGHT, { ...lookup([tickFor(right)]), sourceHash: () => undefined })).reason,
    ).toBe('the source seeds/a.txt is gone since this was ticked');
  });

  test('are re-opened by another verdict', () => {
    const tick = tickFor(right, { verdict: 'refuted' });
    expect(numberOf(sheetOf(RIGHT, lookup([tick]))).reason).toBe(
      'the sources now agree with it, which they did not when this was ticked',
    );
  });

  test('an acceptance says by whom, when and why', () => {
    const tick = tickFor(wrong, { state: 'accepted', reason: 'asked the ministry' });
    expect(numberOf(sheetOf(WRONG, lookup([tick])))).toMatchObject({
      state: 'accepted',
      accepted: { by: 'Ada', when: '2025-12-14T10:00:00Z', reason: 'asked the ministry' },
    });
  });

  test('with a reason on a fact that agrees is an acceptance all the same', () => {
    const tick = tickFor(right, { state: 'accepted', reason: 'on the record' });
    expect(numberOf(sheetOf(RIGHT, lookup([tick])))).toMatchObject({
      state: 'accepted',
      accepted: { reason: 'on the record' },
    });
  });

  test('what was accepted and a source now confirms agrees', () => {
    const tick = tickFor(right, { state: 'accepted', verdict: 'notEnoughInfo', reason: 'phoned' });
    expect(numberOf(sheetOf(RIGHT, lookup([tick]))).state).toBe('agrees');
  });
});
