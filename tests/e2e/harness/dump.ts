import type { Page, StoreDump } from './types';

/** Reads every IndexedDB table and every storage area, from inside an extension page. */
export function dumpStores(page: Page): Promise<StoreDump> {
  return page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // What is not plain data (a Blob, a Map) must not vanish from the dump in silence.
    const plain = async (value: unknown): Promise<unknown> => {
      if (value instanceof Blob) return { blob: await value.text() };
      if (value instanceof ArrayBuffer) return { bytes: [...new Uint8Array(value)] };
      if (ArrayBuffer.isView(value)) return { bytes: [...new Uint8Array(value.buffer)] };
      if (value instanceof Date) return value.toISOString();
      if (value instanceof Map || value instanceof Set) return Promise.all([...value].map(plain));
      if (Array.isArray(value)) return Promise.all(value.map(plain));
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(async ([key, inner]) => [key, await plain(inner)] as const);
      return Object.fromEntries(await Promise.all(entries));
    };
    const databases: Record<string, Record<string, unknown[]>> = {};
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await settle(indexedDB.open(name));
      const stores: Record<string, unknown[]> = {};
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([settle(all.getAllKeys()), settle(all.getAll())]);
        stores[store] = await Promise.all(
          values.map((value, i) => (all.keyPath === null ? plain({ key: keys[i], value }) : plain(value))),
        );
      }
      database.close();
      databases[name] = stores;
    }
    type Area = { get(keys: null): Promise<unknown> };
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const storage = (api as { storage?: Record<string, Area | undefined> }).storage ?? {};
    const areas: Record<string, unknown> = {};
    for (const name of ['local', 'session', 'sync']) {
      const area = storage[name];
      if (area !== undefined) areas[name] = await area.get(null).catch(() => ({}));
    }
    areas.localStorage = { ...localStorage };
    areas.sessionStorage = { ...sessionStorage };
    return { databases, areas };
  });
}
