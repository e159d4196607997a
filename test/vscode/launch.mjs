/** Starts VS Code on the bundled suite; a process of its own, so that a virtual screen can be put around it. */
import { runTests } from '@vscode/test-electron';
import { runScript } from '../../scripts/lib/commands.mjs';

await runScript(() => runTests(JSON.parse(process.env.TOUCHSTONE_LAUNCH)));
