/** The tests that must notice mutants of the tracker; see `stryker.json` beside this file. */
import '../test/group-by';
import { defineConfig, type Plugin } from 'vitest/config';

/**
 * StrykerJS names the tests of a mutant with a space between the groups that they stand in, Vitest 5 with " > ": no
 * test would run, and each mutant would pass for one that no test notices (stryker-mutator/stryker-js#6210).
 */
export const withGroups = (pattern: RegExp): RegExp =>
  new RegExp(pattern.source.replaceAll(' ', '(?: > | )'));

const strykerNames: Plugin = {
  name: 'stryker-names',
  configureVitest({ project }) {
    let pattern = project.config.testNamePattern;
    Object.defineProperty(project.config, 'testNamePattern', {
      enumerable: true,
      configurable: true,
      get: () => pattern,
      set: (next: RegExp | undefined) => {
        pattern = next === undefined ? undefined : withGroups(next);
      },
    });
  },
};

export default defineConfig({
  plugins: [strykerNames],
  test: {
    include: ['tests/unit/tracker/**/*.test.ts'],
    // It plays the rows of times once more for each changed time, and loads the tracker anew each time.
    exclude: ['tests/unit/tracker/timing.test.ts'],
    testTimeout: 20_000,
  },
});
