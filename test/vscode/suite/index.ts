import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';
import { reporterTo } from './reporter.ts';

const TEST_LIMIT_MS = 30_000;

/** VS Code calls this in its extension host. */
export async function run(): Promise<void> {
  const report = process.env.TOUCHSTONE_REPORT;
  if (!report) throw new Error('TOUCHSTONE_REPORT names no file');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: TEST_LIMIT_MS,
    reporter: reporterTo(Mocha, (line) => appendFileSync(report, line)),
  });
  // The suites below are part of this bundle and define themselves through mocha's globals.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./tests.ts');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
