/**
 * Reads a part of the page into trace nodes, in bounded steps and without recursion. Nothing of the page is trusted:
 * a form's fields can hide its properties, so children come from a walker and attributes from the prototype.
 */
import { filler } from './filler';
import type { Mask } from './mask';
import type { TraceElement, TraceNode } from './types';

/** Nodes read in one step. */
export const STEP_NODES = 300;
/** Deeper nodes are left out: a chat is shallow, and JSON is read by recursion. */
const MAX_DEPTH = 250;
/** Of long lists the beginning and the end are kept: the newest turns stand last. */
const LONG_LIST = 60;
const LIST_HEAD = 10;
const LIST_TAIL = 40;
/** Side bars list chats; a few of them show how they are made. */
const SIDE_NODES = 60;
/** Longest text kept of one node. */
const MAX_TEXT = 50_000;

const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
const TEXT_NODE = 3;

/** Elements whose content no layout reads. */
const CLOSED = new Set(
  'head script style noscript template iframe svg canvas video audio object embed'.split(' '),
);
const SIDES = new Set(['nav', 'aside']);

export interface CaptureBudget {
  nodes: number;
  characters: number;
  /** Counts what was left out. */
  leftOut: number;
}

export interface CaptureContext {
  readonly page: Document;
  readonly mask: Mask;
  /** The node's number in the trace, a new one if it has none. */
  readonly numberOf: (node: Node) => number;
  readonly budget: CaptureBudget;
}

interface OpenElement {
  n: number;
  tag: string;
  a?: Record<string, string>;
  c?: TraceNode[];
  left?: number;
}

interface Frame {
  readonly out: OpenElement;
  readonly children: readonly Node[];
  next: number;
  /** Nodes that may still be read in this side bar; null outside of one. */
  readonly side: { nodes: number } | null;
}

export const nameOf = (node: Node): string =>
  typeof node.nodeName === 'string' ? node.nodeName.toLowerCase() : 'form';

/** Reads the node and what is in it; yields after each step. */
export function* captureNode(root: Node, context: CaptureContext): Generator<void, TraceNode> {
  if (root.nodeType === TEXT_NODE) return textOf(root, context);
  const top = open(root, context);
  const frames: Frame[] = [frameOf(root, top, null, context)];
  let read = 0;
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    const child = frame.children[frame.next];
    frame.next += 1;
    if (child === undefined) {
      frames.pop();
      continue;
    }
    const full = frame.side !== null ? frame.side.nodes <= 0 : false;
    if (full || context.budget.nodes <= 0 || context.budget.characters <= 0 || frames.length > MAX_DEPTH) {
      const left = frame.children.length - frame.next + 1;
      frame.out.left = (frame.out.left ?? 0) + left;
      context.budget.leftOut += left;
      frames.pop();
      continue;
    }
    if (frame.side !== null) frame.side.nodes -= 1;
    frame.out.c ??= [];
    if (child.nodeType === TEXT_NODE) frame.out.c.push(textOf(child, context));
    else {
      const out = open(child, context);
      frame.out.c.push(out);
      frames.push(frameOf(child, out, frame.side, context));
    }
    read += 1;
    if (read % STEP_NODES === 0) yield;
  }
  return top;
}

/** Reads at once. For the small parts that a mutation brings. */
export function captureNow(root: Node, context: CaptureContext): TraceNode {
  const steps = captureNode(root, context);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function textOf(node: Node, { budget, numberOf }: CaptureContext): TraceNode {
  const text = filler((node.nodeValue ?? '').slice(0, Math.min(MAX_TEXT, Math.max(0, budget.characters))));
  budget.nodes -= 1;
  budget.characters -= text.length + 20;
  return { n: numberOf(node), text };
}

function open(node: Node, { mask, budget, numberOf }: CaptureContext): TraceElement & OpenElement {
  const out: OpenElement = { n: numberOf(node), tag: mask.tag(nameOf(node)) };
  if (node instanceof Element) {
    for (const name of Element.prototype.getAttributeNames.call(node)) {
      const value = mask.value(name, Element.prototype.getAttribute.call(node, name) ?? '');
      out.a ??= {};
      out.a[mask.attributeName(name)] = value;
      budget.characters -= name.length + value.length + 6;
    }
  }
  budget.nodes -= 1;
  budget.characters -= 30;
  return out;
}

function frameOf(node: Node, out: OpenElement, outer: Frame['side'], context: CaptureContext): Frame {
  const name = nameOf(node);
  const all = CLOSED.has(name) ? [] : childrenOf(node, context.page);
  const side = outer ?? (isSide(node, name) ? { nodes: SIDE_NODES } : null);
  if (all.length <= LONG_LIST) return { out, children: all, next: 0, side };
  const children = [...all.slice(0, LIST_HEAD), ...all.slice(-LIST_TAIL)];
  out.left = all.length - children.length;
  context.budget.leftOut += out.left;
  return { out, children, next: 0, side };
}

const isSide = (node: Node, name: string): boolean =>
  SIDES.has(name) ||
  (node instanceof Element && Element.prototype.getAttribute.call(node, 'role') === 'navigation');

/** Elements and texts in a node; not by its own properties, which a form's fields can hide. */
function childrenOf(node: Node, page: Document): Node[] {
  const walker = page.createTreeWalker(node, SHOW_ELEMENT | SHOW_TEXT);
  const children: Node[] = [];
  for (let child = walker.firstChild(); child !== null; child = walker.nextSibling()) children.push(child);
  return children;
}
