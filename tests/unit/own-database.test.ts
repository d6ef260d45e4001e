import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOwnDatabase } from '../../lib/own-database';
import type { Area } from '../../lib/private-storage';

type Listener = Parameters<Area['onChanged']['addListener']>[0];

/** A storage area that tells of its changes, as the browser's do. */
function area(values: Record<string, unknown> = {}) {
  const listeners = new Set<Listener>();
  const tell = (name: string) => {
    for (const listener of listeners) listener({ [name]: { newValue: values[name] } });
  };
  const api: Area = {
    get: async (name) => (name in values ? { [name]: values[name] } : {}),
    set: async (next) => {
      Object.assign(values, next);
      for (const name of Object.keys(next)) tell(name);
    },
    remove: async (name) => {
      delete values[name];
      tell(name);
    },
    onChanged: {
      addListener: (listener) => void listeners.add(listener),
      removeListener: (listener) => void listeners.delete(listener),
    },
  };
  return { api, values };
}

describe('settings in a database of the extension’s own', () => {
  let before: ReturnType<typeof area>;
  let signals: ReturnType<typeof area>;
  const open = () => openOwnDatabase({ before: () => before.api, signals: () => signals.api });
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    before = area();
    signals = area();
  });

  it('are read as they were written, by any page', async () => {
    expect(await open().read('settings')).toBeUndefined();
    await open().write('settings', { theme: 'dark' });
    expect(await open().read('settings')).toEqual({ theme: 'dark' });
    await open().write('settings', undefined);
    expect(await open().read('settings')).toBeUndefined();
  });

  it('leave nothing of themselves in the areas of the browser', async () => {
    await open().write('settings', { locale: 'de' });
    expect(before.values).toEqual({});
    expect(Object.keys(signals.values)).toEqual(['changed-settings']);
    expect(JSON.stringify(signals.values)).not.toContain('de"');
  });

  it('of an earlier version move whole, and stay nowhere else', async () => {
    const old = { theme: 'dark', budgets: [{ period: 'day', quantity: 'energy', limit: 2 }], unknown: 1 };
    before = area({ settings: old, other: 'stays' });
    expect(await open().read('settings')).toEqual(old);
    expect(before.values).toEqual({ other: 'stays' });
    expect(await open().read('settings')).toEqual(old);
  });

  it('of an earlier version do not undo newer ones', async () => {
    await open().write('settings', { theme: 'light' });
    before = area({ settings: { theme: 'dark' } });
    expect(await open().read('settings')).toEqual({ theme: 'light' });
    expect(before.values).toEqual({});
  });

  it('move once when several pages read at the same time, and one of them writes', async () => {
    before = area({ settings: { theme: 'dark' } });
    const [one, other] = [open(), open()];
    const reading = one.read('settings');
    await other.write('settings', { theme: 'light' });
    await reading;
    expect(await open().read('settings')).toEqual({ theme: 'light' });
  });

  it('are not lost where the database takes nothing', async () => {
    before = area({ settings: { theme: 'dark' } });
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const own = open();
    expect(await own.read('settings')).toEqual({ theme: 'dark' });
    IDBObjectStore.prototype.put = put;
    expect(before.values).toEqual({ settings: { theme: 'dark' } });
    expect(await own.read('settings')).toEqual({ theme: 'dark' });
    expect(before.values).toEqual({});
  });

  it('are told to every page that watches them, until it stops', async () => {
    const seen: unknown[] = [];
    const stop = open().watch('settings', (value) => seen.push(value));
    await open().write('settings', { theme: 'dark' });
    await expect.poll(() => seen).toEqual([{ theme: 'dark' }]);
    await open().write('another', 1);
    stop();
    await open().write('settings', { theme: 'light' });
    await new Promise((done) => setTimeout(done, 20));
    expect(seen).toEqual([{ theme: 'dark' }]);
  });
});
