import { describe, expect, test } from 'vitest';
import * as engine from '../../server/src/engine.ts';
import { DRAFT_RULES } from '../../server/src/rules/registry.ts';
import { RuleFault } from '../../server/src/rules/ruleFault.ts';
import type { Engine } from '../../server/src/service/engine.ts';
import { createMemoryHost, type MemoryHost, serviceOver, ws } from './memoryHost.ts';

const DRAFT = ws('draft.md');
const SOURCE = 'Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n';
/** A wrong number and a wrong name: two rules speak. */
const TEXT = 'Lukashenko has pardoned 132 individuals.\n\nA total of 77 horses live in Zzyzx.\n';

/** The engine, with a rule that throws in place of the one it is named after. */
const engineWith = (code: string): Engine & { readonly calls: number } => {
  let calls = 0;
  const rules = DRAFT_RULES.map((rule) => {
    if (rule.code !== code) return rule;
    const judge = (): never => {
      calls++;
      throw new Error('out of its depth');
    };
    return { ...rule, judge };
  });
  return {
    ...engine,
    get calls() {
      return calls;
    },
    checkDraft: (draft, index, options, hooks) =>
      engine.checkDraft(draft, index, options, { ...hooks, rules }),
  };
};

const codes = async (service: ReturnType<typeof serviceOver>, uri = DRAFT): Promise<unknown[]> => [
  ...new Set((await service.diagnostics(uri)).map(({ code }) => code)),
];

describe('a rule that throws', () => {
  test('is switched off with one message; the other rules go on', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    const faulty = engineWith('number-mismatch');
    const service = serviceOver(host, { engine: faulty });
    host.open(DRAFT, TEXT);
    expect(await codes(service)).toEqual(['not-in-sources']);
    host.open(DRAFT, `${TEXT}\nLukashenko has pardoned 134 individuals.\n`);
    expect(await codes(service)).toEqual(['not-in-sources']);
    expect(faulty.calls).toBe(1);
    expect(host.shown).toEqual([
      'error: Touchstone: the rule number-mismatch has failed and is off until the server is restarted. All other rules go on. The log says what happened.',
    ]);
    const faults = host.logged.filter((line) => line.startsWith('error'));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^error: Error: out of its depth\n +at /);
  });

  test('hover, definition and fixes of the other rules are answered', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    const service = serviceOver(host, { engine: engineWith('not-in-sources') });
    host.open(DRAFT, TEXT);
    const position = { line: 0, character: 25 };
    expect(await service.hover(DRAFT, position)).not.toBeNull();
    expect(await service.definition(DRAFT, position)).toHaveLength(1);
    const actions = await service.codeActions(DRAFT, { start: position, end: position }, undefined);
    expect(actions[0]?.title).toBe('Replace with “123”');
  });

  test('several may throw; a new service begins with all of them again', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    const rules = DRAFT_RULES.map((rule) => ({
      ...rule,
      judge: (): never => {
        throw new Error(rule.code);
      },
    }));
    const broken: Engine = {
      ...engine,
      checkDraft: (draft, index, options, hooks) =>
        engine.checkDraft(draft, index, options, { ...hooks, rules }),
    };
    host.open(DRAFT, TEXT);
    expect(await codes(serviceOver(host, { engine: broken }))).toEqual([]);
    expect(host.shown).toHaveLength(DRAFT_RULES.length);
    expect(await codes(serviceOver(host, { engine }))).toEqual(['number-mismatch', 'not-in-sources']);
  });

  test('on a source too', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    const service = serviceOver(host, {
      engine: {
        ...engine,
        checkSource(source, options) {
          if (options.levels['source-inconsistent'] === 'off') return engine.checkSource(source, options);
          throw new RuleFault('source-inconsistent', new Error('no'));
        },
      },
    });
    host.open(ws('seeds/a.txt'), `${SOURCE}\n<!-- touchstone-disable-line no-rule -->\n`, 'markdown');
    expect(await codes(service, ws('seeds/a.txt'))).toEqual([]);
    expect(host.shown).toHaveLength(1);
  });
});

describe('a check that takes too long', () => {
  const paragraphs = Array.from({ length: 8 }, () => 'Lukashenko has pardoned 132 individuals.\n').join('\n');

  /** A service for which each paragraph of a draft takes a second. */
  function slowService(host: MemoryHost, settings: object) {
    host.rawSettings = { timeBudget: 1.5, ...settings };
    let time = 0;
    let slow = true;
    host.now = () => time;
    const service = serviceOver(host, {
      engine: {
        ...engine,
        *prepareDraft(...draft) {
          let before = 0;
          for (const done of engine.prepareDraft(...draft)) {
            if (slow) time += 1000 * (done - before);
            before = done;
            yield done;
          }
        },
      },
    });
    const quicken = (): void => {
      slow = false;
    };
    return { service, quicken };
  }

  test('says what it has not checked, and goes on from there when it is asked again', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    const { service, quicken } = slowService(host, { maxRepeats: 99 });
    host.open(DRAFT, paragraphs);
    const first = await service.diagnosticReport(DRAFT, undefined);
    expect(first).toMatchObject({
      items: [
        { code: 'number-mismatch' },
        { code: 'number-mismatch' },
        {
          code: 'not-checked',
          severity: 3,
          range: { start: { line: 4, character: 0 }, end: { line: 4, character: 40 } },
          message:
            'Not checked from here on: the check took longer than 1.5 s (setting touchstone.timeBudget). It goes on from here with the next edit or check.',
        },
      ],
    });
    expect(host.logged).toContain('warning: draft.md: the check took longer than 1.5 s and ended at line 5.');
    const sheet = await service.factSheet(DRAFT);
    expect(sheet?.uncheckedFrom).toBeGreaterThan(3);
    const told = service.sheetVersions();
    expect((await service.status()).documents).toMatchObject([{ uncheckedFrom: sheet?.uncheckedFrom }]);
    quicken();
    const second = await service.diagnosticReport(DRAFT, first.resultId);
    expect(second.kind === 'full' && second.items.map(({ code }) => code)).toEqual(
      Array.from({ length: 8 }, () => 'number-mismatch'),
    );
    expect(await service.factSheet(DRAFT)).not.toHaveProperty('uncheckedFrom');
    expect(service.sheetVersions()).not.toEqual(told);
    expect((await service.status()).documents[0]).not.toHaveProperty('uncheckedFrom');
  });

  test('is said at the head of the report, and among what is not checked', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    const { service } = slowService(host, {});
    host.open(DRAFT, paragraphs);
    const report = JSON.parse((await service.report(DRAFT, 'json', undefined))?.text ?? '');
    expect(report.uncheckedFrom).toBeGreaterThan(3);
    expect(report.notChecked[0]).toBe(
      `The draft from line ${report.uncheckedFrom} on: the check took too long and was ended there.`,
    );
  });

  test('says nothing of comments that may have something to silence further down', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': SOURCE });
    host.tick = 1_000_000;
    const service = serviceOver(host, { engine });
    host.open(DRAFT, `<!-- touchstone-disable-file number-mismatch -->\n\n${paragraphs}`);
    expect(await codes(service)).toEqual(['not-checked']);
  });
});
