/** Functions that do not do the same work twice. */

/** Asks once, at the first call. */
export function once<T>(ask: () => T): () => T {
  let known: readonly [T] | undefined;
  return () => {
    known ??= [ask()];
    return known[0];
  };
}

/** A function that answers the same question in a row at once: a long prompt is measured only once. */
export function remembered(count: (text: string) => number): (text: string) => number {
  let last = { text: '', value: 0 };
  return (text) => {
    if (text !== last.text) last = { text, value: count(text) };
    return last.value;
  };
}
