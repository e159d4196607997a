import { expect, test } from 'vitest';
import { createLanguageService, createMemoryHost } from '../../server/src/library/index.ts';

const files = { 'seeds/ferry one.txt': 'The ferry carried 214 passengers when it left Bodø on Friday.\n' };

test('an editor gets diagnostics, a hover and a fix from texts in memory', async () => {
  const host = createMemoryHost({ files });
  const service = createLanguageService(host);
  const uri = host.open('draft.md', 'The ferry left Bodø with 241 passengers.\n');
  const [diagnostic] = await service.diagnostics(uri);
  expect(diagnostic).toMatchObject({ code: 'number-mismatch', range: { start: { line: 0, character: 25 } } });
  const hover = await service.hover(uri, { line: 0, character: 26 });
  expect(JSON.stringify(hover)).toContain('ferry one.txt');
  const range = diagnostic?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const actions = await service.codeActions(uri, range, undefined);
  expect(actions.map(({ title }) => title)).toContain('Replace with “214”');
  host.open('draft.md', 'The ferry left Bodø with 214 passengers.\n');
  expect(await service.diagnostics(uri)).toEqual([]);
});

test('settings and the log are the host’s', async () => {
  const told: string[] = [];
  const host = createMemoryHost({
    files: { 'notes/a.txt': files['seeds/ferry one.txt'] },
    settings: { sources: ['notes/**'], maxSourceSize: 'wrong' },
    log: (level, message) => void told.push(`${level}: ${message}`),
  });
  const service = createLanguageService(host);
  const uri = host.open('draft.txt', 'The ferry left Bodø with 241 passengers.\n');
  expect((await service.diagnostics(uri)).map(({ code }) => code)).toEqual(['number-mismatch']);
  expect((await service.status()).settings.join()).toContain('maxSourceSize');
  host.close('draft.txt');
  expect(await service.diagnostics(uri)).toEqual([]);
});

test('an editor that can show less is told less', async () => {
  const host = createMemoryHost({ files });
  const service = createLanguageService(host, { hoverMarkdown: false });
  const uri = host.open('draft.md', 'The ferry left Bodø with 241 passengers.\n');
  const hover = await service.hover(uri, { line: 0, character: 26 });
  expect(hover?.contents).toMatchObject({ kind: 'plaintext' });
});
