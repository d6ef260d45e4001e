import { describe, expect, it, vi } from 'vitest';
import { filterParams, parseFilter, recordFilter } from '../../../entrypoints/dashboard/history/filter';
import { PAGE_ROWS, RowList } from '../../../entrypoints/dashboard/history/row-list';
import { OVERSCAN, rowWindow, TALLEST_PX } from '../../../entrypoints/dashboard/history/window';
import { StoreError } from '../../../lib/store/errors';
import type { PageCursor, RecordPage } from '../../../lib/store/types';
import { record } from './records';

const idOf = (index: number) => `r${String(index).padStart(7, '0')}`;

/** A store of `count` prompts, newest first; row 0 has the highest number. */
function storeOf(count: number) {
  const gone = new Set<string>();
  const read = vi.fn(async (before: PageCursor | null, limit: number): Promise<RecordPage> => {
    const records = [];
    let index = before === null ? count - 1 : before.value - 1;
    for (; index >= 0 && records.length < limit; index--) {
      if (!gone.has(idOf(index))) records.push(record({ id: idOf(index), startTime: index }));
    }
    const last = records.at(-1);
    return { records, next: last === undefined || index < 0 ? null : { value: last.startTime, id: last.id } };
  });
  return { read, gone };
}

const settle = () => new Promise((done) => setTimeout(done, 0));

async function listOf(count: number) {
  const store = storeOf(count);
  const list = new RowList('time', store.read);
  list.reload();
  await settle();
  return { ...store, list };
}

/** Scrolls down to the end, page by page. */
async function toTheEnd(list: RowList): Promise<void> {
  while (!list.state.value.ended) {
    const { rows } = list.state.value;
    list.show(rows - 20, rows);
    await settle();
  }
}

describe('the long list', () => {
  it('reads one page to begin with, and on only when its end comes near', async () => {
    const { list, read } = await listOf(10_000);
    expect(read).toHaveBeenCalledOnce();
    list.show(0, 30);
    await settle();
    expect(read).toHaveBeenCalledOnce();
    list.show(60, 90);
    await settle();
    expect(read).toHaveBeenCalledTimes(2);
    expect(list.state.value.rows).toBe(2 * PAGE_ROWS);
  });

  it('shows every row once and says when all are there', async () => {
    const { list } = await listOf(730);
    await toTheEnd(list);
    expect(list.state.value.rows).toBe(730);
    list.show(0, 30);
    await settle();
    expect(list.at(0)?.startTime).toBe(729);
    expect(list.at(29)?.startTime).toBe(700);
  });

  it('holds a bounded number of records however far it was scrolled, and reads a far page again', async () => {
    const { list, read } = await listOf(5_000);
    await toTheEnd(list);
    expect(list.loaded().length).toBeLessThanOrEqual(10 * PAGE_ROWS);
    const before = read.mock.calls.length;
    list.show(0, 30);
    await settle();
    expect(list.at(5)?.startTime).toBe(4_994);
    expect(read.mock.calls.length - before).toBeLessThanOrEqual(2);
  });

  it('looks on by itself while a filter leaves nothing of what was read', async () => {
    const next = { value: 5, id: 'x' };
    const read = vi
      .fn<(before: PageCursor | null) => Promise<RecordPage>>()
      .mockResolvedValueOnce({ records: [], next })
      .mockResolvedValueOnce({ records: [], next })
      .mockResolvedValueOnce({ records: [record()], next: null });
    const list = new RowList('time', read);
    list.reload();
    await settle();
    expect(list.state.value).toMatchObject({ rows: 1, ended: true, reading: false });
  });

  it('closes the gap of a deleted row, and opens it again at the same place when that is undone', async () => {
    const { list, gone } = await listOf(300);
    await toTheEnd(list);
    gone.add(idOf(295));
    list.hide([idOf(295)]);
    expect(list.state.value.rows).toBe(299);
    expect(list.at(4)?.startTime).toBe(294);
    gone.delete(idOf(295));
    list.unhide([idOf(295)]);
    await settle();
    expect(list.state.value.rows).toBe(300);
    expect(list.at(4)?.startTime).toBe(295);
    expect(list.at(150)?.startTime).toBe(149);
  });

  it('finds rows on both sides of pages that were shortened', async () => {
    const { list } = await listOf(1_000);
    await toTheEnd(list);
    list.hide([idOf(995), idOf(990), idOf(3)]);
    list.show(0, 30);
    await settle();
    expect(list.state.value.rows).toBe(1_000 - 3);
    // Rows 4 and 9 are gone; the first page ends with 900, which is row 97 now.
    const found = [0, 3, 4, 7, 8, 97, 98].map((index) => list.at(index)?.startTime);
    expect(found).toEqual([999, 996, 994, 991, 989, 900, 899]);
  });

  it('reads again only the pages that lack something when a deletion is undone', async () => {
    const { list, read } = await listOf(5_000);
    await toTheEnd(list);
    list.hide([idOf(20), idOf(150)]);
    const before = read.mock.calls.length;
    list.unhide([idOf(20), idOf(150)]);
    await settle();
    expect(read.mock.calls.length - before).toBe(2);
    expect(list.state.value.rows).toBe(5_000);
  });

  it('keeps its rows when reading on fails, and does not try again by itself', async () => {
    const { list, read } = await listOf(1_000);
    read.mockRejectedValueOnce(new StoreError('broken'));
    list.show(70, 100);
    await settle();
    expect(list.state.value).toMatchObject({ rows: PAGE_ROWS, problem: { kind: 'broken' } });
    const calls = read.mock.calls.length;
    list.show(70, 100);
    await settle();
    expect(read.mock.calls.length).toBe(calls);
  });

  it('forgets an answer that comes after a new start', async () => {
    const { list, read } = await listOf(50);
    let answer = (_page: RecordPage) => {};
    read.mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    list.reload();
    list.reload();
    await settle();
    answer({ records: [record({ id: 'late' })], next: null });
    await settle();
    expect(list.state.value.rows).toBe(50);
    expect(list.loaded().some(({ id }) => id === 'late')).toBe(false);
  });
});

describe('the rows in the document', () => {
  it('are those in view and a few beyond, whatever the length of the list', () => {
    for (const rows of [100, 10_000, 1_000_000]) {
      const { first, end } = rowWindow(rows, 40, { scrollTopPx: 1000, heightPx: 600 });
      expect(end - first).toBeLessThanOrEqual(15 + 2 * OVERSCAN + 3);
      expect(first).toBeLessThanOrEqual(rows === 1_000_000 ? 100 : 25);
    }
  });

  it('stand where the view is, with space for the others', () => {
    const view = rowWindow(1000, 40, { scrollTopPx: 4000, heightPx: 600 });
    expect(view.first * 40).toBe(view.abovePx);
    expect(view.abovePx + (view.end - view.first) * 40 + view.belowPx).toBe(40_000);
  });

  it('reach the first and the last of a list that is taller than browsers allow', () => {
    const rows = 1_000_000;
    expect(rowWindow(rows, 40, { scrollTopPx: 0, heightPx: 600 })).toMatchObject({ first: 0, abovePx: 0 });
    const last = rowWindow(rows, 40, { scrollTopPx: TALLEST_PX - 600, heightPx: 600 });
    expect(last.end).toBe(rows);
    expect(last.abovePx + (last.end - last.first) * 40 + last.belowPx).toBeCloseTo(TALLEST_PX, 3);
  });

  it('are none of an empty list', () => {
    expect(rowWindow(0, 40, { scrollTopPx: 0, heightPx: 600 })).toEqual({
      first: 0,
      end: 0,
      abovePx: 0,
      belowPx: 0,
    });
  });
});

describe('the filter of the history', () => {
  it('goes into the address and back', () => {
    const filter = parseFilter(
      new URLSearchParams('order=energy&site=claude&model=a%7Cb&status=failed&from=2026-11-01&to=2026-11-22'),
    );
    expect(filter).toMatchObject({ order: 'energy', site: 'claude', modelId: 'a|b', status: 'failed' });
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(filterParams(filter)))
      if (value !== null) params.set(name, value);
    expect(parseFilter(params)).toEqual(filter);
  });

  it('does not narrow by what it does not understand', () => {
    const filter = parseFilter(new URLSearchParams('order=x&site=grok&status=lost&from=2026-13-99'));
    expect(filter).toEqual(parseFilter(new URLSearchParams()));
    expect(recordFilter(filter, 60)).toEqual({});
  });

  it('covers whole local days', () => {
    const filter = parseFilter(new URLSearchParams('from=2026-11-22&to=2026-11-22'));
    const { fromTime, toTime } = recordFilter(filter, 60);
    expect(fromTime).toBe(Date.UTC(2026, 10, 21, 23) / 1000);
    expect(toTime).toBe(Date.UTC(2026, 10, 22, 23) / 1000);
  });
});
