import { describe, expect, test } from 'vitest';
import { createMemoryHost, type MemoryHost, serviceOver, ws } from './memoryHost.ts';

const DRAFT = ws('draft.md');

describe('caps', () => {
  const messages = async (text: string, settings: object): Promise<string[]> => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    host.rawSettings = settings;
    host.open(DRAFT, text);
    return (await serviceOver(host).diagnostics(DRAFT)).map(({ message }) => String(message));
  };

  test('the last of the same findings says how many more there are', async () => {
    expect(await messages('2 cat. 2 cat. 3 cat. 2 cat. 2 cat.', { maxRepeats: 2 })).toEqual([
      '1, not 2',
      '1, not 2 (2 more like this in this file are not shown)',
      '1, not 3',
    ]);
    expect(await messages('2 cat. 2 cat.', { maxRepeats: 1 })).toEqual([
      '1, not 2 (1 more like this in this file is not shown)',
    ]);
    expect(await messages('2 cat. 2 cat.', { maxRepeats: 2 })).toEqual(['1, not 2', '1, not 2']);
  });

  test('one entry stands for what is over the cap of the file, the least serious of it', async () => {
    const settings = { maxFindings: 2, rules: { 'not-in-sources': 'hint' } };
    expect(await messages('5 dogs. 2 cat. 6 owls. 3 cat.', settings)).toEqual([
      '1, not 2',
      '1, not 3',
      '2 more findings are not shown. Mend or ignore some of those above, or raise the setting touchstone.maxFindings.',
    ]);
    expect(await messages('2 cat. 3 cat.', settings)).toEqual(['1, not 2', '1, not 3']);
  });

  test('the project file has the last word', async () => {
    const host = createMemoryHost({
      'seeds/a.txt': '1 cat',
      'touchstone.json': '{ "limits": { "maxRepeats": 1 } }',
    });
    host.open(DRAFT, '2 cat. 2 cat.');
    expect(await serviceOver(host).diagnostics(DRAFT)).toHaveLength(1);
  });

  test('the entry of the cap stands at the first finding that is left out', async () => {
    const host = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    host.rawSettings = { maxFindings: 1 };
    host.open(DRAFT, '2 cat.\n\n3 cat.\n');
    const [, rest] = await serviceOver(host).diagnostics(DRAFT);
    expect(rest).toMatchObject({ severity: 3, code: 'more-findings', range: { start: { line: 2 } } });
  });
});

describe('while one writes', () => {
  const begin = async (text: string) => {
    const host: MemoryHost = createMemoryHost({ 'seeds/a.txt': '1 cat' });
    const service = serviceOver(host);
    const shown = async (): Promise<string[]> =>
      (await service.diagnostics(DRAFT)).map(({ message }) => String(message));
    host.open(DRAFT, text);
    const first = await shown();
    const type = async (next: string): Promise<string[]> => {
      host.open(DRAFT, next);
      service.typing(DRAFT);
      return shown();
    };
    return { service, host, shown, type, first };
  };

  test('what is there when a text is opened is shown', async () => {
    expect((await begin('2 cat')).first).toEqual(['1, not 2']);
  });

  test('a new finding in the sentence being written waits for a rest', async () => {
    const { type, shown, service } = await begin('Here is a ');
    expect(await type('Here is a 2 cat')).toEqual([]);
    expect(await shown()).toEqual([]);
    expect(await type('Here is a 2 cat and')).toEqual([]);
    expect(service.rested(DRAFT)).toBe(true);
    expect(await shown()).toEqual(['1, not 2']);
    expect(service.rested(DRAFT)).toBe(false);
  });

  test('one that was shown stays while its sentence, or it itself, is changed', async () => {
    const { type } = await begin('Here is 2 cat.');
    expect(await type('Here is now 2 cat.')).toEqual(['1, not 2']);
    expect(await type('Here is now 23 cat.')).toEqual(['1, not 23']);
    expect(await type('Here is now 23 cat. And')).toEqual(['1, not 23']);
  });

  test('one that is fixed vanishes at once', async () => {
    const { type } = await begin('Here is 2 cat.');
    expect(await type('Here is 1 cat.')).toEqual([]);
  });

  test('one in another sentence is shown at once, as when the caret has moved on', async () => {
    const { type } = await begin('First. Then ');
    expect(await type('First. Then 2 cat.')).toEqual([]);
    expect(await type('First. Then 2 cat. And')).toEqual(['1, not 2']);
  });

  test('what is pasted is not typed', async () => {
    const { type } = await begin('Here: ');
    expect(await type(`Here: 2 cat ${'and so on '.repeat(100)}`)).toEqual(['1, not 2']);
  });

  test('the id of a result tells what is kept back', async () => {
    const { host, service } = await begin('Here is ');
    host.open(DRAFT, 'Here is 2 cat');
    service.typing(DRAFT);
    const held = await service.diagnosticReport(DRAFT, undefined);
    expect(held).toMatchObject({ kind: 'full', items: [] });
    expect(await service.diagnosticReport(DRAFT, held.resultId)).toMatchObject({ kind: 'unchanged' });
    service.rested(DRAFT);
    expect(await service.diagnosticReport(DRAFT, held.resultId)).toMatchObject({
      kind: 'full',
      items: [{ message: '1, not 2' }],
    });
  });
});

describe('a client that pulls is told nothing twice', () => {
  /** Types one text after the other, each asked about, and says what kind of answer each gets. */
  const answers = async (...texts: readonly string[]): Promise<readonly string[]> => {
    const host = createMemoryHost({ 'seeds/a.txt': 'He met 1 cat.' });
    const service = serviceOver(host);
    let previous: string | undefined;
    const kinds: string[] = [];
    for (const text of texts) {
      host.open(DRAFT, text);
      const report = await service.diagnosticReport(DRAFT, previous);
      previous = report.resultId;
      kinds.push(report.kind);
    }
    return kinds;
  };

  test('while the marks stay where they are, whatever is written elsewhere, also in their sentence', async () => {
    expect(await answers('He met 2 cat.', 'He met 2 cat. A', 'He met 2 cat. And', 'He met 2 cat.')).toEqual([
      'full',
      'unchanged',
      'unchanged',
      'unchanged',
    ]);
    expect(await answers('He met 2 cat.', 'He met 2 cat then.')).toEqual(['full', 'unchanged']);
  });

  test('but what has moved is told', async () => {
    expect(await answers('He met 2 cat.', 'Today he met 2 cat.')).toEqual(['full', 'full']);
    expect(await answers('He met 2 cat.', '\nHe met 2 cat.')).toEqual(['full', 'full']);
  });

  test('and what was typed over, even where the same stands there in the end', async () => {
    expect(await answers('He met 2 cat.', 'He met 1 cat.', 'He met 2 cat.')).toEqual([
      'full',
      'full',
      'full',
    ]);
    const host = createMemoryHost({ 'seeds/a.txt': 'He met 1 cat.' });
    const service = serviceOver(host);
    host.open(DRAFT, 'He met 2 cat.');
    const first = await service.diagnosticReport(DRAFT, undefined);
    host.open(DRAFT, 'He met 3 cat.');
    host.open(DRAFT, 'He met 2 cat.');
    expect((await service.diagnosticReport(DRAFT, first.resultId)).kind).toBe('full');
  });
});
