import './scripts/test/group-by.ts';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Tests that compare times with the page's own clock have the machine to themselves. */
const TIMED = ['matrix/matrix', 'worker', 'trace'].map((name) => `tests/e2e/${name}.test.ts`);

const IN_BROWSERS = {
  testTimeout: 240_000,
  hookTimeout: 120_000,
  // A real browser on a busy machine may miss a step once; what was tried again is in the report.
  retry: 1,
  globalSetup: ['tests/e2e/build.ts'],
};

export default defineConfig({
  test: {
    // The rooms that make the number: the unit tests run every line and branch of them, as `npm test` measures.
    coverage: {
      provider: 'v8',
      include: ['lib/{otm,refdb,tokens,pricing}/**/*.ts'],
      exclude: ['**/*.test.ts', '**/types.ts'],
      reporter: ['text-summary'],
      reportsDirectory: '.cache/coverage',
      thresholds: { lines: 100, branches: 100 },
    },
    projects: [
      {
        plugins: [preact()],
        test: {
          name: 'unit',
          include: ['lib/**/*.test.{ts,tsx}', 'tests/unit/**/*.test.{ts,tsx}', 'tests/replay/**/*.test.ts'],
          testTimeout: 20_000,
          // All cores: by default one is left to whoever watches.
          maxWorkers: '100%',
        },
      },
      { test: { name: 'e2e', include: TIMED, fileParallelism: false, ...IN_BROWSERS } },
      {
        test: {
          name: 'pages',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: TIMED,
          maxWorkers: 3,
          ...IN_BROWSERS,
        },
      },
    ],
  },
});
