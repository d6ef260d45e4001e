/** A trace's page, built and changed in an emulated document. */
import { Window } from 'happy-dom';
import { isTraceText, type Trace, type TraceEvent, type TraceNode } from '../../../lib/scrapers/trace/types';

/** Globals that the observer and the scrapers take from the page. */
const GLOBALS = [
  'Element',
  'Text',
  'Node',
  'KeyboardEvent',
  'MouseEvent',
  'HTMLAnchorElement',
  'MutationObserver',
  'PageTransitionEvent',
] as const;

export interface TracePage {
  readonly document: Document;
  url(): URL;
  apply(event: TraceEvent): void;
}

/** Builds the page as it stood at the start. One page at a time: it lends its classes to the process. */
export function buildTracePage(trace: Trace): TracePage {
  const window = new Window({ url: trace.address });
  for (const name of GLOBALS) {
    const value: unknown = Reflect.get(window, name) ?? class {};
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
  const document = window.document as unknown as Document;
  const nodes = new Map<number, Node>();

  function nodeOf(node: TraceNode): Node {
    const known = nodes.get(node.n);
    const made =
      known ??
      (isTraceText(node) ? document.createTextNode('') : document.createElement(node.tag || 'x-unknown'));
    nodes.set(node.n, made);
    fill(made, node);
    return made;
  }

  function fill(made: Node, node: TraceNode): void {
    if (isTraceText(node)) {
      if (made.nodeValue !== node.text) made.nodeValue = node.text;
      return;
    }
    if (!isElement(made)) return;
    const wanted = new Map(Object.entries(node.a ?? {}));
    for (const name of made.getAttributeNames()) if (!wanted.has(name)) made.removeAttribute(name);
    for (const [name, value] of wanted) if (made.getAttribute(name) !== value) made.setAttribute(name, value);
    const children = (node.c ?? []).map(nodeOf);
    const same =
      children.length === made.childNodes.length &&
      children.every((child, i) => made.childNodes[i] === child);
    if (!same) made.replaceChildren(...children);
  }

  function place(event: Extract<TraceEvent, { k: 'add' }>): void {
    const parent = nodes.get(event.parent);
    if (parent === undefined) return;
    const before = event.before === null ? undefined : nodes.get(event.before);
    const made = nodeOf(event.node);
    parent.insertBefore(made, before?.parentNode === parent ? before : null);
  }

  function gesture(n: number, made: object): void {
    Object.defineProperty(made, 'isTrusted', { value: true });
    nodes.get(n)?.dispatchEvent(made as Event);
  }

  function apply(event: TraceEvent): void {
    switch (event.k) {
      case 'add':
        place(event);
        return;
      case 'gone': {
        const node = nodes.get(event.n);
        node?.parentNode?.removeChild(node);
        return;
      }
      case 'text': {
        const node = nodes.get(event.n);
        if (node !== undefined) node.nodeValue = event.text;
        return;
      }
      case 'attribute': {
        const node = nodes.get(event.n);
        if (node === undefined || !isElement(node)) return;
        if (event.value === null) node.removeAttribute(event.name);
        else node.setAttribute(event.name, event.value);
        return;
      }
      case 'enter': {
        const init = { key: 'Enter', shiftKey: event.shift, bubbles: true, composed: true };
        gesture(event.n, new window.KeyboardEvent('keydown', init));
        return;
      }
      case 'click':
        gesture(event.n, new window.MouseEvent('click', { bubbles: true, composed: true }));
        return;
      case 'address':
        window.history.pushState({}, '', event.address);
        return;
    }
  }

  nodes.set(trace.start.n, document.documentElement);
  nodeOf(trace.start);
  return { document, url: () => new URL(window.location.href), apply };
}

const isElement = (node: Node): node is Element => node.nodeType === 1;
