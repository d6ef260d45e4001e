/** Errors of counts, as one-sided factors: the true count is believed within [n / low, n * high]. */

/** Both at least 1. */
export interface ErrorFactors {
  readonly low: number;
  readonly high: number;
}

export const NO_ERROR: ErrorFactors = { low: 1, high: 1 };

const root = (factors: readonly number[]): number =>
  Math.exp(Math.hypot(...factors.map((factor) => Math.log(factor))));

/** Independent errors together: the root of the summed squares of their logarithms (otm.md section 6, range). */
export const combineErrors = (errors: readonly ErrorFactors[]): ErrorFactors => ({
  low: root(errors.map(({ low }) => low)),
  high: root(errors.map(({ high }) => high)),
});

/** The error of a sum of counts that err together. */
export function errorOfSum(
  counts: readonly { readonly tokens: number; readonly error: ErrorFactors }[],
): ErrorFactors {
  const total = counts.reduce((sum, { tokens }) => sum + tokens, 0);
  if (total === 0) return NO_ERROR;
  return {
    low: total / counts.reduce((sum, { tokens, error }) => sum + tokens / error.low, 0),
    high: counts.reduce((sum, { tokens, error }) => sum + tokens * error.high, 0) / total,
  };
}
