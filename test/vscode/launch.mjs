/** Starts VS Code on the bundled suite; a process of its own, so that a virtual screen can be put around it. */
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import { runScript } from '../../scripts/lib/commands.mjs';

await runScript(async () => {
  try {
    return await runTests(JSON.parse(process.env.TOUCHSTONE_LAUNCH));
  } catch (error) {
    // The report has said which tests failed.
    if (error instanceof TestRunFailedError) return error.code ?? 1;
    throw error;
  }
});
