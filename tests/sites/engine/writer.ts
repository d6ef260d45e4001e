import { h } from './dom';
import type { Tree } from './tree';

/**
 * How a page grows its answer: `data` lengthens the text node in place, `append` adds text nodes, `spans` adds
 * one span per chunk, `replace` renders the whole growing block anew at every chunk.
 */
export type GrowMode = 'data' | 'append' | 'spans' | 'replace';

type Step =
  | { readonly kind: 'open'; readonly tree: Tree }
  | { readonly kind: 'close' }
  | { readonly kind: 'quiet'; readonly tree: Tree }
  | { readonly kind: 'text'; readonly text: string };

function stepsOf(source: Tree): Step[] {
  if (source.quiet === true) return [{ kind: 'quiet', tree: source }];
  const inner = source.children.flatMap((child): Step[] =>
    typeof child === 'string' ? [{ kind: 'text', text: child }] : stepsOf(child),
  );
  return [{ kind: 'open', tree: source }, ...inner, { kind: 'close' }];
}

function whole(source: Tree): HTMLElement {
  const children = source.children.map((child) => (typeof child === 'string' ? child : whole(child)));
  return h(source.tag, source.attributes, ...children);
}

/** Length of the model's text in a tree, in UTF-16 units. */
export function lengthOf(source: Tree): number {
  if (source.quiet === true) return 0;
  return source.children.reduce(
    (sum, child) => sum + (typeof child === 'string' ? child.length : lengthOf(child)),
    0,
  );
}

/** Builds one block, piece by piece, and remembers the model's text that is in it. */
export class BlockWriter {
  element: HTMLElement | null = null;
  written = '';
  private readonly steps: readonly Step[];
  private next = 0;
  private offset = 0;
  private readonly open: HTMLElement[] = [];
  private node: Text | null = null;

  constructor(
    private readonly source: Tree,
    private readonly mode: GrowMode,
  ) {
    this.steps = stepsOf(source);
  }

  /** Writes up to `budget` units more and returns how many were written; never parts a surrogate pair. */
  write(budget: number, parent: HTMLElement): number {
    if (this.mode === 'replace') return this.rewrite(budget, parent);
    let left = budget;
    for (; this.next < this.steps.length; this.next++, this.offset = 0, this.node = null) {
      const step = this.steps[this.next];
      if (step === undefined) break;
      if (step.kind === 'text') {
        left -= this.text(step.text, left);
        if (this.offset < step.text.length) break;
      } else if (left > 0 || step.kind === 'close') this.structure(step, parent);
      else break;
    }
    return budget - left;
  }

  /** Writes everything that is left, elements without text included. */
  finish(parent: HTMLElement): void {
    this.write(Number.MAX_SAFE_INTEGER, parent);
  }

  private structure(step: Exclude<Step, { kind: 'text' }>, parent: HTMLElement): void {
    if (step.kind === 'close') {
      this.open.pop();
      return;
    }
    const element = step.kind === 'quiet' ? whole(step.tree) : h(step.tree.tag, step.tree.attributes);
    (this.open.at(-1) ?? parent).append(element);
    this.element ??= element;
    if (step.kind === 'quiet') return;
    this.open.push(element);
    const separator = step.tree.separate;
    if (separator !== undefined && this.written !== '') this.written += separator;
  }

  private text(text: string, budget: number): number {
    let size = Math.min(budget, text.length - this.offset);
    const last = text.charCodeAt(this.offset + size - 1);
    if (size > 0 && last >= 0xd800 && last <= 0xdbff) size += 1;
    if (size <= 0) return 0;
    const piece = text.slice(this.offset, this.offset + size);
    const parent = this.open.at(-1);
    if (this.mode === 'spans') parent?.append(h('span', {}, piece));
    else if (this.mode === 'append' || this.node === null) {
      this.node = document.createTextNode(piece);
      parent?.append(this.node);
    } else this.node.data += piece;
    this.offset += size;
    this.written += piece;
    return size;
  }

  private total = 0;
  private rewrite(budget: number, parent: HTMLElement): number {
    const fresh = new BlockWriter(this.source, 'data');
    const holder = document.createElement('div');
    const wrote = fresh.write(Math.min(Number.MAX_SAFE_INTEGER, this.total + budget), holder) - this.total;
    const element = fresh.element;
    if (element !== null) {
      if (this.element === null) parent.append(element);
      else this.element.replaceWith(element);
      this.element = element;
    }
    this.total += wrote;
    this.written = fresh.written;
    return wrote;
  }
}
