/** A small database of values by name, of the extension's own origin. */
import type { Area, PrivateStorage } from './private-storage';

const DATABASE = 'tokenprint-settings';
const VALUES = 'values';

export interface OwnDatabaseDeps {
  /** Where earlier versions kept the values: what is found there moves, and nothing stays behind. */
  readonly before: () => Area;
  /** Tells other pages and a sleeping worker that a value has changed; holds no value itself. */
  readonly signals: () => Area;
}

/** Opened for each use: Firefox closes a database that has been refused a write. */
function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(VALUES);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

/** Runs steps in one transaction; resolves with what they left when all of it is stored. */
async function within<T>(
  mode: IDBTransactionMode,
  steps: (values: IDBObjectStore, leave: (result: T) => void) => void,
  empty: T,
): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((done, fail) => {
      let left = empty;
      const transaction = database.transaction(VALUES, mode);
      transaction.oncomplete = () => done(left);
      transaction.onabort = () => fail(transaction.error);
      steps(transaction.objectStore(VALUES), (result) => {
        left = result;
      });
    });
  } finally {
    database.close();
  }
}

const get = (name: string): Promise<unknown> =>
  within<unknown>(
    'readonly',
    (values, leave) => {
      const request = values.get(name);
      request.onsuccess = () => leave(request.result);
    },
    undefined,
  );

const put = (name: string, value: unknown): Promise<void> =>
  within<void>(
    'readwrite',
    (values) => void (value === undefined ? values.delete(name) : values.put(value, name)),
    undefined,
  );

/** Stores a value only where none is: a newer one must not be lost to an older one that moves. */
const putIfNone = (name: string, value: unknown): Promise<void> =>
  within<void>(
    'readwrite',
    (values) => {
      const request = values.getKey(name);
      request.onsuccess = () => void (request.result ?? values.put(value, name));
    },
    undefined,
  );

export function openOwnDatabase({ before, signals }: OwnDatabaseDeps): PrivateStorage {
  /** Names whose old value has been moved by this page. */
  const moved = new Map<string, Promise<unknown>>();

  /** Moves what an earlier version stored; gives it back where it could not be moved, for the next time. */
  async function move(name: string): Promise<unknown> {
    const old = (await before().get(name))[name];
    if (old === undefined) return undefined;
    try {
      await putIfNone(name, old);
      await before().remove(name);
      return undefined;
    } catch {
      moved.delete(name);
      return old;
    }
  }

  function moving(name: string): Promise<unknown> {
    const known = moved.get(name);
    if (known !== undefined) return known;
    const now = move(name);
    moved.set(name, now);
    now.catch(() => moved.delete(name));
    return now;
  }

  const read = async (name: string): Promise<unknown> => {
    const unmoved = await moving(name);
    return (await get(name)) ?? unmoved;
  };

  return {
    read,
    async write(name, value) {
      await moving(name);
      await put(name, value);
      await signals().set({ [`changed-${name}`]: crypto.randomUUID() });
    },
    watch(name, onChange) {
      const { onChanged } = signals();
      const listener = (changes: Record<string, unknown>): void => {
        // What cannot be read now is asked for again by whoever needs it.
        if (`changed-${name}` in changes) read(name).then(onChange, () => undefined);
      };
      onChanged.addListener(listener);
      return () => onChanged.removeListener(listener);
    },
  };
}
