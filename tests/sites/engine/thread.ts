import { h } from './dom';
import type { ExchangeView, Layout, Shell } from './layout';
import type { Exchange } from './memory';

interface Entry {
  readonly exchange: Exchange;
  view: ExchangeView | null;
  live: boolean;
}

/** Guessed height of an exchange that is not in the document. */
const ROW_HEIGHT = 260;
/** How long scroll events are the page's own doing after it scrolled by script. */
const SETTLE_MS = 200;

/** The exchanges in the page: which of them are in the document, in their order. */
export class Thread {
  private entries: Entry[] = [];
  private start = 0;
  private settledAt = 0;
  private readonly above = h('div', { 'data-sim': 'spacer', 'aria-hidden': 'true' });
  private readonly below = h('div', { 'data-sim': 'spacer', 'aria-hidden': 'true' });

  constructor(
    private readonly shell: Shell,
    private readonly layout: Layout,
    private readonly make: (exchange: Exchange) => ExchangeView,
  ) {
    shell.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
  }

  /** Shows another conversation, from its end. */
  show(exchanges: readonly Exchange[]): void {
    this.entries = exchanges.map((exchange) => ({ exchange, view: null, live: false }));
    this.shell.list.replaceChildren(...(this.layout.mounted === null ? [] : [this.above, this.below]));
    this.start = this.lastStart();
    this.refresh();
  }

  /** Adds a live exchange at the end. */
  append(exchange: Exchange, view: ExchangeView): void {
    this.entries.push({ exchange, view, live: true });
    this.start = this.lastStart();
    this.refresh();
  }

  /** The view of an exchange, made if need be. */
  view(exchange: Exchange): ExchangeView {
    const entry = this.entries.find((candidate) => candidate.exchange === exchange);
    if (entry === undefined) throw new Error('the exchange is not in this thread');
    entry.view ??= this.make(exchange);
    return entry.view;
  }

  /** While it is live, a view is kept even when it is scrolled out. */
  live(exchange: Exchange, live: boolean): void {
    const entry = this.entries.find((candidate) => candidate.exchange === exchange);
    if (entry !== undefined) entry.live = live;
  }

  /** Takes away everything after an exchange (another branch of it is shown). */
  cutAfter(exchange: Exchange): void {
    const index = this.entries.findIndex((entry) => entry.exchange === exchange);
    for (const entry of this.entries.splice(index + 1)) this.unmount(entry);
    this.start = this.lastStart();
    this.refresh();
  }

  /** Takes one exchange out, as if it had never been sent. */
  remove(exchange: Exchange): void {
    for (const entry of this.entries) if (entry.exchange === exchange) this.unmount(entry);
    this.entries = this.entries.filter((entry) => entry.exchange !== exchange);
    this.start = this.lastStart();
    this.refresh();
  }

  /** Makes the view of an exchange anew, complete as it is. */
  renew(exchange: Exchange): void {
    const entry = this.entries.find((candidate) => candidate.exchange === exchange);
    if (entry === undefined) return;
    this.unmount(entry);
    entry.view = null;
    this.refresh();
  }

  /** Puts older exchanges before those that are there. */
  prepend(exchanges: readonly Exchange[]): void {
    this.entries.unshift(...exchanges.map((exchange) => ({ exchange, view: null, live: false })));
    this.start = this.lastStart();
    this.refresh();
  }

  push(exchanges: readonly Exchange[]): void {
    this.entries.push(...exchanges.map((exchange) => ({ exchange, view: null, live: false })));
    this.start = this.lastStart();
    this.refresh();
  }

  scrollTo(index: number): void {
    if (this.layout.mounted === null && !this.layout.shells) return;
    const last = this.lastStart();
    this.start = Math.max(0, Math.min(index - 1, last));
    this.refresh();
    const { scroller } = this.shell;
    const range = scroller.scrollHeight - scroller.clientHeight;
    const part = last === 0 ? 0 : this.start / last;
    // The event that this causes, and the ones of rows that settle, say nothing new.
    this.settledAt = performance.now() + SETTLE_MS;
    scroller.scrollTop = this.layout.reversed ? (part - 1) * range : part * range;
  }

  mounted(): number[] {
    return [...this.entries.keys()].filter((index) => {
      const rows = this.entries[index]?.view?.rows() ?? [];
      return rows.some((row) => row.isConnected && row.childElementCount > 0);
    });
  }

  /** Puts the rows of a changed view (a new assistant turn) in their places. */
  refresh(): void {
    let before: ChildNode | null = this.layout.mounted === null ? null : this.above;
    for (const [index, entry] of this.entries.entries()) {
      const near = this.wanted(index);
      if (!near && !this.layout.shells) {
        this.unmount(entry);
        continue;
      }
      entry.view ??= this.make(entry.exchange);
      entry.view.number(index, this.entries.length);
      if (this.layout.shells) entry.view.shell(!near && !entry.live);
      for (const row of entry.view.rows()) {
        const place: ChildNode | null = before === null ? this.shell.list.firstChild : before.nextSibling;
        if (place !== row) this.shell.list.insertBefore(row, place);
        before = row;
      }
    }
    this.space();
  }

  private size(): number {
    return this.layout.mounted ?? (this.layout.shells ? 4 : this.entries.length);
  }

  private lastStart(): number {
    return Math.max(0, this.entries.length - this.size());
  }

  private wanted(index: number): boolean {
    if (index >= this.start && index < this.start + this.size()) return true;
    return this.layout.keepsLast && index === this.entries.length - 1;
  }

  private unmount(entry: Entry): void {
    for (const row of entry.view?.rows() ?? []) row.remove();
    if (!entry.live) entry.view = null;
  }

  private space(): void {
    if (this.layout.mounted === null) return;
    const after = Math.max(0, this.entries.length - this.start - this.size());
    this.above.style.height = `${this.start * ROW_HEIGHT}px`;
    this.below.style.height = `${after * ROW_HEIGHT}px`;
  }

  private scrolled(): void {
    const last = this.lastStart();
    if (last === 0 || performance.now() < this.settledAt) return;
    const { scrollTop, scrollHeight, clientHeight } = this.shell.scroller;
    const range = scrollHeight - clientHeight;
    if (range <= 0) return;
    const part = this.layout.reversed ? 1 + scrollTop / range : scrollTop / range;
    const start = Math.round(Math.min(1, Math.max(0, part)) * last);
    if (start === this.start) return;
    this.start = start;
    this.refresh();
  }
}
