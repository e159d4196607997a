import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: vitest reads its configuration from the default export
export default defineConfig({
  test: {
    // Limits for what hangs: how long a test takes says little on a busy machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One of two cores would wait otherwise: by itself vitest leaves one free.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['test/{unit,service}/**/*.test.ts'],
          // Nothing there replaces modules or changes the process, and reading the engine takes longer than most of it.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'whole',
          include: ['test/**/*.test.ts'],
          exclude: ['test/{unit,service}/**', 'test/vscode/**', 'node_modules/**'],
        },
      },
    ],
  },
});
