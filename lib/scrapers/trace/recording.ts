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

  function add(node: Node, parent: number, at: number): void {
    const size = context.budget.characters;
    // What grows while it is recorded has its own bounds.
    context.budget.characters = MAX_EVENT_CHARACTERS / 2;
    const item = captureNow(node, context);
    const used = MAX_EVENT_CHARACTERS / 2 - context.budget.characters;
    context.budget.characters = size;
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

  /**
   * Reports may be many and old: nodes have come, moved and gone since. What counts is where they stand now, so
   * each node is told of once, and of siblings the last first, because each names the one it stands before.
   */
  function changed(records: readonly MutationRecord[], atMs: number): void {
    const at = Math.round(atMs);
    const once = onceEach();
    const arrived = new Set<Node>();
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node.isConnected) arrived.add(node);
    }
    for (const { removedNodes } of records) {
      for (const node of removedNodes) {
        const n = known(node);
        if (n !== null && !node.isConnected && once(node, 'gone')) push({ at, k: 'gone', n }, 0);
      }
    }
    const outermost = [...arrived].filter((node) => !isInside(node.parentNode, arrived));
    for (const node of outermost.sort(lastFirst)) {
      const parent = node.parentNode === null ? null : known(node.parentNode);
      if (parent !== null) add(node, parent, at);
    }
    for (const { type, target, attributeName } of records) {
      const n = known(target);
      if (type === 'childList' || n === null || isInside(target, arrived)) continue;
      if (type === 'characterData') {
        if (!once(target, 'text')) continue;
        const text = filler(target.nodeValue ?? '');
        push({ at, k: 'text', n, text }, text.length);
      } else if (attributeName !== null && target instanceof Element && once(target, `@${attributeName}`)) {
        attributeChanged(target, attributeName, n, at);
      }
    }
  }

  function attributeChanged(element: Element, name: string, n: number, at: number): void {
    if (name === 'style') return;
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

/** Says yes to each thing about each node once. */
function onceEach(): (node: Node, what: string) => boolean {
  const done = new Map<Node, Set<string>>();
  return (node, what) => {
    const before = done.get(node) ?? new Set();
    done.set(node, before);
    if (before.has(what)) return false;
    before.add(what);
    return true;
  };
}

function isInside(node: Node | null, places: ReadonlySet<Node>): boolean {
  if (places.size === 0) return false;
  for (let one = node; one !== null; one = one.parentNode) if (places.has(one)) return true;
  return false;
}

const FOLLOWING = 4;
const lastFirst = (one: Node, other: Node): number =>
  one === other ? 0 : (one.compareDocumentPosition(other) & FOLLOWING) !== 0 ? 1 : -1;
