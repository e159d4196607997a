import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DocumentDiagnosticReport, Hover } from 'vscode-languageserver-protocol/node';
import { buildServer, type ServerPackage } from './buildServer.ts';
import { startClient } from './client.ts';
import { createWorkspace, DRAFT, SLIP, SOURCE } from './workspace.ts';

let server: ServerPackage;

beforeAll(async () => {
  server = await buildServer('locale');
});
afterAll(() => server.remove());

test.each([
  ['de-DE', '123, nicht 132 — a.txt:1', '**132** weicht von der Quelle ab: **123**', 'a.txt, Zeile 1'],
  ['en', '123, not 132 — a.txt:1', '**132** differs from the source: **123**', 'a.txt, line 1'],
  ['tlh', '123, not 132 — a.txt:1', '**132** differs from the source: **123**', 'a.txt, line 1'],
])('a client with the locale %s is spoken to in its language', async (locale, message, headline, place) => {
  const workspace = createWorkspace({ 'seeds/a.txt': SOURCE, 'draft.md': DRAFT });
  const client = await startClient([process.execPath, server.bundle, '--stdio'], {
    locale,
    folders: [workspace.uri],
    capabilities: { textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] } } },
  });
  try {
    const textDocument = { uri: workspace.uriOf('draft.md') };
    await client.open(textDocument.uri, DRAFT);
    const report = await client.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
    });
    expect(report).toMatchObject({ items: [{ message: expect.stringContaining(message) }] });
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument,
      position: SLIP.start,
    });
    const { value } = hover.contents as { value: string };
    expect(value).toContain(headline);
    expect(value).toContain(place);
  } finally {
    await client.stop();
    workspace.remove();
  }
});
