import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import {
  applyRecord,
  costliestChats,
  costliestTasks,
  dayTotals,
  deleteRecords,
  type EnergyCursor,
  findChats,
  kindTotals,
  periodDays,
  quantile,
  reworkBySite,
  type Store,
  taskSummary,
  trend,
} from '../../../lib/store';
import { draftOf, estimateOf, freshStore, NOON, stored, watchTraffic } from './testing';

const DAY = 86_400;
const chat = (name: string) => ({ chat: { localId: name, siteKey: null } });
const energy = (energyWh: number) => ({ estimate: estimateOf(energyWh) });

/** A task of three attempts of 1, 2 and 4 Wh, and a single prompt of 10 Wh in another chat. */
async function retried(): Promise<Store> {
  const store = freshStore();
  await applyRecord(store, draftOf('a', { ...energy(1), ...chat('tried') }));
  await applyRecord(
    store,
    draftOf('b', { ...energy(2), ...chat('tried'), attemptOf: 'a', startTime: NOON + 9 }),
  );
  await applyRecord(
    store,
    draftOf('c', { ...energy(4), ...chat('tried'), attemptOf: 'b', startTime: NOON + 20 }),
  );
  await applyRecord(store, draftOf('d', { ...energy(10), ...chat('single') }));
  return store;
}

describe('rework', () => {
  it('is every attempt of a task but the last', async () => {
    const store = await retried();
    const { items } = await costliestTasks(store, 10);
    expect(items.map(({ taskId, attempts }) => [taskId, attempts])).toEqual([['a', 3]]);
    expect(items[0]?.energyWh.central).toBe(7);
    expect(items[0]?.reworkWh.central).toBe(3);
    const { chatgpt, claude } = await reworkBySite(store);
    expect([chatgpt.tasks, chatgpt.attempts, chatgpt.energyWh.central]).toEqual([1, 2, 3]);
    expect(claude.tasks).toBe(0);
  });

  it('goes with its attempts: a task left with one attempt is none of several', async () => {
    const store = await retried();
    await deleteRecords(store, ['c']);
    expect((await taskSummary(store, 'a'))?.reworkWh.central).toBe(1);
    await deleteRecords(store, ['a']);
    expect(await taskSummary(store, 'a')).toBeNull();
    expect((await reworkBySite(store)).chatgpt.attempts).toBe(0);
  });

  it('waits for the end of an attempt that is still running', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('a', energy(1)));
    const again = { ...energy(2), attemptOf: 'a', startTime: NOON + 9 };
    await applyRecord(store, draftOf('b', { ...again, status: 'pending' }));
    expect(await taskSummary(store, 'a')).toBeNull();
    await applyRecord(store, draftOf('b', { ...again, revision: 2 }));
    expect((await taskSummary(store, 'a'))?.attempts).toBe(2);
  });

  it('costs a handful of rows for one more prompt, whatever is stored', async () => {
    const store = await retried();
    const traffic = await watchTraffic(store);
    await applyRecord(store, draftOf('e', { ...energy(1), ...chat('other') }));
    expect(traffic.written).toBeLessThanOrEqual(12);
    expect(traffic.read).toBeLessThanOrEqual(30);
  });
});

describe('the costliest chats', () => {
  it('come first, each with its rework and the time it spans', async () => {
    const { items } = await costliestChats(await retried(), 10);
    expect(items.map(({ measures, rework }) => [measures.energyWh.central, rework.attempts])).toEqual([
      [10, 0],
      [7, 2],
    ]);
    expect([items[1]?.firstTime, items[1]?.lastTime]).toEqual([NOON, NOON + 20]);
  });

  it('come page by page, each once, also among equals', async () => {
    const store = freshStore();
    for (let index = 0; index < 7; index++) {
      await applyRecord(store, draftOf(`p${index}`, { ...chat(`c${index}`), ...energy(1 + (index % 2)) }));
    }
    const seen: string[] = [];
    let before: EnergyCursor | null = null;
    do {
      const page: Awaited<ReturnType<typeof costliestChats>> = await costliestChats(store, 3, before);
      seen.push(...page.items.map(({ conversation }) => conversation));
      before = page.next;
    } while (before !== null);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
  });

  it('are found by the start of their label', async () => {
    const store = freshStore();
    const { conversation } = await stored(store, draftOf('a'));
    expect(await findChats(store, conversation.slice(0, 6), 5)).toEqual([conversation]);
    expect(await findChats(store, conversation.slice(0, 6).toUpperCase(), 5)).toEqual([conversation]);
    expect(await findChats(store, 'zz', 5)).toEqual([]);
  });
});

describe('kinds of prompts', () => {
  it('count each prompt once: files before thinking, both before the length', async () => {
    const store = freshStore();
    const thinking = { seen: true, statedSeconds: null, textLength: 0 };
    const media = { inputFiles: 1, inputImages: 0, outputImages: 0 };
    await applyRecord(store, draftOf('short', { inputTokens: 100, outputTokens: 300 }));
    await applyRecord(store, draftOf('long', { inputTokens: 3000 }));
    await applyRecord(store, draftOf('thinking', { thinking, inputTokens: 3000 }));
    await applyRecord(store, draftOf('files', { thinking, media }));
    const totals = await kindTotals(store);
    expect(Object.fromEntries(totals.map(({ kind, measures }) => [kind, measures.count]))).toEqual({
      short: 1,
      long: 1,
      thinking: 1,
      files: 1,
    });
    const short = totals.find(({ kind }) => kind === 'short');
    expect(quantile(short?.measures.ratioHistogram ?? {}, 0.5)).toBeCloseTo(3, 0);
    expect(Math.abs((quantile(short?.measures.outputHistogram ?? {}, 0.5) ?? 0) / 300 - 1)).toBeLessThan(
      0.13,
    );
  });
});

describe('the trend', () => {
  it('adds up by day, by week from Monday, and by month, for each site and model', async () => {
    const store = freshStore();
    // 2026-11-21 is a Saturday.
    await applyRecord(store, draftOf('sat', energy(1)));
    await applyRecord(store, draftOf('mon', { startTime: NOON - 5 * DAY, modelId: 'other', ...energy(2) }));
    await applyRecord(store, draftOf('sun', { startTime: NOON - 6 * DAY, ...energy(4) }));
    await applyRecord(store, draftOf('oct', { startTime: NOON - 40 * DAY, ...energy(8) }));
    const sums = async (step: 'day' | 'week' | 'month', from: string) =>
      (await trend(store, step, from, '2026-11-21')).map(({ period, parts }) => [
        period,
        parts.map((part) => part.energyWh.central).sort(),
      ]);
    expect(await sums('day', '2026-11-16')).toEqual([
      ['2026-11-16', [2]],
      ['2026-11-21', [1]],
    ]);
    expect(await sums('week', '2026-11-09')).toEqual([
      ['2026-11-09', [4]],
      ['2026-11-16', [1, 2]],
    ]);
    expect(await sums('month', '2026-10-01')).toEqual([
      ['2026-10', [8]],
      ['2026-11', [2, 5]],
    ]);
  });

  it('is compared with the period of the same length before it', async () => {
    const store = freshStore();
    for (const days of [0, 6, 7, 13, 14]) {
      await applyRecord(store, draftOf(`d${days}`, { startTime: NOON - days * DAY }));
    }
    const days = periodDays('7d', '2026-11-21');
    expect((await dayTotals(store, days.from, days.to)).total.count).toBe(2);
    expect((await dayTotals(store, days.fromBefore, days.toBefore)).total.count).toBe(2);
    expect(periodDays('today', '2026-11-21')).toMatchObject({
      fromBefore: '2026-11-20',
      toBefore: '2026-11-20',
    });
  });
});
