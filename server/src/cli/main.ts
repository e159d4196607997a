import { run } from './run.ts';

const { stdout, stderr, env } = process;

// A reader that closes the pipe early ("touchstone … | head") has seen what it wanted.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = run(process.argv.slice(2), {
    cwd: process.cwd(),
    colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
    columns: stdout.columns ?? 100,
    out: (text) => stdout.write(text),
    error: (text) => stderr.write(text),
  });
} catch (error) {
  // Left alone, an exception would end with exit code 1, which means "findings".
  stderr.write(`touchstone: a fault in Touchstone itself, please report it: ${(error as Error).stack}\n`);
  process.exitCode = 2;
}
