#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../dist/server.cjs', import.meta.url));
if (existsSync(server)) {
  createRequire(import.meta.url)(server);
} else {
  console.error(`touchstone-language-server is not built: ${server} is missing. Run "npm run build" first.`);
  process.exitCode = 1;
}
