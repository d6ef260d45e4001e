import { describe, expect, it } from 'vitest';
import { record } from '../../tests/unit/views/records';
import type { PromptRecord } from '../prompt';
import type { RecordPage } from '../store/types';
import { EMPTY_LIST, withFirstPage, withNextPage } from './history-list';

/** The store as the list sees it: pages of three, newest first. */
function page(all: readonly number[], before = Number.POSITIVE_INFINITY): RecordPage {
  const rest = all.filter((time) => time < before).toSorted((a, b) => b - a);
  const records = rest.slice(0, 3).map(prompt);
  const last = records.at(-1);
  return {
    records,
    next: rest.length > 3 && last ? { value: last.startTime, id: last.id } : null,
  };
}
const prompt = (time: number): PromptRecord => record({ id: `r${time}`, startTime: time });
const times = (list: { records: readonly PromptRecord[] }) => list.records.map((item) => item.startTime);

describe('a list in pages', () => {
  it('grows page by page to the end', () => {
    const all = [1, 2, 3, 4, 5];
    const first = withFirstPage(EMPTY_LIST, page(all));
    const list = withNextPage(first, page(all, first.next?.value));
    expect(times(list)).toEqual([5, 4, 3, 2, 1]);
    expect(list.next).toBeNull();
  });

  it('takes new prompts at the top without losing what was read before', () => {
    const first = withFirstPage(EMPTY_LIST, page([1, 2, 3, 4, 5]));
    const list = withNextPage(first, page([1, 2, 3, 4, 5], 3));
    expect(times(withFirstPage(list, page([1, 2, 3, 4, 5, 6])))).toEqual([6, 5, 4, 3, 2, 1]);
    const onlyFirst = withFirstPage(first, page([1, 2, 3, 4, 5, 6]));
    expect(times(onlyFirst)).toEqual([6, 5, 4, 3]);
    expect(times(withNextPage(onlyFirst, page([1, 2, 3, 4, 5, 6], onlyFirst.next?.value)))).toEqual([
      6, 5, 4, 3, 2, 1,
    ]);
  });

  it('starts again when so much is new that rows between are missing', () => {
    const first = withFirstPage(EMPTY_LIST, page([1, 2, 3, 4]));
    const after = withFirstPage(first, page([1, 2, 3, 4, 10, 11, 12, 13]));
    expect(times(after)).toEqual([13, 12, 11]);
    expect(after.next).toEqual({ value: 11, id: 'r11' });
  });

  it('shows a changed row in its new state, and a deleted one no more', () => {
    const first = withFirstPage(EMPTY_LIST, page([1, 2, 3, 4]));
    const changed = { ...page([1, 2, 3, 4]), records: [prompt(4), { ...prompt(3), attempt: 2 }, prompt(2)] };
    expect(withFirstPage(first, changed).records[1]?.attempt).toBe(2);
    expect(times(withFirstPage(first, page([])))).toEqual([]);
  });

  it('never shows a row twice', () => {
    const first = withFirstPage(EMPTY_LIST, page([1, 2, 3, 4, 5]));
    expect(times(withNextPage(first, page([1, 2, 3, 4, 5], 5)))).toEqual([5, 4, 3, 2]);
  });
});
