/** What a run of tests says of itself, and the verdict over it: which were tried twice, which were skipped. */

/** What one project's run told; tests by their full name. */
export interface Told {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  /** Passed, but only when tried again. */
  readonly again: readonly string[];
}

/** Of the tests that ran, so many may need a second try: a busy machine misses a step now and then. */
export const MOST_AGAIN_SHARE = 0.01;

export interface Verdict {
  readonly lines: readonly string[];
  readonly good: boolean;
}

/** The end of a run in words; `N passed, N failed, N skipped` stands alone on the last line. */
export function verdict(told: readonly Told[]): Verdict {
  const sum = (pick: (one: Told) => number): number => told.reduce((total, one) => total + pick(one), 0);
  const [passed, failed] = [sum((one) => one.passed), sum((one) => one.failed)];
  const again = told.flatMap((one) => one.again);
  const skipped = told.flatMap((one) => one.skipped);
  const tooMany = again.length > (passed + failed) * MOST_AGAIN_SHARE;
  return {
    lines: [
      ...again.map((name) => `only at a second try: ${name}`),
      ...(tooMany
        ? [
            `${again.length} of ${passed + failed} tests passed only at a second try: more than ${MOST_AGAIN_SHARE * 100} %`,
          ]
        : []),
      ...skipped.map((name) => `skipped: ${name}`),
      `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
    ],
    good: failed === 0 && !tooMany,
  };
}
