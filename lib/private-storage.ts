/**
 * Where small values lie that no script in a web page may read, ours included. Chromium can lock its storage area.
 * Firefox cannot, so there what must last lies in a database of the extension's origin, and what may be forgotten in
 * the session's memory: content scripts reach neither.
 */
import { browser } from 'wxt/browser';
import { openOwnDatabase } from './own-database';

export interface PrivateStorage {
  /** What is stored under a name; undefined when nothing is. */
  read(name: string): Promise<unknown>;
  /** Stores a value; undefined removes it. */
  write(name: string, value: unknown): Promise<void>;
  /** Calls back with what is stored whenever it changes; returns the way to stop. */
  watch(name: string, onChange: (value: unknown) => void): () => void;
}

/** A storage area of the browser, as far as it is used. */
export interface Area {
  get(name: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(name: string): Promise<void>;
  readonly onChanged: {
    addListener(listener: AreaListener): void;
    removeListener(listener: AreaListener): void;
  };
}
type AreaListener = (changes: Record<string, { newValue?: unknown }>) => void;

/** Stores in one area of the browser. The area is asked for at each use, so that importing needs no browser. */
export const inArea = (area: () => Area): PrivateStorage => ({
  read: async (name) => (await area().get(name))[name],
  write: (name, value) => (value === undefined ? area().remove(name) : area().set({ [name]: value })),
  watch(name, onChange) {
    const listener: AreaListener = (changes) => {
      const change = changes[name];
      if (change) onChange(change.newValue);
    };
    const { onChanged } = area();
    onChanged.addListener(listener);
    return () => onChanged.removeListener(listener);
  },
});

/** The area that other scripts of the extension can read in Firefox; versions before this one stored there. */
const local = (): Area => browser.storage.local;
const session = (): Area => browser.storage.session;

/** For what the person chose: it lasts. */
export const lasting: PrivateStorage = import.meta.env.FIREFOX
  ? openOwnDatabase({ before: local, signals: session })
  : inArea(local);

/** For what is found anew after a restart of the browser. Firefox's disk may be full when it is needed. */
export const passing: PrivateStorage = inArea(import.meta.env.FIREFOX ? session : local);

/** Locks what can be locked; call at each start of the worker. Never throws: the next start tries again. */
export async function lockStorage(): Promise<void> {
  // Firefox has no such call, and the types do not know that.
  const { local: area }: { local: Partial<Pick<typeof browser.storage.local, 'setAccessLevel'>> } =
    browser.storage;
  await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}

/** Removes a passing value that an earlier version left where pages can read. Never throws. */
export async function forgetBefore(name: string): Promise<void> {
  if (import.meta.env.FIREFOX)
    await local()
      .remove(name)
      .catch(() => undefined);
}
