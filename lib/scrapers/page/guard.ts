/** Nothing of ours may reach the page, whatever its DOM does to us: what could not be done is remembered, and told. */

/** A look at the page, or a step in a task of its own. */
export type Guarded = 'look' | 'step';

export interface Guard {
  run(step: () => void, what?: Guarded): void;
  /** It was done without a fault. */
  mended(what: Guarded): void;
  /** Nothing is left to be done that could show it mended. */
  clear(): void;
  isFaulty(): boolean;
}

export function createGuard(signal: AbortSignal, onFault: () => void): Guard {
  const faults = new Set<Guarded>();
  return {
    run(step, what = 'look') {
      if (signal.aborted) return;
      try {
        step();
        if (what === 'step') faults.delete(what);
      } catch {
        // The error's own words may hold page text, so they are not shown.
        faults.add(what);
        try {
          onFault();
        } catch {
          // Not even that can be told: the next look tries again.
        }
      }
    },
    mended: (what) => void faults.delete(what),
    clear: () => faults.clear(),
    isFaulty: () => faults.size > 0,
  };
}
