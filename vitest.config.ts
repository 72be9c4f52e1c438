import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/support/slowest-first.ts';

// Commands are tried as processes of their own, some a dozen times: what Node made of a file is kept for the next one.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'node');

/** They replace the console before any library is loaded that may keep a reference to it. */
const ALONE = ['test/functions/intake-privacy.test.ts'];

const settings = {
  globalSetup: ['test/support/shared-services.ts'],
  testTimeout: 60_000,
  hookTimeout: 120_000,
};

export default defineConfig({
  test: {
    // What a passed test prints is nobody's business; of a failed one, all of it is shown.
    silent: 'passed-only',
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    // What a file was turned into is kept for the next run.
    fsModuleCache: true,
    projects: [
      // What a file imports is loaded once for all files: it takes half of the processor time. No file changes what it
      // imports.
      { test: { ...settings, name: 'together', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false } },
      { test: { ...settings, name: 'alone', include: ALONE } },
    ],
  },
});
