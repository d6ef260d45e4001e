/** The store's live queries, and stored settings, as sources that models follow. */
import type { PromptRecord } from '../prompt';
import type { Store } from '../store/db';
import { observe } from '../store/observe';
import { conversationSummary, lastRecord, recordsOfTask } from '../store/queries';
import { dailySeries, periodTotals } from '../store/totals';
import type { ConversationSummary, Period, SeriesPoint, Totals } from '../store/types';
import type { Source } from './live';

/** A live query as a source. */
export const query =
  <T>(store: Store, run: () => Promise<T>): Source<T> =>
  (onValue, onError) =>
    observe(store, run, onValue, onError);

/** Live queries that both pages need. */
export interface StoreSources {
  readonly last: Source<PromptRecord | null>;
  readonly chat: (conversation: string) => Source<ConversationSummary | null>;
  /** The attempts of a task, in order. */
  readonly task: (taskId: string) => Source<readonly PromptRecord[]>;
  readonly totals: (period: Period, now: number) => Source<Totals>;
  readonly days: (from: string, to: string) => Source<readonly SeriesPoint[]>;
}

/** @param utcOffsetMinutes minutes to add to UTC for local time: decides which local day is today */
export function storeSources(store: Store, utcOffsetMinutes: number): StoreSources {
  return {
    last: query(store, () => lastRecord(store)),
    chat: (conversation) => query(store, () => conversationSummary(store, conversation)),
    task: (taskId) => query(store, () => recordsOfTask(store, taskId)),
    totals: (period, now) => query(store, () => periodTotals(store, period, now, utcOffsetMinutes)),
    days: (from, to) => query(store, () => dailySeries(store, from, to)),
  };
}

/** A value that is read once and then watched. A read that comes after a change does not undo it. */
export function stored<T>(
  read: () => Promise<T>,
  watch: (onChange: (value: T) => void) => () => void,
): Source<T> {
  return (onValue, onError) => {
    let open = true;
    let changed = false;
    const stop = watch((value) => {
      changed = true;
      onValue(value);
    });
    read().then(
      (value) => {
        if (open && !changed) onValue(value);
      },
      (error: unknown) => {
        if (open) onError(error);
      },
    );
    return () => {
      open = false;
      stop();
    };
  };
}

/** Calls back with Unix seconds, once a second. */
export const clock: Source<number> = (onValue) => {
  const timer = setInterval(() => onValue(Date.now() / 1000), 1000);
  return () => clearInterval(timer);
};

/** Minutes to add to UTC for local time now. */
export const localOffsetMinutes = (): number => 0 - new Date().getTimezoneOffset();
