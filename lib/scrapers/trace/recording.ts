/**
 * The changes of a page since a recording began. Costs nothing until it is started; then each change is masked as
 * it comes, and old changes are folded into the page's first state when there are too many.
 */
import { type CaptureContext, captureNow } from './capture';
import { filler } from './filler';
import type { Mask } from './mask';
import { traceTree } from './tree';
import type { TraceElement, TraceEvent } from './types';

export const MAX_EVENTS = 20_000;
export const MAX_EVENT_CHARACTERS = 600_000;
/** Siblings asked for one that the trace knows. */
const SIBLINGS = 50;

export interface Recording {
  /** Takes changes down that were reported at this time. */
  changed(records: readonly MutationRecord[], atMs: number): void;
  /** A trusted Enter or click. */
  gesture(event: Event, atMs: number): void;
  address(url: URL, atMs: number): void;
  /** The page's first state, once it is read. */
  started(start: TraceElement): void;
  result(): {
    readonly start: TraceElement | null;
    readonly events: readonly TraceEvent[];
    readonly folded: number;
  };
}

export interface RecordingDeps {
  readonly context: CaptureContext;
  readonly mask: Mask;
  /** The number of a node that the trace knows; null for others. */
  readonly known: (node: Node) => number | null;
}

export function createRecording({ context, mask, known }: RecordingDeps): Recording {
  let start: TraceElement | null = null;
  const events: TraceEvent[] = [];
  let characters = 0;
  let folded = 0;

  function push(event: TraceEvent, size: number): void {
    events.push(event);
    characters += size + 40;
    if (events.length > MAX_EVENTS || characters > MAX_EVENT_CHARACTERS) fold();
  }

  /** The older half becomes part of the first state. */
  function fold(): void {
    if (start === null) return;
    const old = events.splice(0, Math.ceil(events.length / 2));
    const tree = traceTree(start);
    for (const event of old) tree.apply(event);
    start = tree.current();
    folded += old.length;
    characters = JSON.stringify(events).length;
  }

  function added(node: Node, parent: number, fresh: Set<Node>, at: number): void {
    if (!node.isConnected || fresh.has(node)) return;
    const size = context.budget.characters;
    // What grows while it is recorded has its own bounds.
    context.budget.characters = MAX_EVENT_CHARACTERS / 2;
    const item = captureNow(node, context);
    const used = MAX_EVENT_CHARACTERS / 2 - context.budget.characters;
    context.budget.characters = size;
    fresh.add(node);
    push({ at, k: 'add', parent, before: nextKnown(node), node: item }, used);
  }

  function nextKnown(node: Node): number | null {
    let next = node.nextSibling;
    for (let i = 0; next !== null && i < SIBLINGS; i += 1) {
      const n = known(next);
      if (n !== null) return n;
      next = next.nextSibling;
    }
    return null;
  }

  function isInside(node: Node, fresh: ReadonlySet<Node>): boolean {
    if (fresh.size === 0) return false;
    for (let one: Node | null = node; one !== null; one = one.parentNode) if (fresh.has(one)) return true;
    return false;
  }

  function changed(records: readonly MutationRecord[], atMs: number): void {
    const at = Math.round(atMs);
    /** Nodes taken in whole by this call: what happened in them is in what was read. */
    const fresh = new Set<Node>();
    const done = new Map<Node, Set<string>>();
    const once = (node: Node, what: string): boolean => {
      const before = done.get(node) ?? new Set();
      done.set(node, before);
      if (before.has(what)) return false;
      before.add(what);
      return true;
    };
    for (const record of records) {
      const target = known(record.target);
      if (target === null) continue;
      if (record.type === 'childList') {
        for (const node of record.removedNodes) {
          const n = known(node);
          // A node that was moved is told of where it was put.
          if (n !== null && !node.isConnected && once(node, 'gone')) push({ at, k: 'gone', n }, 0);
        }
        if (isInside(record.target, fresh)) continue;
        // From the last: each knows the one it stands before.
        for (const node of [...record.addedNodes].reverse()) added(node, target, fresh, at);
      } else if (isInside(record.target, fresh)) {
      } else if (record.type === 'characterData') {
        if (!once(record.target, 'text')) continue;
        const text = filler(record.target.nodeValue ?? '');
        push({ at, k: 'text', n: target, text }, text.length);
      } else if (record.attributeName !== null && record.target instanceof Element) {
        attributeChanged(record.target, record.attributeName, target, once, at);
      }
    }
  }

  function attributeChanged(
    element: Element,
    name: string,
    n: number,
    once: (node: Node, what: string) => boolean,
    at: number,
  ): void {
    if (name === 'style' || !once(element, name)) return;
    const value = Element.prototype.getAttribute.call(element, name);
    const masked = value === null ? null : mask.value(name, value);
    push({ at, k: 'attribute', n, name: mask.attributeName(name), value: masked }, masked?.length ?? 0);
  }

  return {
    changed,
    gesture(event, atMs) {
      const target = event.composedPath()[0];
      const n = target instanceof Node ? known(target) : null;
      if (n === null || !event.isTrusted) return;
      const at = Math.round(atMs);
      if (event instanceof KeyboardEvent) {
        if (event.key === 'Enter') push({ at, k: 'enter', n, shift: event.shiftKey }, 0);
      } else push({ at, k: 'click', n }, 0);
    },
    address: (url, atMs) => push({ at: Math.round(atMs), k: 'address', address: mask.address(url) }, 60),
    started(first) {
      start = first;
    },
    result: () => ({ start, events, folded }),
  };
}
