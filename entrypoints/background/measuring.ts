/**
 * Which tab speaks for which prompt under way. Kept in the session's memory, because a worker that was stopped must
 * not take a page that lives for one that is gone; and that memory is empty after the extension was reloaded, when
 * no page from before can speak any more.
 */
const TABS = 'tabsOfPrompts';
const SINCE = 'sessionSince';

/** The session's storage area, as far as it is used. */
export interface SessionMemory {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

export interface Measuring {
  /** Notes what a tab said of a prompt. Writes only when something changes. */
  note(promptId: string, tabId: number | null, underWay: boolean): void;
  /** The tab that speaks for a prompt; null when none is known. */
  tabOf(promptId: string): Promise<number | null>;
  /** Unix seconds since when pages of this session can have spoken; 0 when that is not known. */
  since(): Promise<number>;
}

/** @param now unix seconds */
export function createMeasuring(now: () => number, memory: SessionMemory): Measuring {
  const tabs = new Map<string, number>();
  let sessionSince = now();

  const loaded = load();
  async function load(): Promise<void> {
    // Without the session's memory only the time of the worker's start is known.
    const kept = await memory.get([TABS, SINCE]).catch((): Record<string, unknown> => ({}));
    const since = kept[SINCE];
    const known = kept[TABS];
    if (typeof since === 'number') sessionSince = since;
    else await keep({ [SINCE]: sessionSince });
    if (typeof known !== 'object' || known === null) return;
    for (const [id, tab] of Object.entries(known)) if (typeof tab === 'number') tabs.set(id, tab);
  }

  const keep = (values: Record<string, unknown>): Promise<void> => memory.set(values).catch(() => undefined);

  return {
    note(promptId, tabId, underWay) {
      void loaded.then(() => {
        const known = tabs.get(promptId) ?? null;
        const next = underWay ? tabId : null;
        if (known === next) return;
        if (next === null) tabs.delete(promptId);
        else tabs.set(promptId, next);
        return keep({ [TABS]: Object.fromEntries(tabs) });
      });
    },
    tabOf: (promptId) => loaded.then(() => tabs.get(promptId) ?? null),
    // A beginning in the future was noted before the computer's clock was put back: it tells nothing.
    since: () => loaded.then(() => (sessionSince <= now() ? sessionSince : 0)),
  };
}
