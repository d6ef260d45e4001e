/** Live values for views. Never used in the background: a stopped worker hears nothing. */
import { liveQuery } from 'dexie';
import { type StoreError, storeErrorOf } from './errors';

/**
 * Runs `query` now and again whenever what it read has changed, in this page or another.
 * @param onError gets the store's error, or the error itself when it is none of the store's
 * @returns the function that ends it; no callback comes after it
 */
export function observe<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: StoreError | Error) => void,
): () => void {
  let ended = false;
  // An async function of its own, so that Dexie follows the query through its awaits.
  const subscription = liveQuery(async () => await query()).subscribe({
    next: (value) => {
      if (!ended) onValue(value);
    },
    error: (error: unknown) => {
      if (!ended) onError(storeErrorOf(error) ?? (error instanceof Error ? error : new Error(String(error))));
    },
  });
  return () => {
    ended = true;
    subscription.unsubscribe();
  };
}
