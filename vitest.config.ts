import { defineConfig } from 'vitest/config';

/** They replace the console before any library is loaded that may keep a reference to it. */
const ALONE = ['test/functions/intake-privacy.test.ts'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/shared-services.ts'],
    // What a passed test prints is nobody's business; of a failed one, all of it is shown.
    silent: 'passed-only',
    projects: [
      // What a file imports is loaded once for all files: it takes half of the processor time. No file changes what it imports.
      { extends: true, test: { name: 'together', exclude: ALONE, isolate: false } },
      { extends: true, test: { name: 'alone', include: ALONE } },
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
