/** Live values for components. */
import { useLayoutEffect, useMemo } from 'preact/hooks';
import { type Loaded, live, type Source } from './live';
import type { Problem } from './problem';

/**
 * The value of a source while the component is mounted. Another `key` follows another source; until that answers,
 * the value before stays, so that a switch does not flicker.
 */
export function useLive<T>(key: string, source: () => Source<T>): Loaded<T> {
  const followed = useMemo(() => live<T>(), []);
  // Before the paint, so that a query starts as soon as its view is there.
  useLayoutEffect(() => followed.follow(source()), [key]);
  useLayoutEffect(() => () => followed.follow(null), []);
  return followed.state.value;
}

/** The first fault among several values; null when none failed. */
export function firstProblem(values: readonly Loaded<unknown>[]): Problem | null {
  for (const value of values) if (value.kind === 'failed') return value.problem;
  return null;
}
