/**
 * A list read page by page whose far pages are let go: what a million rows need in memory is a cursor for each
 * hundred. Pages lie between fixed cursors, so that a page read again holds the same rows.
 */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { PromptRecord } from '../../../lib/prompt';
import { orderValue } from '../../../lib/store/page';
import type { PageCursor, PageOrder, RecordPage } from '../../../lib/store/types';
import { problemOf } from '../../../lib/ui/live';
import type { Problem } from '../../../lib/ui/problem';

export const PAGE_ROWS = 100;
/** Pages kept on each side of the rows in view. */
const KEPT_PAGES = 4;

export type ReadRows = (before: PageCursor | null, limit: number) => Promise<RecordPage>;

interface ListPage {
  readonly before: PageCursor | null;
  /** Where the next page starts; null at the end of the list. */
  readonly next: PageCursor | null;
  count: number;
  /** Null while they are not in memory. */
  records: readonly PromptRecord[] | null;
}

export interface ListState {
  /** Rows found so far. */
  readonly rows: number;
  /** True when there are no more. */
  readonly ended: boolean;
  /** True while more are looked for. */
  readonly reading: boolean;
  readonly problem: Problem | null;
  /** Grows with every change of what `at` gives. */
  readonly revision: number;
}

export class RowList {
  readonly #state = signal<ListState>({ rows: 0, ended: false, reading: false, problem: null, revision: 0 });
  readonly #hidden = new Set<string>();
  readonly #loading = new Set<ListPage>();
  #pages: ListPage[] = [];
  #generation = 0;
  #appending = false;
  #readTime = 0;

  constructor(
    readonly order: PageOrder,
    readonly read: ReadRows,
  ) {}

  get state(): ReadonlySignal<ListState> {
    return this.#state;
  }

  /** Unix seconds up to which changes of the data are in the list. */
  get readTime(): number {
    return this.#readTime;
  }

  /** The record of a row; null while its page is not in memory. */
  at(index: number): PromptRecord | null {
    let start = 0;
    for (const page of this.#pages) {
      if (index < start + page.count) return page.records?.[index - start] ?? null;
      start += page.count;
    }
    return null;
  }

  /** Records in memory, in order. */
  loaded(): readonly PromptRecord[] {
    return this.#pages.flatMap(({ records }) => records ?? []);
  }

  /** Says which rows are in view: reads what is missing there and lets go of what is far. */
  show(first: number, end: number): void {
    let start = 0;
    const within: number[] = [];
    this.#pages.forEach((page, index) => {
      if (start < end && start + page.count > first) within.push(index);
      start += page.count;
    });
    const [from = 0] = within;
    const to = within.at(-1) ?? from;
    this.#pages.forEach((page, index) => {
      const isNear = index >= from - 1 && index <= to + 1;
      if (isNear && page.records === null) void this.#fill(page);
      if (index < from - KEPT_PAGES || index > to + KEPT_PAGES) page.records = null;
    });
    if (end + PAGE_ROWS / 2 >= start) void this.#append();
  }

  /** Starts again from the top. */
  reload(): void {
    this.#readTime = Date.now() / 1000;
    this.#generation += 1;
    this.#appending = false;
    this.#pages = [];
    this.#loading.clear();
    this.#change({ ended: false, reading: false, problem: null });
    void this.#append();
  }

  /** Takes rows out of the list, as deleted. */
  hide(ids: Iterable<string>): void {
    this.#readTime = Date.now() / 1000;
    for (const id of ids) this.#hidden.add(id);
    for (const page of this.#pages) {
      if (page.records === null) continue;
      page.records = page.records.filter(({ id }) => !this.#hidden.has(id));
      page.count = page.records.length;
    }
    this.#change({});
  }

  /** Puts rows back that were taken out. */
  unhide(ids: Iterable<string>): void {
    this.#readTime = Date.now() / 1000;
    for (const id of ids) this.#hidden.delete(id);
    for (const page of this.#pages) void this.#fill(page);
  }

  async #fill(page: ListPage): Promise<void> {
    if (this.#loading.has(page)) return;
    this.#loading.add(page);
    const generation = this.#generation;
    try {
      const { records } = await this.read(page.before, PAGE_ROWS);
      if (generation !== this.#generation) return;
      page.records = records.filter(
        (record) => !this.#hidden.has(record.id) && isUpTo(record, page.next, this.order),
      );
      page.count = page.records.length;
      this.#change({ problem: null });
    } catch (error) {
      if (generation === this.#generation) this.#change({ problem: problemOf(error) });
    } finally {
      this.#loading.delete(page);
    }
  }

  async #append(): Promise<void> {
    if (this.#appending || this.#state.peek().ended || this.#state.peek().problem !== null) return;
    this.#appending = true;
    const generation = this.#generation;
    this.#change({ reading: true });
    try {
      let found = 0;
      let before = this.#pages.at(-1)?.next ?? null;
      // A narrow filter may leave nothing of what one read looked at: it looks on until there is a row.
      do {
        const page = await this.read(before, PAGE_ROWS);
        if (generation !== this.#generation) return;
        const records = page.records.filter(({ id }) => !this.#hidden.has(id));
        found = records.length;
        if (found > 0 || page.next === null) {
          this.#pages.push({ before, next: page.next, count: found, records });
        }
        before = page.next;
      } while (found === 0 && before !== null);
      this.#appending = false;
      this.#change({ reading: false, ended: before === null });
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#appending = false;
      this.#change({ reading: false, problem: problemOf(error) });
    }
  }

  #change(change: Partial<ListState>): void {
    const before = this.#state.peek();
    const rows = this.#pages.reduce((sum, { count }) => sum + count, 0);
    this.#state.value = { ...before, ...change, rows, revision: before.revision + 1 };
  }
}

/** True for a record that is not after the cursor in falling order. */
function isUpTo(record: PromptRecord, cursor: PageCursor | null, order: PageOrder): boolean {
  if (cursor === null) return true;
  const value = orderValue(record, order);
  return value === cursor.value ? record.id >= cursor.id : value > cursor.value;
}
