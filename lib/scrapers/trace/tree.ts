/** A trace's page as it stands after some of its events: for folding old events away, and for checking a trace. */
import { isTraceText, type TraceElement, type TraceEvent, type TraceNode } from './types';

interface Item {
  readonly n: number;
  readonly tag: string | null;
  text: string;
  attributes: Record<string, string>;
  children: Item[];
  parent: Item | null;
  readonly left: number;
}

export interface TraceTree {
  /** What does not concern a known node is ignored. */
  apply(event: TraceEvent): void;
  current(): TraceElement;
}

export function traceTree(start: TraceElement): TraceTree {
  const items = new Map<number, Item>();
  const root = make(start, null);

  function make(node: TraceNode, parent: Item | null): Item {
    const former = items.get(node.n);
    if (former !== undefined) detach(former);
    const text = isTraceText(node);
    const item: Item = {
      n: node.n,
      tag: text ? null : node.tag,
      text: text ? node.text : '',
      attributes: text ? {} : { ...node.a },
      children: [],
      parent,
      left: text ? 0 : (node.left ?? 0),
    };
    items.set(node.n, item);
    if (!text) item.children = (node.c ?? []).map((child) => make(child, item));
    return item;
  }

  function detach(item: Item): void {
    const siblings = item.parent?.children;
    const at = siblings?.lastIndexOf(item) ?? -1;
    if (at !== -1) siblings?.splice(at, 1);
    item.parent = null;
  }

  function place(parent: Item, before: number | null, node: TraceNode): void {
    const item = make(node, parent);
    const next = before === null ? -1 : parent.children.findLastIndex((child) => child.n === before);
    parent.children.splice(next === -1 ? parent.children.length : next, 0, item);
  }

  function apply(event: TraceEvent): void {
    switch (event.k) {
      case 'add': {
        const parent = items.get(event.parent);
        if (parent !== undefined) place(parent, event.before, event.node);
        return;
      }
      case 'gone': {
        const item = items.get(event.n);
        if (item !== undefined) detach(item);
        return;
      }
      case 'text': {
        const item = items.get(event.n);
        if (item !== undefined) item.text = event.text;
        return;
      }
      case 'attribute': {
        const item = items.get(event.n);
        if (item === undefined) return;
        if (event.value === null) delete item.attributes[event.name];
        else item.attributes[event.name] = event.value;
        return;
      }
      case 'enter':
      case 'click':
      case 'address':
        return;
    }
  }

  const element = (item: Item): TraceElement => ({
    n: item.n,
    tag: item.tag ?? '',
    ...(Object.keys(item.attributes).length > 0 ? { a: item.attributes } : {}),
    ...(item.children.length > 0 ? { c: item.children.map(node) } : {}),
    ...(item.left > 0 ? { left: item.left } : {}),
  });
  const node = (item: Item): TraceNode =>
    item.tag === null ? { n: item.n, text: item.text } : element(item);

  return { apply, current: () => element(root) };
}
