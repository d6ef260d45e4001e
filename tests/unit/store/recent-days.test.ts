import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { dayTotals, type Store, type TrendPoint, trend } from '../../../lib/store';
import { recentDays, sumOfDays, trendOfDays } from '../../../lib/store/recent-days';
import { restoreRecords } from '../../../lib/store/remove';
import { record } from '../views/records';
import { freshStore, NOON, watchTraffic } from './testing';

const DAY = 86_400;
const FROM = '2026-09-23';
const TO = '2026-11-21';

/** Prompts on each of the last 90 days, to two models, some stopped. */
async function filled(perDay: number): Promise<Store> {
  const store = freshStore();
  const records = Array.from({ length: 90 * perDay }, (_, index) => {
    const number = Math.floor(index / 90);
    return record({
      id: `p${index}`,
      taskId: `p${index}`,
      modelId: number % 2 === 0 ? 'gpt-5' : 'gpt-4o',
      status: number % 4 === 3 ? 'stopped' : 'complete',
      startTime: NOON - (index % 90) * DAY + number,
      utcOffsetMinutes: 0,
    });
  });
  await restoreRecords(store, { records, chats: [] });
  return store;
}

describe('the last days, read once', () => {
  it('say for every part of them what a query of its own says', async () => {
    const store = await filled(4);
    const recent = await recentDays(store, FROM, TO);
    expect(recent.days).toHaveLength(60);
    for (const [from, to] of [
      [TO, TO],
      ['2026-11-15', TO],
      ['2026-10-23', TO],
      [FROM, '2026-10-22'],
    ] as const) {
      const {
        energyHistogram: _e,
        ttftHistogram: _t,
        speedHistogram: _s,
        ...own
      } = (await dayTotals(store, from, to)).total;
      const sums = sumOfDays(recent, from, to);
      expect(sums.count).toBe(own.count);
      expect(sums.energyWh.high).toBeCloseTo(own.energyWh.high, 9);
      expect(Object.keys(sums).sort()).toEqual(Object.keys(own).sort());
    }
    const counts = (points: readonly TrendPoint[]) =>
      points.map(({ period, parts }) => [
        period,
        ...parts.map(({ modelId, count }) => `${modelId} ${count}`).sort(),
      ]);
    const own = await trend(store, 'day', '2026-10-23', TO);
    expect(counts(trendOfDays(recent, '2026-10-23'))).toEqual(counts(own));
    expect(recent.all.count).toBe(360);
  });

  it('cost as many rows with many prompts as with few', async () => {
    const rows = async (perDay: number) => {
      const store = await filled(perDay);
      const traffic = await watchTraffic(store);
      await recentDays(store, FROM, TO);
      return traffic.read;
    };
    const few = await rows(4);
    expect(await rows(12)).toBe(few);
    // One row for each of sixty days, and everything by model and ending.
    expect(few).toBe(60 + 3);
  });
});
