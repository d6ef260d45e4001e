/** Values that arrive over time, as signals that views render: loading, ready or failed. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { storeErrorOf } from '../store/errors';
import type { Problem } from './problem';

export type Loaded<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** What a loaded value says, worked out when it is there. */
export const whenReady = <T, U>(state: Loaded<T>, view: (value: T) => U): Loaded<U> =>
  state.kind === 'ready' ? { kind: 'ready', value: view(state.value) } : state;

/** Anything that can be subscribed to: calls back with each value or with a fault, until it is stopped. */
export type Source<T> = (onValue: (value: T) => void, onError: (error: unknown) => void) => () => void;

export const LOADING: { readonly kind: 'loading' } = { kind: 'loading' };

/** The fault behind an error, in the kinds that views explain. */
export function problemOf(error: unknown): Problem {
  const known = storeErrorOf(error);
  if (known === null || known.kind === 'invalid-import') {
    return { kind: 'unexpected', message: messageOf(error), time: null };
  }
  // The kind has words of its own in the view; only the browser's are worth adding.
  return {
    kind: known.kind,
    message: known.cause === undefined ? null : messageOf(known.cause),
    time: null,
  };
}

/**
 * An error's words for people. An error of the database that wraps the browser's has its words on a line of their own
 * behind the wrapper's, which often are the same: what is already said is not said again.
 */
export function messageOf(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error))
    .split('\n')
    .map((line) => line.trim());
  const withoutName = (line: string) => line.replace(/^\w*(?:Error|Exception): /, '');
  return lines
    .filter((line, at) => !lines.slice(0, at).some((said) => said.includes(withoutName(line))))
    .join(' ');
}

/** A signal that follows one source at a time. */
export interface Live<T> {
  readonly state: ReadonlySignal<Loaded<T>>;
  /**
   * Follows another source from now on; null for none. The value shown stays until the new source answers, so
   * that switching does not flicker.
   */
  readonly follow: (source: Source<T> | null) => void;
}

export function live<T>(): Live<T> {
  const state: Signal<Loaded<T>> = signal<Loaded<T>>(LOADING);
  let stop = () => {};
  return {
    state,
    follow: (source) => {
      stop();
      stop = () => {};
      if (source === null) {
        state.value = LOADING;
        return;
      }
      let current = true;
      const end = source(
        (value) => {
          if (current) state.value = { kind: 'ready', value };
        },
        (error) => {
          if (current) state.value = { kind: 'failed', problem: problemOf(error) };
        },
      );
      stop = () => {
        current = false;
        end();
      };
    },
  };
}
