import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  applyRecord,
  countAll,
  deleteRecords,
  exportCsv,
  exportJson,
  getRecord,
  importFile,
  lastRecord,
  openStore,
  periodTotals,
  type Store,
  StoreError,
  storeErrorOf,
} from '../../../lib/store';
import { MIGRATIONS, SCHEMA_VERSION } from '../../../lib/store/migrations';
import { draftOf, estimateOf, expectRollupsOfRecords, freshStore, NOON } from './testing';

afterEach(() => {
  vi.restoreAllMocks();
});

const failure = async (promise: Promise<unknown>): Promise<StoreError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof StoreError) return error;
  throw new Error(`expected a StoreError, got ${String(error)}`);
};

/** Lets `allowed` writes to `table` through and fails the next ones like a full disk. */
async function fillDisk(store: Store, table: string, allowed: number): Promise<() => void> {
  const db = await store.read();
  db.close();
  let left = allowed;
  db.use({
    stack: 'dbcore',
    name: 'full disk',
    create: (core) => ({
      ...core,
      table: (name) => {
        const inner = core.table(name);
        if (name !== table) return inner;
        return {
          ...inner,
          mutate: (request) =>
            left-- > 0
              ? inner.mutate(request)
              : Promise.reject(new DOMException('The quota has been exceeded.', 'QuotaExceededError')),
        };
      },
    }),
  });
  await db.open();
  return () => {
    left = Number.POSITIVE_INFINITY;
  };
}

describe('a full disk', () => {
  it.each(['records', 'rollups', 'hours', 'conversations', 'meta'])(
    'while %s are written leaves the store as it was, and the same state can be stored later',
    async (table) => {
      const store = freshStore();
      await applyRecord(store, draftOf('before'));
      const text = await (await exportJson(store, null)).text();
      const free = await fillDisk(store, table, 0);
      const draft = draftOf('after', {
        startTime: NOON + 9,
        estimate: estimateOf(2),
        updatedTime: NOON + 20,
      });
      const error = await failure(applyRecord(store, draft));
      expect(error.kind).toBe('quota');
      expect(error.message).toMatch(/space/);
      expect(await (await exportJson(store, null)).text()).toBe(text);
      await expectRollupsOfRecords(store);
      free();
      expect((await applyRecord(store, draft)).kind).toBe('stored');
      await expectRollupsOfRecords(store);
    },
  );

  it('half way through an import changes nothing', async () => {
    const source = freshStore();
    for (const id of ['a', 'b', 'c']) await applyRecord(source, draftOf(id));
    const file = await exportJson(source, null);
    const store = freshStore();
    await applyRecord(store, draftOf('mine'));
    await fillDisk(store, 'rollups', 0);
    expect((await failure(importFile(store, file, { mode: 'merge' }))).kind).toBe('quota');
    expect((await failure(importFile(store, file, { mode: 'replace' }))).kind).toBe('quota');
    expect(await countAll(store)).toEqual({ records: 1, unknown: 0 });
    await expectRollupsOfRecords(store);
  });
});

describe('data of a newer version', () => {
  async function newerDatabase(): Promise<Store> {
    const store = freshStore();
    await applyRecord(store, draftOf('p'));
    store.close();
    const newer = new Dexie(store.name);
    for (const { version, stores } of MIGRATIONS) newer.version(version).stores({ ...stores });
    newer.version(SCHEMA_VERSION + 1).stores({ moods: 'key', hours: 'key,site' });
    await newer.open();
    newer.close();
    return openStore(store.name);
  }
  const versionOf = async (name: string) =>
    (await indexedDB.databases()).find((database) => database.name === name)?.version;

  it('can be read and exported, and is never written', async () => {
    const store = await newerDatabase();
    expect((await lastRecord(store))?.id).toBe('p');
    expect((await periodTotals(store, 'all', NOON, 0)).total.count).toBe(1);
    expect(await (await exportCsv(store)).text()).toContain('\r\np,');
    expect(JSON.parse(await (await exportJson(store, null)).text()).prompts).toHaveLength(1);
    for (const write of [() => applyRecord(store, draftOf('q')), () => deleteRecords(store, ['p'])]) {
      const error = await failure(write());
      expect(error.kind).toBe('newer-version');
      expect(error.message).toMatch(/Update/);
    }
    expect(store.isNewer).toBe(true);
    expect(await versionOf(store.name)).toBe((SCHEMA_VERSION + 1) * 10);
  });

  it('is respected when the upgrade happens while this version runs', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p'));
    const newer = new Dexie(store.name);
    for (const { version, stores } of MIGRATIONS) newer.version(version).stores({ ...stores });
    newer.version(SCHEMA_VERSION + 1).stores({ records: 'id' });
    await newer.open();
    newer.close();
    expect((await failure(applyRecord(store, draftOf('q')))).kind).toBe('newer-version');
    expect(await versionOf(store.name)).toBe((SCHEMA_VERSION + 1) * 10);
  });

  it('in single records is counted apart and shown nowhere', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p'));
    await (await store.read()).records.put({ ...draftOf('new'), startTime: NOON + 99, version: 3 });
    expect(await countAll(store)).toEqual({ records: 1, unknown: 1 });
    expect((await lastRecord(store))?.id).toBe('p');
    expect(await getRecord(store, 'new')).toBeNull();
    expect((await deleteRecords(store, ['new'])).records).toEqual([]);
    expect(await countAll(store)).toEqual({ records: 1, unknown: 1 });
  });
});

describe('a database that cannot be opened', () => {
  it('is reported as broken, and opened again by the next call', async () => {
    const store = freshStore();
    const open = vi.spyOn(Dexie.dependencies.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('Internal error opening backing store.', 'UnknownError');
    });
    const error = await failure(lastRecord(store));
    expect(error.kind).toBe('broken');
    expect(error.message).toMatch(/Restart the browser/);
    open.mockRestore();
    expect(await lastRecord(store)).toBeNull();
  });

  describe('while another page holds an older one', () => {
    const holdOlder = (name: string): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name, 5);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    afterEach(() => {
      vi.useRealTimers();
    });

    it('is reported as blocked, and opens once that one lets go', async () => {
      const store = freshStore();
      const held = await holdOlder(store.name);
      expect((await failure(lastRecord(store))).kind).toBe('blocked');
      held.close();
      expect(await lastRecord(store)).toBeNull();
    });

    it('is reported to each who asks, not to the first alone', async () => {
      const store = freshStore();
      const held = await holdOlder(store.name);
      expect((await failure(lastRecord(store))).kind).toBe('blocked');
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const second = failure(lastRecord(store));
      await vi.advanceTimersByTimeAsync(1_000);
      expect((await second).kind).toBe('blocked');
      vi.useRealTimers();
      held.close();
    });

    it('is reported to who waits behind an opening that is held up', async () => {
      const first = freshStore();
      const behind = openStore(first.name);
      const held = await holdOlder(first.name);
      expect((await failure(lastRecord(first))).kind).toBe('blocked');
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const asked = failure(lastRecord(behind));
      await vi.advanceTimersByTimeAsync(15_000);
      expect((await asked).kind).toBe('blocked');
      vi.useRealTimers();
      held.close();
      expect(await lastRecord(behind)).toBeNull();
    });
  });

  it('opens again after the browser or another page closed it', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('p'));
    (await store.read()).close({ disableAutoOpen: false });
    expect((await lastRecord(store))?.id).toBe('p');
  });
});

describe('errors', () => {
  it('keep what is none of the database', async () => {
    expect(storeErrorOf(new TypeError('a mistake'))).toBeNull();
    expect(storeErrorOf('text')).toBeNull();
  });

  it('find the full disk inside what Dexie wraps around it', () => {
    const quota = { name: 'QuotaExceededError' };
    expect(storeErrorOf({ name: 'AbortError', inner: quota })?.kind).toBe('quota');
    expect(storeErrorOf({ name: 'BulkError', failures: [{ name: 'AbortError', inner: quota }] })?.kind).toBe(
      'quota',
    );
    expect(storeErrorOf({ name: 'VersionError' })?.kind).toBe('newer-version');
    expect(storeErrorOf({ name: 'AbortError' })?.kind).toBe('broken');
  });
});
