/**
 * A function as source for another world. Some loaders wrap named functions in a helper that exists on this side
 * only (`__name`), so the source brings its own.
 */
export function portable(run: (argument: never) => unknown, argument?: unknown): string {
  const value = argument === undefined ? 'undefined' : JSON.stringify(argument);
  return `(() => { const __name = (value) => value; return (${run.toString()})(${value}); })()`;
}
