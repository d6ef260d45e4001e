import type { Block } from './blocks';
import type { ExchangeView, Layout } from './layout';
import { treeOf } from './tree';
import { BlockWriter, lengthOf } from './writer';

/** Length of the model's text in blocks, in UTF-16 units. */
export function answerLength(blocks: readonly Block[], layout: Layout): number {
  return blocks.reduce((sum, block) => {
    const source = treeOf(block, layout.style);
    return sum + (source === null ? 0 : lengthOf(source));
  }, 0);
}

/** Writes an answer, block after block, into the places that the view opens for it. */
export class AnswerWriter {
  /** UTF-16 units written. */
  position = 0;
  private readonly done: string[] = [];
  private current: BlockWriter | null = null;
  private next = 0;
  private place: HTMLElement | null = null;
  private readonly places: HTMLElement[] = [];

  constructor(
    private readonly blocks: readonly Block[],
    private readonly layout: Layout,
    private readonly view: ExchangeView,
    private readonly mode: Layout['grow'],
  ) {}

  /** The model's text so far, block ends as line breaks. */
  text(): string {
    const parts = this.current === null ? this.done : [...this.done, this.current.written];
    return parts.filter((part) => part !== '').join('\n');
  }

  /** Writes on up to `position`; a tool status ends the chunk, so that it is seen. */
  writeTo(position: number): void {
    while (this.position < position) {
      if (this.current === null && !this.open()) return;
      if (this.current === null) return;
      this.position += this.step(this.current, position - this.position);
    }
  }

  /** Takes everything written so far out of the page. */
  clear(): void {
    for (const place of this.places) place.replaceChildren();
  }

  /** Writes all that is left. */
  finish(): void {
    for (;;) {
      if (this.current === null && this.next >= this.blocks.length) return;
      if (this.current === null) this.open();
      if (this.current !== null) this.position += this.step(this.current, Number.MAX_SAFE_INTEGER);
    }
  }

  private step(writer: BlockWriter, budget: number): number {
    if (this.place === null) {
      this.place = this.view.openText();
      this.places.push(this.place);
    }
    const wrote = writer.write(budget, this.place);
    if (wrote < budget) {
      writer.finish(this.place);
      this.done.push(writer.written);
      this.current = null;
    }
    return wrote;
  }

  /** Takes the next block; false when there is none, or when it was a status. */
  private open(): boolean {
    const block = this.blocks[this.next];
    if (block === undefined) return false;
    this.next += 1;
    const source = treeOf(block, this.layout.style);
    if (source !== null) {
      this.current = new BlockWriter(source, this.mode);
      return true;
    }
    if (block.kind === 'status') this.view.status(block.text);
    this.place = null;
    return false;
  }
}
