/**
 * An opening of the database that another page may hold up. It is never given up: browsers open one after the other,
 * so that a second one beside it would wait behind it and never hear that it is blocked.
 */
import { StoreError } from './errors';

/** Without any sign for so long, it waits behind the opening of another page that is held up itself. */
const PATIENCE_MS = 15_000;
/** Who asks while it is held up waits so long: the page that holds it may just have gone. */
const PATIENCE_WHEN_HELD_MS = 1_000;

/** What is heard of an opening before it succeeds or fails. */
export interface OpeningSigns {
  /** Another page holds the database in an older form. */
  blocked(): void;
  /** The stored data is being brought to this version, which may take its time. */
  upgrading(): void;
}

/**
 * Begins to open.
 * @returns asks for the result: rejects with `blocked` for who has waited long enough, while the opening goes on
 */
export function beginOpening<T>(open: (signs: OpeningSigns) => Promise<T>): () => Promise<T> {
  let state: 'waiting' | 'held' | 'upgrading' = 'waiting';
  const waiting = new Set<() => void>();
  const opened = open({
    blocked() {
      state = 'held';
      for (const giveUp of waiting) giveUp();
    },
    upgrading() {
      state = 'upgrading';
    },
  });
  return () =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => {
        if (state === 'upgrading') return;
        waiting.delete(giveUp);
        reject(new StoreError('blocked'));
      };
      const timer = setTimeout(giveUp, state === 'held' ? PATIENCE_WHEN_HELD_MS : PATIENCE_MS);
      waiting.add(giveUp);
      const done = (): void => {
        clearTimeout(timer);
        waiting.delete(giveUp);
      };
      opened.then(resolve, reject).finally(done);
    });
}
