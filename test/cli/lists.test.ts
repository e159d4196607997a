import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { passingFolders } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge.\n';
const BAD =
  '# Ridge\n\nThe rescue service brought **132 hikers** down from the ridge. A helicopter cost $4,870.\n';

const make = passingFolders();

describe('facts', () => {
  test('lists every fact with its place and what the sources say; findings do not fail it', () => {
    const { code, out, error } = make({ 'seeds/s.txt': SOURCE, 'draft.md': BAD }).run('facts', 'draft.md');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out.split('\n')).toEqual([
      'draft.md',
      '  3:30  number  differs            “132”  seeds/s.txt:1',
      '  3:82  number  not in any source  “$4,870”',
      '',
      '2 facts: 0 agree, 1 differs, 1 not in any source. Not checked: causes, omissions, opinion.',
      '',
    ]);
  });

  test('as json, with identity, evidence and findings', () => {
    const { out } = make({ 'seeds/s.txt': SOURCE, 'draft.md': BAD }).run(
      'facts',
      'draft.md',
      '--format=json',
    );
    const { schemaVersion, files } = JSON.parse(out);
    expect(schemaVersion).toBe(1);
    expect(files[0]).toMatchObject({
      file: 'draft.md',
      facts: [
        {
          number: 1,
          kind: 'number',
          text: '132',
          state: 'differs',
          range: { start: { line: 2, character: 29 } },
          evidence: [{ file: 'seeds/s.txt', line: 1, sentence: SOURCE.trim() }],
          findings: [{ code: 'number-mismatch', level: 'error' }],
        },
        { number: 2, state: 'unsourced', evidence: [] },
      ],
      counts: { facts: 2, differs: 1, unsourced: 1 },
    });
  });
});

describe('sources', () => {
  test('lists the sources of the folder, with what is wrong with them', () => {
    const folder = make({
      'seeds/a.txt': SOURCE,
      'seeds/b.md': '---\ntitle: On the ridge\npublisher: The Bulletin\n---\n\nTwo boats.\n',
      'seeds/c.txt': new Uint8Array([0, 1]),
    });
    const { code, out } = folder.run('sources');
    expect(code).toBe(2);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^seeds\/a\.txt {2}59 bytes {2}\d+ facts?$/),
      expect.stringMatching(/^seeds\/b\.md {3}64 bytes {2}\d+ facts?, On the ridge, The Bulletin$/),
      expect.stringMatching(/^seeds\/c\.txt {3}2 bytes {2}SKIPPED: it is not a text file/),
      '3 sources, 1 skipped.',
      '',
    ]);
    const list = JSON.parse(folder.run('sources', '--format', 'json').out);
    expect(list).toMatchObject({
      schemaVersion: 1,
      sources: [
        { file: 'seeds/a.txt' },
        { details: { title: 'On the ridge' } },
        { problem: expect.any(String) },
      ],
      problems: [],
    });
  });

  test('of a draft, and none at all', () => {
    const folder = make({ 'one/seeds/a.txt': SOURCE, 'one/draft.md': BAD, 'two/draft.md': BAD });
    expect(folder.run('sources', 'one/draft.md')).toMatchObject({ code: 0, error: '' });
    const none = folder.run('sources', 'two/draft.md');
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.error).toContain('No sources in seeds/');
  });
});

describe('explain', () => {
  test('prints the page of a rule', () => {
    const { code, out } = make({}).run('explain', 'number-mismatch');
    expect(code).toBe(0);
    expect(out).toBe(readFileSync(join(import.meta.dirname, '../../docs/rules/number-mismatch.md'), 'utf8'));
  });

  test('prints how the fact at a place was judged', () => {
    const folder = make({ 'seeds/s.txt': SOURCE, 'a[1].md': BAD });
    const { code, out } = folder.run('explain', 'a[1].md:3:31');
    expect(code).toBe(0);
    expect(out).toMatch(/^“132” \(quantity\) differs from the sources\.\n {2}rests on s\.txt:1 /);
    expect(folder.run('explain', 'a[1].md:1:1')).toMatchObject({
      code: 0,
      out: 'There is no fact at a[1].md:1:1.\n',
    });
  });
});

describe('init', () => {
  test('writes a project with an example that has something to find, and never writes over anything', () => {
    const folder = make({});
    expect(folder.run('init', 'book')).toMatchObject({ code: 0, error: '' });
    const checked = folder.run('check', 'book');
    expect(checked.code).toBe(1);
    expect(checked.error).toBe('');
    expect(checked.out).toContain('1 draft checked against 1 source: 2 errors.');
    const again = folder.run('init', 'book');
    expect(again).toMatchObject({ code: 2, out: '' });
    expect(again.error).toBe('touchstone: book/touchstone.json is there already; nothing was changed.\n');
  });

  test('leaves the example out where there are sources already', () => {
    const folder = make({ 'seeds/s.txt': SOURCE });
    expect(folder.run('init').out).not.toContain('example');
  });
});

describe('report', () => {
  const files = { 'seeds/s.txt': SOURCE, 'draft.md': BAD };

  test('lays out every fact as html, markdown and json', () => {
    const folder = make(files);
    const { code, out, error } = folder.run('report', 'draft.md', '--format', 'json');
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(JSON.parse(out)).toMatchObject({
      format: 1,
      draft: { file: 'draft.md' },
      counts: { facts: 2, differs: 1, unsourced: 1 },
      sources: [{ file: 'seeds/s.txt' }],
    });
    expect(folder.run('report', 'draft.md', '--format', 'markdown').out).toContain('# Fact report: draft.md');
    expect(folder.run('report', 'draft.md', '-o', 'r.html')).toEqual({ code: 0, out: '', error: '' });
    expect(readFileSync(join(folder.path, 'r.html'), 'utf8')).toContain(
      '<title>Fact report: draft.md</title>',
    );
  });

  test.each([
    [['report', 'nope.md'], 'No such draft: nope.md. Check the path.'],
    [['report', '.'], 'is a folder. Name one draft.'],
    [
      ['report', 'draft.md', '-o', 'no/folder/r.html'],
      'The report no/folder/r.html cannot be written (ENOENT).',
    ],
  ])('%j: 2', (args, message) => {
    const { code, error } = make(files).run(...args);
    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  test('a source that is skipped is named, and makes it 2', () => {
    const { code, out, error } = make({ ...files, 'seeds/e.txt': '' }).run(
      'report',
      'draft.md',
      '--format',
      'json',
    );
    expect(code).toBe(2);
    expect(error).toBe('touchstone: Skipped the source seeds/e.txt: it is empty.\n');
    expect(JSON.parse(out).counts.facts).toBe(2);
  });
});

describe('ticks', () => {
  test('what a person has accepted in the ticks file is silent, unless --no-ignore asks', () => {
    const folder = make({ 'seeds/s.txt': SOURCE, 'draft.md': BAD });
    const { facts } = JSON.parse(folder.run('facts', 'draft.md', '--format=json').out).files[0];
    const tick = {
      fact: facts[0].id,
      text: '132',
      kind: 'number',
      state: 'accepted',
      by: 'Ada',
      when: '2026-01-02T03:04:05Z',
      reason: 'counted again',
      verdict: 'refuted',
      sources: [],
    };
    folder.add({ 'draft.md.ticks': `{"touchstone":"ticks","version":1}\n${JSON.stringify(tick)}\n` });
    const quiet = folder.run('check', 'draft.md');
    expect(quiet).toMatchObject({ code: 0, error: '' });
    expect(folder.run('facts', 'draft.md').out).toContain('accepted');
    expect(folder.run('check', 'draft.md', '--no-ignore').code).toBe(1);
  });

  test('a ticks file that cannot be read is never a clean run', () => {
    const folder = make({ 'seeds/s.txt': SOURCE, 'draft.md': SOURCE, 'draft.md.ticks': 'nonsense\n' });
    const { code, error } = folder.run('check', 'draft.md');
    expect(code).toBe(2);
    expect(error).toMatch(/^touchstone: draft\.md\.ticks:1: /);
  });
});
