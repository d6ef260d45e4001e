/** Comparing estimates with published values, in ratios: an error of two either way weighs the same. */

/** How far `value` is above `reference`, per cent of the reference. */
export function percentDifference(value: number, reference: number): number {
  return ((value - reference) / reference) * 100;
}

/** Geometric mean of max(r, 1/r) over ratios: 1 is perfect, 1.6 means typically 60 % off one way or the other. */
export function meanErrorFactor(ratios: readonly number[]): number {
  const sum = ratios.reduce((total, ratio) => total + Math.abs(Math.log(ratio)), 0);
  return Math.exp(sum / ratios.length);
}

/** Root mean square of ln ratios, as a factor: outliers weigh more than in {@link meanErrorFactor}. */
export function rmsErrorFactor(ratios: readonly number[]): number {
  const sum = ratios.reduce((total, ratio) => total + Math.log(ratio) ** 2, 0);
  return Math.exp(Math.sqrt(sum / ratios.length));
}

/** Geometric mean of ratios: the bias. */
export function meanRatio(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((total, ratio) => total + Math.log(ratio), 0) / ratios.length);
}
