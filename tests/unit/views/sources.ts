/** Sources that a test plays by hand. */
import type { Source } from '../../../lib/ui/live';

export interface Played<T> {
  readonly source: Source<T>;
  readonly say: (value: T) => void;
  readonly fail: (error: unknown) => void;
  /** How many listen at the moment. */
  readonly listeners: () => number;
}

export function played<T>(first?: T): Played<T> {
  const open = new Set<{ say: (value: T) => void; fail: (error: unknown) => void }>();
  return {
    source: (say, fail) => {
      const listener = { say, fail };
      open.add(listener);
      if (first !== undefined) say(first);
      return () => open.delete(listener);
    },
    say: (value) => {
      for (const listener of open) listener.say(value);
    },
    fail: (error) => {
      for (const listener of open) listener.fail(error);
    },
    listeners: () => open.size,
  };
}
