import { expect, test } from 'vitest';
import type { Message } from 'vscode-languageserver-protocol';
import { answerFirst } from '../../server/src/server/firstAnswer.ts';

const initialize = { jsonrpc: '2.0', id: 1, method: 'initialize', params: {} } as Message;
const notification = (method: string): Message => ({ jsonrpc: '2.0', method }) as Message;
const methodOf = (message: Message): string => (message as unknown as { method: string }).method;

/** A promise that is settled from outside. */
function deferred() {
  let resolve = (): void => {};
  let reject = (_error: Error): void => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A strategy with what happens, in order; the answer to `initialize` is written, and the rest loaded, from outside. */
function start() {
  const events: string[] = [];
  const written = deferred();
  const loaded = deferred();
  const strategy = answerFirst(() => {
    events.push('load');
    return loaded.promise;
  });
  const send = (message: Message) =>
    strategy.handleMessage(message, (handled) => {
      events.push(methodOf(handled));
      return methodOf(handled) === 'initialize' ? written.promise : undefined;
    });
  return { events, written, loaded, send };
}

test('nothing is loaded before the answer is written, and what comes meanwhile waits in order', async () => {
  const { events, written, loaded, send } = start();
  const whole = send(initialize);
  send(notification('initialized'));
  await turn();
  expect(events).toEqual(['initialize']);
  written.resolve();
  await turn();
  send(notification('didOpen'));
  expect(events).toEqual(['initialize', 'load']);
  loaded.resolve();
  await whole;
  send(notification('didChange'));
  expect(events).toEqual(['initialize', 'load', 'initialized', 'didOpen', 'didChange']);
});

test('messages before `initialize` are handled at once', () => {
  const { events, send } = start();
  send(notification('exit'));
  expect(events).toEqual(['exit']);
});

test('a second `initialize` loads nothing again', async () => {
  const { events, written, loaded, send } = start();
  written.resolve();
  loaded.resolve();
  await send(initialize);
  await send(initialize);
  expect(events).toEqual(['initialize', 'load', 'initialize']);
});

test('when loading fails, what waited is handled all the same, and the failure is passed on', async () => {
  const { events, written, loaded, send } = start();
  const whole = send(initialize);
  send(notification('exit'));
  written.resolve();
  loaded.reject(new Error('no such file'));
  await expect(whole).rejects.toThrow('no such file');
  expect(events).toEqual(['initialize', 'load', 'exit']);
});
