import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { applyRecord, deleteOlder, lastRecord, periodTotals, RETENTION_CHUNK } from '../../../lib/store';
import { draftOf, expectRollupsOfRecords, freshStore, NOON } from './testing';

const DAY = 86_400;

describe('deleting what is too old', () => {
  it('takes the older prompts away with their totals, and leaves one sent at the very moment', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('old', { startTime: NOON - 10 * DAY }));
    await applyRecord(store, draftOf('edge', { startTime: NOON - 5 * DAY }));
    await applyRecord(store, draftOf('new', { startTime: NOON }));
    expect(await deleteOlder(store, NOON - 5 * DAY)).toBe(1);
    expect((await periodTotals(store, 'all', NOON, 0)).total.count).toBe(2);
    await expectRollupsOfRecords(store);
    expect(await deleteOlder(store, NOON - 5 * DAY)).toBe(0);
  });

  it('stops after its chunks and goes on where it stopped the next time', async () => {
    const store = freshStore();
    const db = await store.read();
    await applyRecord(store, draftOf('newest', { startTime: NOON }));
    const [like] = await db.records.toArray();
    if (like === undefined) throw new Error('nothing stored');
    const old = Array.from({ length: RETENTION_CHUNK + 3 }, (_, index) => ({
      ...like,
      id: `old-${index}`,
      startTime: NOON - DAY - index,
    }));
    await db.records.bulkPut(old);
    expect(await deleteOlder(store, NOON - 1, { chunks: 1 })).toBe(RETENTION_CHUNK);
    expect(await db.records.count()).toBe(4);
    expect(await deleteOlder(store, NOON - 1, { chunks: 1 })).toBe(3);
    expect((await lastRecord(store))?.id).toBe('newest');
  });

  it('leaves records of a newer version alone', async () => {
    const store = freshStore();
    const db = await store.read();
    const newer = { id: 'newer', version: 99, startTime: NOON - DAY };
    await db.records.put(newer);
    expect(await deleteOlder(store, NOON)).toBe(0);
    expect(await db.records.get('newer')).toEqual(newer);
  });
});
