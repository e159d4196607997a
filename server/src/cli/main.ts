import { run } from './run.ts';

const { stdout, stderr, env } = process;

// A reader that closes the pipe early ("touchstone … | head") has seen what it wanted.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = run(process.argv.slice(2), {
  cwd: process.cwd(),
  colour: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb',
  columns: stdout.columns ?? 100,
  out: (text) => stdout.write(text),
  error: (text) => stderr.write(text),
});
