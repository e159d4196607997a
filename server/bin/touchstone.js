#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const bundle = new URL('../dist/cli.cjs', import.meta.url);

if (existsSync(bundle)) {
  createRequire(import.meta.url)(fileURLToPath(bundle));
} else {
  process.stderr.write(
    'touchstone: the command line has not been built yet. Run "npm run build" in the repository.\n',
  );
  process.exitCode = 2;
}
