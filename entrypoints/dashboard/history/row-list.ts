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
/** Rows left below the view when the next page is read: what a quick scroll passes while it is read. */
const AHEAD_ROWS = PAGE_ROWS / 2;
/** Pages kept on each side of the rows in view. */
const KEPT_PAGES = 4;

export type ReadRows = (before: PageCursor | null, limit: number) => Promise<RecordPage>;

interface ListPage {
  readonly before: PageCursor | null;
  /** Where the next page starts; null at the end of the list. */
  readonly next: PageCursor | null;
  /** Place among the pages, from 0. */
  readonly place: number;
  /** Rows before it. */
  start: number;
  count: number;
  /** Null while they are not in memory. */
  records: readonly PromptRecord[] | null;
  /** True when rows of it are taken out: what a return of them reads again. */
  lacks: boolean;
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
  /** Pages in memory: a few, so that no step ever walks over all pages. */
  readonly #held = new Set<ListPage>();
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
    const page = this.#pageOf(index);
    return page?.records?.[index - page.start] ?? null;
  }

  /** Records in memory, in order. */
  loaded(): readonly PromptRecord[] {
    return [...this.#held].sort((a, b) => a.place - b.place).flatMap(({ records }) => records ?? []);
  }

  /** Says which rows are in view: reads what is missing there and lets go of what is far. */
  show(first: number, end: number): void {
    const from = this.#pageOf(first)?.place ?? 0;
    const to = this.#pageOf(end - 1)?.place ?? from;
    for (const page of this.#pages.slice(Math.max(0, from - 1), to + 2)) {
      if (page.records === null) void this.#fill(page);
    }
    for (const page of this.#held) {
      if (page.place < from - KEPT_PAGES || page.place > to + KEPT_PAGES) this.#hold(page, null);
    }
    if (end + AHEAD_ROWS >= this.#rows) void this.#append();
  }

  /** Starts again from the top. */
  reload(): void {
    this.#readTime = Date.now() / 1000;
    this.#generation += 1;
    this.#appending = false;
    this.#pages = [];
    this.#held.clear();
    this.#loading.clear();
    this.#change({ ended: false, reading: false, problem: null });
    void this.#append();
  }

  /** Takes rows out of the list, as deleted. */
  hide(ids: Iterable<string>): void {
    this.#readTime = Date.now() / 1000;
    for (const id of ids) this.#hidden.add(id);
    for (const page of this.#held) this.#hold(page, page.records ?? []);
    this.#countAgain();
    this.#change({});
  }

  /** Puts rows back that were taken out. */
  unhide(ids: Iterable<string>): void {
    this.#readTime = Date.now() / 1000;
    for (const id of ids) this.#hidden.delete(id);
    for (const page of this.#pages) if (page.lacks) void this.#fill(page);
  }

  get #rows(): number {
    const last = this.#pages.at(-1);
    return last === undefined ? 0 : last.start + last.count;
  }

  /** The page that a row is in, found by halving: the list may have thousands. */
  #pageOf(index: number): ListPage | null {
    let low = 0;
    let high = this.#pages.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const page = this.#pages[middle];
      if (page === undefined) return null;
      if (index < page.start) high = middle - 1;
      else if (index >= page.start + page.count) low = middle + 1;
      else return page;
    }
    return null;
  }

  /** Takes records into memory, those left out that were taken out of the list; null lets go of them. */
  #hold(page: ListPage, records: readonly PromptRecord[] | null): void {
    if (records === null) {
      page.records = null;
      this.#held.delete(page);
      return;
    }
    const shown = records.filter(({ id }) => !this.#hidden.has(id));
    page.lacks ||= shown.length < records.length;
    page.records = shown;
    page.count = shown.length;
    this.#held.add(page);
  }

  /** After pages changed their length. */
  #countAgain(): void {
    let start = 0;
    for (const page of this.#pages) {
      page.start = start;
      start += page.count;
    }
  }

  async #fill(page: ListPage): Promise<void> {
    if (this.#loading.has(page)) return;
    this.#loading.add(page);
    const generation = this.#generation;
    try {
      const { records } = await this.read(page.before, PAGE_ROWS);
      if (generation !== this.#generation) return;
      const { count } = page;
      page.lacks = false;
      this.#hold(
        page,
        records.filter((record) => isUpTo(record, page.next, this.order)),
      );
      if (page.count !== count) this.#countAgain();
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
        const made = {
          before,
          next: page.next,
          place: this.#pages.length,
          start: this.#rows,
          count: 0,
          records: null,
          lacks: false,
        };
        this.#hold(made, page.records);
        found = made.count;
        if (found > 0 || page.next === null) this.#pages.push(made);
        else this.#hold(made, null);
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
    this.#state.value = { ...before, ...change, rows: this.#rows, revision: before.revision + 1 };
  }
}

/** True for a record that is not after the cursor in falling order. */
function isUpTo(record: PromptRecord, cursor: PageCursor | null, order: PageOrder): boolean {
  if (cursor === null) return true;
  const value = orderValue(record, order);
  return value === cursor.value ? record.id >= cursor.id : value > cursor.value;
}
