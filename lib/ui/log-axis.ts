/** A logarithmic axis of whole decades: where a value lies between 0 and 1, and which decades to label. */
export interface LogAxis {
  /** Powers of ten at both ends. */
  readonly fromExponent: number;
  readonly toExponent: number;
  /** Values of the labelled decades, from the lowest up, at equal distances. */
  readonly ticks: readonly number[];
}

/** Never less than this many decades, so that a narrow range looks narrow. */
const MIN_DECADES = 3;
const MAX_TICKS = 5;

/**
 * The axis that holds every positive value given; others are ignored. Without any it spans 0.001 to 1.
 */
export function logAxis(values: readonly number[]): LogAxis {
  const exponents = values.filter((value) => Number.isFinite(value) && value > 0).map(Math.log10);
  let from = exponents.length > 0 ? Math.floor(Math.min(...exponents) + 1e-9) : -MIN_DECADES;
  let to = exponents.length > 0 ? Math.ceil(Math.max(...exponents) - 1e-9) : 0;
  // Grow alternately at both ends, so that a single value stays near the middle.
  for (let low = true; to - from < MIN_DECADES; low = !low) {
    if (low) from -= 1;
    else to += 1;
  }
  const step = Math.ceil((to - from) / (MAX_TICKS - 1));
  const ticks: number[] = [];
  for (let exponent = from; exponent <= to; exponent += step) ticks.push(10 ** exponent);
  return { fromExponent: from, toExponent: to, ticks };
}

/** How the label of a tick lies to it: at the ends it grows inwards, so that it stays inside the picture. */
export function labelAnchor(at: number): 'start' | 'middle' | 'end' {
  if (at < 0.05) return 'start';
  return at > 0.95 ? 'end' : 'middle';
}

/** Place of a value on the axis, 0 to 1; values outside lie at the nearer end. */
export function positionOn(axis: LogAxis, value: number): number {
  if (!(value > 0)) return 0;
  const share = (Math.log10(value) - axis.fromExponent) / (axis.toExponent - axis.fromExponent);
  return Math.min(1, Math.max(0, share));
}
