import { describe, expect, test } from 'vitest';
import { readTicksFile } from '../../server/src/desk/ticksFile.ts';
import * as engine from '../../server/src/engine.ts';
import type { FactSheetView, FactView } from '../../server/src/service/features/factSheetView.ts';
import type { DecideParams, TicksEdit } from '../../server/src/service/features/ticking.ts';
import type { LanguageService } from '../../server/src/service/languageService.ts';
import { createMemoryHost, type MemoryHost, serviceOver, ws } from './memoryHost.ts';

const SOURCE = 'Lukashenko has pardoned 123 individuals, announced on December 13, 2025.\n';
const DRAFT = ws('texts/draft.md');
const TICKS = ws('texts/draft.md.ticks');
const TEXT = '# Pardons\n\nLukashenko pardoned 132 individuals. It was announced on December 13, 2025.\n';
const NOW = '2025-12-14T10:00:00Z';

interface Desk {
  readonly host: MemoryHost;
  readonly service: LanguageService;
  sheet(): Promise<FactSheetView>;
  fact(text: string): Promise<FactView>;
  /** Decides about the facts with these words, and writes the file as a client does. */
  decide(words: readonly string[], more: Partial<DecideParams>): Promise<TicksEdit>;
  write(path: string, text: string | undefined): boolean;
}

function desk(files: Readonly<Record<string, string | Uint8Array>> = {}, text = TEXT): Desk {
  const host = createMemoryHost({ 'seeds/a.txt': SOURCE, ...files });
  const service = serviceOver(host, { engine });
  host.open(DRAFT, text);
  const sheet = async () => (await service.factSheet(DRAFT)) as FactSheetView;
  const facts = async () => (await sheet()).sections.flatMap((section) => section.facts);
  const write = (path: string, content: string | undefined): boolean => {
    if (content === undefined) host.files.delete(ws(path));
    else host.files.set(ws(path), content);
    return service.filesChanged([ws(path)]);
  };
  return {
    host,
    service,
    sheet,
    write,
    fact: async (words) => (await facts()).find((fact) => fact.text === words) as FactView,
    async decide(words, more) {
      const ids = (await facts()).filter((fact) => words.includes(fact.text)).map(({ id }) => id);
      const edit = await service.decide({
        uri: DRAFT,
        facts: ids,
        action: 'tick',
        by: 'Ada',
        when: NOW,
        ...more,
      });
      if ('text' in edit) {
        const before = host.files.get(edit.uri) ?? null;
        expect(edit.before).toBe(before);
        host.files.set(edit.uri, edit.text);
        expect(service.filesChanged([edit.uri])).toBe(true);
      }
      return edit;
    },
  };
}

const findings = async ({ service }: Desk) => (await service.diagnostics(DRAFT)).map(({ code }) => code);
const mistakes = async ({ service }: Desk) =>
  (await service.configDiagnostics()).flatMap(({ uri, diagnostics }) =>
    diagnostics.map(({ range, message }) => `${uri.split('/').at(-1)}:${range.start.line + 1} ${message}`),
  );

describe('the fact sheet', () => {
  test('has each fact with its state, value and place', async () => {
    const sheet = await desk().sheet();
    expect(sheet.sections.map(({ heading, line }) => [heading, line])).toEqual([['Pardons', 0]]);
    expect(sheet.counts).toMatchObject({ facts: 3, agrees: 2, differs: 1 });
    const differs = sheet.sections[0]?.facts.find(({ state }) => state === 'differs');
    expect(differs).toMatchObject({
      number: 2,
      kind: 'number',
      text: '132',
      range: { start: { line: 2, character: 20 }, end: { line: 2, character: 23 } },
      expected: '123',
      place: {
        uri: ws('seeds/a.txt'),
        name: 'a.txt',
        text: '123',
        range: { start: { line: 0, character: 24 }, end: { line: 0, character: 27 } },
      },
    });
    expect(sheet.ticks).toEqual({ uri: TICKS, orphans: 0 });
  });

  test('is none for a source, a text without sources and a ticks file', async () => {
    const { host, service } = desk();
    host.open(ws('seeds/a.txt'), SOURCE, 'plaintext');
    expect(await service.factSheet(ws('seeds/a.txt'))).toBeNull();
    host.open('file:///elsewhere/b.md', TEXT);
    expect(await service.factSheet('file:///elsewhere/b.md')).toBeNull();
    host.open(TICKS, '{"touchstone":"ticks","version":1}\n', 'plaintext');
    expect(await service.factSheet(TICKS)).toBeNull();
    expect(await service.diagnostics(TICKS)).toEqual([]);
  });
});

describe('a tick', () => {
  test('is put on record beside the draft and shown', async () => {
    const here = desk();
    const edit = await here.decide(['Lukashenko'], {});
    expect(edit).toMatchObject({ uri: TICKS, before: null });
    const [entry] = readTicksFile(here.host.files.get(TICKS) as string).ticks;
    expect(entry).toMatchObject({
      text: 'Lukashenko',
      by: 'Ada',
      when: NOW,
      sources: [{ path: '../seeds/a.txt', sentence: SOURCE.trim() }],
    });
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'ticked', by: 'Ada', when: NOW });
  });

  test('is taken back', async () => {
    const here = desk();
    await here.decide(['Lukashenko'], {});
    await here.decide(['Lukashenko'], { action: 'open' });
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'agrees' });
    expect(here.host.files.get(TICKS)).toBe('{"touchstone":"ticks","version":1}\n');
  });

  test('goes with an edit of the sentence, and comes back with the sentence', async () => {
    const here = desk();
    await here.decide(['Lukashenko'], {});
    here.host.open(DRAFT, TEXT.replace('132 individuals', '132 men'));
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'agrees' });
    expect((await here.sheet()).ticks.orphans).toBe(1);
    here.host.open(DRAFT, `Above.\n\n${TEXT}`);
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'ticked' });
  });

  test('about a fact that is gone is taken out on request', async () => {
    const here = desk();
    await here.decide(['Lukashenko', 'December 13, 2025'], {});
    here.host.open(DRAFT, 'Lukashenko pardoned 132 individuals.');
    expect(await here.decide([], { action: 'prune' })).toHaveProperty('text');
    expect(readTicksFile(here.host.files.get(TICKS) as string).ticks.map(({ text }) => text)).toEqual([
      'Lukashenko',
    ]);
  });

  test('is re-opened by a source that changed, with both sentences', async () => {
    const here = desk();
    await here.decide(['Lukashenko'], {});
    here.write('seeds/a.txt', SOURCE.replace('123', '124'));
    const fact = await here.fact('Lukashenko');
    expect(fact).toMatchObject({ state: 'reopened', reason: 'the source changed since this was ticked' });
    expect(await here.service.sourceChanges(DRAFT, fact.id)).toEqual([
      {
        path: '../seeds/a.txt',
        uri: ws('seeds/a.txt'),
        before: SOURCE.trim(),
        after: SOURCE.trim().replace('123', '124'),
      },
    ]);
  });

  test('is not re-opened by line ends and markup', async () => {
    const here = desk();
    await here.decide(['Lukashenko'], {});
    here.write('seeds/a.txt', SOURCE.replace('individuals, ', 'individuals,\r\n'));
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'ticked' });
  });

  test('is re-opened by a source that is gone', async () => {
    const here = desk({ 'seeds/b.txt': 'Lukashenko went home.' });
    await here.decide(['Lukashenko'], {});
    here.write('seeds/a.txt', undefined);
    const fact = await here.fact('Lukashenko');
    expect(fact).toMatchObject({
      state: 'reopened',
      reason: 'the source ../seeds/a.txt is gone since this was ticked',
    });
    expect(await here.service.sourceChanges(DRAFT, fact.id)).toEqual([
      { path: '../seeds/a.txt', before: SOURCE.trim() },
    ]);
  });

  test('is refused on a fact that differs, without a name, without a place and on a sentence that is gone', async () => {
    const here = desk();
    expect(await here.decide(['132'], {})).toEqual({
      problem: '“132” differs from the source: accept it with a reason, or change it.',
    });
    expect(await here.decide(['Lukashenko'], { by: ' ' })).toHaveProperty('problem');
    expect(await here.decide(['Lukashenko'], { when: 'now' })).toHaveProperty('problem');
    expect(await here.decide(['nothing'], {})).toEqual({
      problem: 'The sentence has changed since: the fact is not in the draft any more.',
    });
    const untitled = 'untitled:Untitled-1';
    here.host.open(untitled, TEXT);
    const view = await here.service.factSheet(untitled);
    expect(view?.counts.facts).toBe(3);
    const params = { uri: untitled, facts: [], action: 'tick', by: 'Ada', when: NOW } as const;
    expect(await here.service.decide(params)).toEqual({
      problem: 'Save the draft first: its ticks are kept in a file beside it.',
    });
  });
});

describe('an acceptance', () => {
  test('needs a reason, silences the finding and is undone', async () => {
    const here = desk();
    expect(await findings(here)).toEqual(['number-mismatch']);
    expect(await here.decide(['132'], { action: 'accept', reason: ' ' })).toEqual({
      problem: 'To accept a fact, say why it may stay.',
    });
    await here.decide(['132'], { action: 'accept', reason: 'the ministry corrected it' });
    expect(await findings(here)).toEqual([]);
    expect(await here.fact('132')).toMatchObject({
      state: 'accepted',
      note: 'the ministry corrected it',
      by: 'Ada',
      when: NOW,
    });
    await here.decide(['132'], { action: 'open' });
    expect(await findings(here)).toEqual(['number-mismatch']);
  });

  test('silences nothing after its source changed', async () => {
    const here = desk();
    await here.decide(['132'], { action: 'accept', reason: 'the ministry corrected it' });
    here.write('seeds/a.txt', SOURCE.replace('123', '124'));
    expect(await findings(here)).toEqual(['number-mismatch']);
    expect(await here.fact('132')).toMatchObject({ state: 'reopened', note: 'the ministry corrected it' });
  });
});

describe('a damaged ticks file', () => {
  test('keeps the line that is not understood, says so, and takes entries all the same', async () => {
    const here = desk({ 'texts/draft.md.ticks': '{"touchstone":"ticks","version":1}\nremember the mayor\n' });
    await here.sheet();
    expect(await mistakes(here)).toEqual([
      'draft.md.ticks:2 This line is not understood: it is not an entry in JSON. It is kept as it is and counts for nothing: mend it or delete it.',
    ]);
    await here.decide(['Lukashenko'], {});
    expect(here.host.files.get(TICKS)).toMatch(
      /^\{"touchstone":"ticks","version":1\}\nremember the mayor\n\{/,
    );
  });

  test('with a merge conflict is read on both sides and not written', async () => {
    const one = desk();
    await one.decide(['Lukashenko'], {});
    const [, line] = (one.host.files.get(TICKS) as string).split('\n');
    const text = `<<<<<<< HEAD\n=======\n${line}\n>>>>>>> x\n`;
    const here = desk({ 'texts/draft.md.ticks': text });
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'ticked' });
    expect((await here.sheet()).ticks.closed).toBe('holds two versions that were not merged');
    expect(await here.decide(['December 13, 2025'], {})).toEqual({
      problem:
        'draft.md.ticks holds two versions that were not merged. Mend it first: nothing is written into it until then.',
    });
    here.host.open(TICKS, text, 'jsonl');
    here.service.documentChanged(TICKS);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] = await here.service.codeActions(TICKS, range, undefined);
    expect(action?.title).toBe('Keep both sides');
    expect(JSON.stringify(action?.edit)).toContain(
      JSON.stringify(`{"touchstone":"ticks","version":1}\n${line}\n`),
    );
  });

  test('that is no text is neither read nor written', async () => {
    const here = desk({ 'texts/draft.md.ticks': new Uint8Array([0xff, 0x41, 0xfe]) });
    expect((await here.sheet()).counts.facts).toBe(3);
    expect(await here.decide(['Lukashenko'], {})).toHaveProperty('problem');
    expect(await mistakes(here)).toEqual([
      'draft.md.ticks:1 This file is not valid UTF-8 text (save it as UTF-8). No tick in it counts, and it is not changed.',
    ]);
  });

  test('counts as it stands in the editor', async () => {
    const one = desk();
    await one.decide(['Lukashenko'], {});
    const here = desk();
    await here.sheet();
    here.host.open(TICKS, one.host.files.get(TICKS) as string, 'jsonl');
    expect(here.service.documentChanged(TICKS)).toBe(true);
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'ticked' });
    here.host.close(TICKS);
    expect(here.service.documentClosed(TICKS)).toBe(true);
    expect(await here.fact('Lukashenko')).toMatchObject({ state: 'agrees' });
  });
});

describe('the list of sources', () => {
  test('says what each source is, how much it is used, and what is wrong with it', async () => {
    const { service } = desk({
      'seeds/b.md':
        '---\ntitle: The count\ndate: 2025-12-15\npublisher: Example Times\n---\n\nThe 3 men and 4 women made a total of 9 people.\n',
      'seeds/c.txt': '',
    });
    const list = await service.listSources(DRAFT);
    expect(list.folder).toBe(ws('seeds'));
    expect(list.sources.map(({ path }) => path)).toEqual(['seeds/a.txt', 'seeds/b.md', 'seeds/c.txt']);
    const [a, b, c] = list.sources;
    expect(a).toMatchObject({ facts: 3, cited: 3, problems: [] });
    expect(b).toMatchObject({ title: 'The count', date: '2025-12-15', publisher: 'Example Times', cited: 0 });
    expect(c).toMatchObject({ skipped: 'is empty', facts: 0 });
  });

  test('names what does not add up inside a source', async () => {
    const { service } = desk({
      'seeds/a.txt': 'He was freed on Monday, December 13, 2025, with 123 others.',
    });
    const [source] = (await service.listSources(undefined)).sources;
    expect(source?.problems).toEqual([{ message: expect.stringContaining('Saturday'), line: 0 }]);
  });

  test('is empty where there is no folder', async () => {
    const { host, service } = desk();
    host.folderUris = [];
    expect(await service.listSources('file:///elsewhere/b.md')).toEqual({ globs: [], sources: [] });
  });
});
