import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  applyRecord,
  conversationSummary,
  countAll,
  dailySeries,
  findContext,
  hoursOfWeek,
  lastRecord,
  latestOfConversation,
  modelTotals,
  monthlySeries,
  observe,
  type PageCursor,
  type PageOrder,
  pageRecords,
  periodTotals,
  quantile,
  type RecordFilter,
  type Store,
} from '../../../lib/store';
import { draftOf, estimateOf, freshStore, NOON, stored, type Traffic, watchTraffic } from './testing';

const DAY = 86_400;
const at = (iso: string): number => Date.parse(iso) / 1000;

describe('periods', () => {
  it('ends with the local day: today, seven and thirty days with today, and everything', async () => {
    const store = freshStore();
    for (const days of [0, 6, 7, 29, 30, 400]) {
      await applyRecord(store, draftOf(`d${days}`, { startTime: NOON - days * DAY }));
    }
    const counts = [];
    for (const period of ['today', '7d', '30d', 'all'] as const) {
      counts.push((await periodTotals(store, period, NOON, 0)).total.count);
    }
    expect(counts).toEqual([1, 2, 4, 6]);
  });

  it('puts a prompt on the local day of its sending, across midnight and offset changes', async () => {
    const store = freshStore();
    const prompts = [
      // Half past midnight in Berlin in summer, still the day before in UTC.
      ['berlin', '2026-10-24T22:30:00Z', 120, '2026-10-25'],
      // The clock goes back at 01:00 UTC: the same local day on both sides of it.
      ['summer', '2026-10-25T00:30:00Z', 120, '2026-10-25'],
      ['winter', '2026-10-25T01:30:00Z', 60, '2026-10-25'],
      ['los angeles', '2026-11-01T06:59:59Z', -480, '2026-10-31'],
      ['kathmandu', '2026-12-31T18:15:00Z', 345, '2027-01-01'],
    ] as const;
    for (const [id, time, utcOffsetMinutes] of prompts) {
      await applyRecord(store, draftOf(id, { startTime: at(time), utcOffsetMinutes }));
    }
    const days = (await dailySeries(store, '2026-10-01', '2027-01-31')).map(({ period, bySite }) => [
      period,
      bySite.chatgpt?.count,
    ]);
    expect(days).toEqual([
      ['2026-10-25', 3],
      ['2026-10-31', 1],
      ['2027-01-01', 1],
    ]);
    const months = (await monthlySeries(store, '2026-09', '2027-02')).map(({ period }) => period);
    expect(months).toEqual(['2026-10', '2027-01']);
  });

  it('splits totals by site and status, and the range of a sum is the sum of its ends', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('a', { estimate: estimateOf(1) }));
    await applyRecord(store, draftOf('b', { site: 'claude', status: 'stopped', estimate: estimateOf(3) }));
    const { total, bySite, byStatus } = await periodTotals(store, 'all', NOON, 0);
    expect(total.energyWh).toEqual({ low: 1, central: 4, high: 16 });
    expect([bySite.chatgpt.count, bySite.claude.count, bySite.gemini.count]).toEqual([1, 1, 0]);
    expect([byStatus.complete.count, byStatus.stopped.count]).toEqual([1, 1]);
    expect(quantile(total.energyHistogram, 0.5)).toBeCloseTo(1, 0);
    expect((await hoursOfWeek(store)).map(({ hour, site }) => [hour, site])).toEqual([
      [5 * 24 + 12, 'chatgpt'],
      [5 * 24 + 12, 'claude'],
    ]);
    expect((await modelTotals(store)).map(({ site }) => site)).toEqual(['claude', 'chatgpt']);
  });
});

describe('a chat', () => {
  const chat = { site: 'chatgpt', localId: 'page-1', siteKey: 'site-1' } as const;

  it('is summed up with the time it spans', async () => {
    const store = freshStore();
    const { conversation } = await stored(store, draftOf('a'));
    await applyRecord(store, draftOf('b', { startTime: NOON + 100 }));
    await applyRecord(store, draftOf('c', { startTime: NOON + 200, status: 'pending' }));
    const summary = await conversationSummary(store, conversation);
    expect(summary).toMatchObject({ firstTime: NOON, lastTime: NOON + 200, measures: { count: 2 } });
    expect((await latestOfConversation(store, conversation))?.id).toBe('c');
    expect(await conversationSummary(store, 'no such chat')).toBeNull();
  });

  it('gives as context the last attempt of each earlier task', async () => {
    const store = freshStore();
    await applyRecord(store, draftOf('a', { inputTokens: 10, outputTokens: 100 }));
    await applyRecord(store, draftOf('a2', { startTime: NOON + 10, attemptOf: 'a', outputTokens: 120 }));
    await applyRecord(store, draftOf('b', { startTime: NOON + 20, inputTokens: 7, outputTokens: 70 }));
    expect(await findContext(store, chat)).toMatchObject({ records: 2, inputTokens: 107, outputTokens: 190 });
    const again = await findContext(store, chat, { beforeTime: NOON + 30, attemptOf: 'b' });
    expect(again).toMatchObject({ records: 1, outputTokens: 120, lastTime: NOON + 14.8, capped: false });
    const none = await findContext(store, { ...chat, localId: 'x', siteKey: 'x' });
    expect(none).toMatchObject({ records: 0, textLength: 0, lastTime: null });
  });
});

describe('pages of records', () => {
  let store: Store;
  let traffic: Traffic;
  beforeAll(async () => {
    store = freshStore();
    traffic = await watchTraffic(store);
    for (let index = 0; index < 300; index++) {
      await applyRecord(
        store,
        draftOf(`p${index}`, {
          // Ties in every order: two records a second, few energies, few lengths.
          startTime: NOON + Math.floor(index / 2),
          site: index % 3 === 0 ? 'claude' : 'chatgpt',
          modelId: index % 100 === 0 ? 'rare' : 'common',
          outputTokens: index % 7,
          estimate: estimateOf((index % 5) / 10),
          status: index % 50 === 0 ? 'pending' : index % 10 === 1 ? 'stopped' : 'complete',
          chat: { localId: `chat-${index % 4}`, siteKey: null },
        }),
      );
    }
  }, 60_000);

  async function all(order: PageOrder, filter: RecordFilter = {}): Promise<string[]> {
    const ids: string[] = [];
    let before: PageCursor | null = null;
    do {
      const page = await pageRecords(store, { order, before, limit: 17, filter });
      ids.push(...page.records.map(({ id }) => id));
      before = page.next;
    } while (before !== null);
    return ids;
  }

  it.each(['time', 'energy', 'output'] as const)('reach every final record once by %s', async (order) => {
    const ids = await all(order);
    expect(ids).toHaveLength(294);
    expect(new Set(ids).size).toBe(294);
  });

  it('come from the largest down', async () => {
    const energies = (await pageRecords(store, { order: 'energy', limit: 200 })).records.map(
      ({ estimate }) => estimate.energyWh.central,
    );
    expect(energies).toEqual([...energies].sort((a, b) => b - a));
    expect((await lastRecord(store))?.id).toBe('p299');
  });

  it.each<[string, RecordFilter, number]>([
    ['site', { site: 'claude' }, 98],
    ['model', { modelId: 'rare' }, 0],
    ['a pending status', { status: 'pending', modelId: 'rare' }, 3],
    ['status', { status: 'stopped' }, 30],
    ['time', { fromTime: NOON + 10, toTime: NOON + 20 }, 20],
    ['time and site', { fromTime: NOON + 10, toTime: NOON + 13, site: 'claude' }, 2],
  ])('are narrowed by %s, in every order', async (_name, filter, expected) => {
    expect(await all('time', filter)).toHaveLength(expected);
    expect(await all('energy', filter)).toHaveLength(expected);
    expect(await all('output', filter)).toHaveLength(expected);
  });

  it('read no more rows late in the list than at its start', async () => {
    traffic.reset();
    const first = await pageRecords(store, { order: 'time', limit: 20 });
    const cost = traffic.read;
    traffic.reset();
    await pageRecords(store, { order: 'time', limit: 20, before: { value: NOON + 24, id: 'p48' } });
    expect(first.records).toHaveLength(20);
    expect(traffic.read).toBeLessThanOrEqual(cost);
  });

  it('read just the rows they show, and one more for each that is left out', async () => {
    const reads = async (limit: number, before: PageCursor | null) => {
      traffic.reset();
      expect((await pageRecords(store, { order: 'time', limit, before })).records).toHaveLength(limit);
      return traffic.read;
    };
    expect(await reads(8, null)).toBe(8);
    // One of the fifty is pending.
    expect(await reads(50, null)).toBe(51);
  });

  it('leave totals and counts to the roll-ups: a handful of rows, whatever is stored', async () => {
    traffic.reset();
    const { total } = await periodTotals(store, 'all', NOON, 0);
    const counts = await countAll(store);
    expect(total.count).toBe(294);
    expect(counts).toEqual({ records: 294, unknown: 0 });
    // Two sites, two models, two statuses at most, read twice.
    expect(traffic.read).toBeLessThanOrEqual(2 * 8);
  });
});

describe('live values', () => {
  const until = async (condition: () => boolean): Promise<void> => {
    for (let round = 0; round < 200 && !condition(); round++) await new Promise((go) => setTimeout(go, 5));
    expect(condition()).toBe(true);
  };

  it('come at once and after every change, until ended', async () => {
    const store = freshStore();
    const seen: (string | undefined)[] = [];
    const totals: number[] = [];
    const end = observe(
      store,
      () => lastRecord(store),
      (record) => seen.push(record?.id),
      (error) => seen.push(error.message),
    );
    const endTotals = observe(
      store,
      () => periodTotals(store, 'all', NOON, 0),
      ({ total }) => totals.push(total.count),
      (error) => seen.push(error.message),
    );
    await until(() => seen.length === 1 && totals.length === 1);
    await applyRecord(store, draftOf('p'));
    await until(() => seen.at(-1) === 'p' && totals.at(-1) === 1);
    end();
    await applyRecord(store, draftOf('q', { startTime: NOON + 1 }));
    await until(() => totals.at(-1) === 2);
    endTotals();
    expect(seen[0]).toBeUndefined();
    expect(seen).not.toContain('q');
  });

  it("hand over the store's errors", async () => {
    const kinds: string[] = [];
    const end = observe(
      freshStore(),
      async () => {
        throw Object.assign(new Error('x'), { name: 'OpenFailedError' });
      },
      () => kinds.push('value'),
      (error) => kinds.push('kind' in error ? error.kind : error.name),
    );
    await until(() => kinds.length > 0);
    end();
    expect(kinds).toEqual(['broken']);
  });
});
