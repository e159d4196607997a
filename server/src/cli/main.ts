import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { languageFor } from '../l10n/languages.ts';
import { speak } from '../l10n/message.ts';
import { run } from './run.ts';
import { INTERRUPTED, wantsColour } from './terminal.ts';
import { serveTasks } from './workerPool.ts';

const { stdout, stderr, env } = process;
const bundle = fileURLToPath(import.meta.url);

async function main(): Promise<void> {
  for (const stream of [stdout, stderr]) {
    // A reader that closes the pipe early ("touchstone … | head") has seen what it wanted.
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      // Not at once: a run that has just ended is about to set its exit code.
      setImmediate(() => process.exit());
    });
  }
  for (const [signal, code] of [
    ['SIGINT', INTERRUPTED],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      stderr.write(
        `${stderr.isTTY ? '\r\u001b[K' : ''}touchstone: stopped before the end. Every file is whole: as it was, or mended.\n`,
      );
      process.exit(code);
    });
  }
  try {
    process.exitCode = await run(process.argv.slice(2), {
      cwd: process.cwd(),
      colour: wantsColour(env, stdout.isTTY === true),
      columns: stdout.columns ?? 100,
      progress: stderr.isTTY === true && env.TERM !== 'dumb',
      bundle,
      pages: join(dirname(bundle), 'rules'),
      readStdin,
      now,
      out: (text) => stdout.write(text),
      error: (text) => stderr.write(text),
    });
  } catch (error) {
    // Left alone, an exception would end with exit code 1, which means "findings".
    stderr.write(`touchstone: a fault in Touchstone itself, please report it: ${(error as Error).stack}\n`);
    process.exitCode = 2;
  }
}

/** The time of the run, or that of `SOURCE_DATE_EPOCH` (in seconds), for files that are to come out the same each time. */
function now(): string {
  const epoch = Number(env.SOURCE_DATE_EPOCH || Number.NaN);
  return (Number.isInteger(epoch) ? new Date(epoch * 1000) : new Date()).toISOString();
}

/** Not in one blocking read, which would keep Ctrl+C waiting too. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

// Not the locale of the system: a report is to be the same on every machine unless somebody asks for another language.
speak(languageFor(env.TOUCHSTONE_LOCALE));
if (isMainThread) void main();
else serveTasks();
