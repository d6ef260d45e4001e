/** Live values for views. Never used in the background: a stopped worker hears nothing. */
import { liveQuery } from 'dexie';
import type { Store } from './db';
import { type StoreError, storeErrorOf } from './errors';

/**
 * Opens the store, runs `query` now and again whenever what it read has changed, in this page or another.
 * @param onError gets the store's error, or the error itself when it is none of the store's
 * @returns the function that ends it; no callback comes after it
 */
export function observe<T>(
  store: Store,
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: StoreError | Error) => void,
): () => void {
  let ended = false;
  let stop = () => {};
  const fail = (error: unknown) => {
    if (!ended) onError(storeErrorOf(error) ?? (error instanceof Error ? error : new Error(String(error))));
  };
  // Opened first: over the promises of an opening Dexie loses track of what a query reads.
  store.read().then(() => {
    if (ended) return;
    // An async function of its own, so that Dexie follows the query through its awaits.
    const subscription = liveQuery(async () => await query()).subscribe({
      next: (value) => {
        if (!ended) onValue(value);
      },
      error: fail,
    });
    stop = () => subscription.unsubscribe();
  }, fail);
  return () => {
    ended = true;
    stop();
  };
}
