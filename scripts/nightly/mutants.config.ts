/** The tests that must notice mutants of the tracker; see `stryker.json` beside this file. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tests/unit/tracker/**/*.test.ts'], testTimeout: 20_000 },
});
