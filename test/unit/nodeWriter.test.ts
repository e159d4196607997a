import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { StreamMessageReader } from 'vscode-languageserver/node';
import { encodeMessage, StreamWriter } from '../../server/src/server/nodeWriter.ts';

const jsonOf = (message: object): string =>
  Buffer.concat(encodeMessage({ jsonrpc: '2.0', ...message })).toString();

const one = { message: '“600”, not 106', range: { start: { line: 1, character: 2 } } };
const other = { message: 'Łódź 😀', range: { start: { line: 3, character: 4 } } };

test.each([
  ['a report', { id: 1, result: { kind: 'full', resultId: '1', items: [one, other] } }],
  ['one without an id', { id: 1, result: { kind: 'full', items: [other] } }],
  ['an empty report', { id: 1, result: { kind: 'full', resultId: '1', items: [] } }],
  ['an unchanged report', { id: 1, result: { kind: 'unchanged', resultId: '1' } }],
  ['a list', { id: 1, result: { isIncomplete: false, items: [one] } }],
  ['no result', { id: 1, result: null }],
  ['an error', { id: 1, error: { code: -32800, message: 'cancelled' } }],
  ['a notification', { method: 'window/logMessage', params: { items: [one] } }],
])('%s is written as JSON has it', (_, message) => {
  expect(JSON.parse(jsonOf(message))).toEqual({ jsonrpc: '2.0', ...message });
});

test('what was sent is sent again beside what is new', () => {
  const result = { kind: 'full', resultId: '1', items: [one, other] };
  jsonOf({ id: 1, result });
  const moved = { ...one, range: { start: { line: 2, character: 2 } } };
  const next = { id: 2, result: { ...result, items: [other, moved, other] } };
  expect(JSON.parse(jsonOf(next))).toEqual({ jsonrpc: '2.0', ...next });
});

test('messages are read as they were written, in their order', async () => {
  const stream = new PassThrough();
  const writer = new StreamWriter(stream);
  const messages = [1, 2, 3].map((id) => ({ jsonrpc: '2.0', id, result: { kind: 'full', items: [one] } }));
  const read: unknown[] = [];
  const all = new Promise<void>((resolve) => {
    new StreamMessageReader(stream).listen((message) => {
      if (read.push(message) === messages.length) resolve();
    });
  });
  await Promise.all(messages.map((message) => writer.write(message)));
  await all;
  expect(read).toEqual(messages);
});

test('a stream that breaks is told of', async () => {
  const stream = new PassThrough();
  const writer = new StreamWriter(stream);
  const told = new Promise<Error>((resolve) => writer.onError(([error]) => resolve(error)));
  stream.destroy(new Error('gone'));
  await expect(writer.write({ jsonrpc: '2.0' })).rejects.toThrow();
  expect((await told).message).toBe('gone');
});
