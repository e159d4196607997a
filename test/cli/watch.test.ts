import { spawn } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { type Folder, launcher, makeFolder } from './touchstone.ts';

const SOURCE = 'The rescue service brought 123 hikers down from the ridge.\n';
const draft = (hikers: number): string =>
  `The rescue service brought **${hikers} hikers** down from the ridge.\n`;

/** A run of --watch, and what it says next. */
function watching(folder: Folder, ...args: readonly string[]) {
  // One pipe for both streams keeps them in order.
  const command = `exec "${process.execPath}" "${launcher}" check --watch ${args.join(' ')} 2>&1`;
  const run = spawn('sh', ['-c', command], { cwd: folder.path });
  let out = '';
  let waiting: { readonly words: string; readonly done: (text: string) => void } | undefined;
  const look = (): void => {
    const at = waiting ? out.indexOf(waiting.words) : -1;
    if (!waiting || at < 0) return;
    const { done, words } = waiting;
    waiting = undefined;
    const text = out.slice(0, at + words.length);
    out = out.slice(at + words.length);
    done(text);
  };
  run.stdout.on('data', (chunk) => {
    out += chunk;
    look();
  });
  return {
    /** Everything up to the words. */
    until: (words: string) =>
      new Promise<string>((done) => {
        waiting = { words, done };
        look();
      }),
    end: () =>
      new Promise((done) => {
        run.once('close', done);
        run.kill('SIGINT');
      }),
  };
}

let folder: Folder;
afterEach(() => folder.remove());

const WATCHING = 'watching 1 draft. Ctrl+C ends it.\n';
const CLEAN = '1 agrees, 0 differ';
const WRONG = '0 agree, 1 differs';

test('a draft, a source and the configuration are watched, and Ctrl+C ends it with 130', async () => {
  folder = makeFolder({ 'seeds/s.txt': SOURCE, 'drafts/draft.md': draft(123), 'touchstone.json': '{}' });
  const run = watching(folder, 'drafts');
  await run.until(CLEAN);
  await run.until(WATCHING);
  folder.add({ 'drafts/draft.md': draft(132) });
  await run.until('drafts/draft.md changed.');
  await run.until(WRONG);
  await run.until(WATCHING);
  folder.add({ 'seeds/s.txt': SOURCE.replace('123', '132') });
  await run.until('seeds/s.txt changed.');
  await run.until(CLEAN);
  await run.until(WATCHING);
  folder.add({ 'drafts/draft.md': draft(145) });
  await run.until('error  number-mismatch');
  await run.until(WATCHING);
  folder.add({ 'touchstone.json': '{ "rules": { "number-mismatch": "off" } }' });
  await run.until('touchstone.json changed.');
  await run.until('switched off: number-mismatch.');
  await run.until(WATCHING);
  expect(await run.end()).toBe(130);
});

test('a new draft is found, and one that cannot be read is told and watched on', async () => {
  folder = makeFolder({ 'seeds/s.txt': SOURCE, 'drafts/one.md': draft(123) });
  const run = watching(folder, 'drafts');
  await run.until(WATCHING);
  folder.add({ 'drafts/two.md': draft(132) });
  await run.until('drafts/two.md:1:30  error');
  await run.until('watching 2 drafts');
  folder.add({ 'drafts/two.md': new Uint8Array([0, 1, 2]) });
  await run.until('The draft drafts/two.md is not a text file');
  await run.until('watching 2 drafts');
  folder.add({ 'drafts/two.md': draft(123) });
  await run.until('2 agree, 0 differ');
  expect(await run.end()).toBe(130);
});
