/**
 * Reads the text that a message shows, from the DOM alone: no layout, no styles, no recursion. What counts
 * is decided by the site's selectors; this file only knows HTML.
 */

const SHOW_ELEMENT = 1;
const SHOW_TEXT = 4;
const TEXT_NODE = 3;

/** Elements that begin and end a line by HTML's default style. */
const BLOCKS = new Set(
  (
    'address article aside blockquote caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody ' +
    'tfoot thead tr ul'
  ).split(' '),
);
const CELLS = new Set(['td', 'th']);

/** Zero-width characters take no room, so a text of them alone is not visible. */
const VISIBLE = /[^\s\u200b-\u200d\u2060\ufeff]/;

/** Collects text with pending breaks, so that white space at line ends never appears. */
class TextSink {
  private readonly parts: string[] = [];
  private last = '\n';
  private breaks = 0;
  private gap: '' | ' ' | '\t' = '';

  block(): void {
    this.breaks = Math.max(this.breaks, 1);
  }

  lineBreak(): void {
    this.breaks += 1;
  }

  cell(): void {
    this.gap = '\t';
  }

  flow(data: string): void {
    const text = /[\t\n\r\f]| {2}/.test(data) ? data.replace(/[ \t\n\r\f]+/g, ' ') : data;
    if (text === ' ') {
      this.gap ||= ' ';
      return;
    }
    const opens = text.startsWith(' ');
    const closes = text.endsWith(' ');
    if (opens) this.gap ||= ' ';
    this.put(text.slice(opens ? 1 : 0, closes ? -1 : undefined));
    if (closes) this.gap = ' ';
  }

  kept(data: string): void {
    this.put(data.replace(/\r\n?/g, '\n'));
  }

  toString(): string {
    return this.parts.join('').trim();
  }

  private put(text: string): void {
    if (text === '') return;
    if (this.breaks > 0) {
      // A kept text that ended its own line has already made one of the breaks.
      const due = this.parts.length === 0 ? 0 : this.breaks - (this.last === '\n' ? 1 : 0);
      this.parts.push('\n'.repeat(due));
    } else if (this.gap !== '' && this.parts.length > 0) {
      this.parts.push(this.gap);
    }
    this.breaks = 0;
    this.gap = '';
    this.parts.push(text);
    this.last = text.slice(-1);
  }
}

function find(root: Element, selector: string): Set<Node> {
  return new Set(selector === '' ? [] : root.querySelectorAll(selector));
}

/**
 * Header and tool bar of a highlighted code block: the `div`s of a `pre` that hold nothing of its code. Not a
 * selector, because browsers take the square of the number of nested elements for it. Work: linear.
 */
function codeHeaders(pre: Element): Element[] {
  const editors = pre.querySelectorAll('.cm-content');
  const codes = editors.length > 0 ? editors : pre.querySelectorAll('code');
  const kept = new Set<Node | null>([pre]);
  for (const code of codes) {
    for (const inner of code.querySelectorAll('div')) kept.add(inner);
    for (let up: Node | null = code; !kept.has(up); up = up?.parentNode ?? null) kept.add(up);
  }
  return codes.length > 0 ? [...pre.querySelectorAll('div')].filter((div) => !kept.has(div)) : [];
}

/** Inside `pre` (or the given selector) white space is kept. Bounded by the depth of the root. */
function keepsSpace(root: Element, keepSpace: string): boolean {
  return root.closest(keepSpace === '' ? 'pre' : `pre, ${keepSpace}`) !== null;
}

/** Steps through one root; a TreeWalker is not fooled by form fields that are named like DOM properties. */
function readRoot(root: Element, notText: string, keepSpace: string, sink: TextSink): void {
  const skipped = find(root, notText);
  if (notText !== '') {
    for (const header of outermost(root.querySelectorAll('pre')).flatMap(codeHeaders)) skipped.add(header);
  }
  const kept = find(root, keepSpace);
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENT | SHOW_TEXT);
  let keptDepth = keepsSpace(root, keepSpace) ? 1 : 0;
  const open: { readonly name: string; readonly keeps: boolean }[] = [];
  sink.block();

  const enter = (node: Node): boolean => {
    if (node.nodeType === TEXT_NODE) {
      const data = node.nodeValue ?? '';
      if (keptDepth > 0) sink.kept(data);
      else sink.flow(data);
      return false;
    }
    // The node's own name survives named form fields; only `nodeName` of a form can be shadowed.
    const name = typeof node.nodeName === 'string' ? node.nodeName.toLowerCase() : 'form';
    if (skipped.has(node)) return false;
    if (name === 'br') {
      sink.lineBreak();
      return false;
    }
    if (BLOCKS.has(name)) sink.block();
    const keeps = name === 'pre' || kept.has(node);
    if (keeps) keptDepth += 1;
    open.push({ name, keeps });
    return true;
  };
  const leave = (): void => {
    const element = open.pop();
    if (element === undefined) return;
    if (element.keeps) keptDepth -= 1;
    if (BLOCKS.has(element.name)) sink.block();
    if (CELLS.has(element.name)) sink.cell();
  };

  let node: Node | null = walker.firstChild();
  while (node !== null) {
    const entered = enter(node);
    let next: Node | null = entered ? walker.firstChild() : null;
    if (entered && next === null) leave();
    while (next === null) {
      next = walker.nextSibling();
      if (next !== null) break;
      if (open.length === 0) return;
      walker.parentNode();
      leave();
    }
    node = next;
  }
}

/**
 * The visible text of the roots, in the order given.
 *
 * Block ends and `<br>` are line breaks, table cells are parted by a tab, runs of white space are one space
 * except inside `pre` and elements that match `keepSpace`, where they stand. Linear in the size of the roots.
 *
 * @param notText selector of subtrees that are left out; empty for none.
 * @param keepSpace selector of further elements that keep their white space; empty for none.
 */
export function readText(roots: readonly Element[], notText: string, keepSpace = ''): string {
  const sink = new TextSink();
  for (const root of roots) readRoot(root, notText, keepSpace, sink);
  return sink.toString();
}

/** What `\s` matches, told without it for the most common scripts. */
const isSpace = (code: number): boolean =>
  code < 33
    ? code === 32 || (code > 8 && code < 14)
    : code === 160 ||
      (code > 5759 && (code < 12289 || code === 65279) && /\s/.test(String.fromCharCode(code)));

/** Unicode code points with every run of white space as one and none at the ends. One pass, nothing copied. */
export function textLength(text: string): number {
  let length = 0;
  let gap = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) {
      gap = length > 0 ? 1 : 0;
      continue;
    }
    const paired = (code & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
    if (paired) i += 1;
    length += 1 + gap;
    gap = 0;
  }
  return length;
}

/** Whether the roots show any text; stops at the first visible character outside `notText`. */
export function hasVisibleText(roots: readonly Element[], notText: string): boolean {
  return roots.some((root) => {
    const walker = root.ownerDocument.createTreeWalker(root, SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (VISIBLE.test(node.nodeValue ?? '') && !isLeftOut(node.parentElement, notText, root)) return true;
    }
    return false;
  });
}

/** Whether an element lies in a subtree of `top` that is not text. Work: O(depth), beside code in its block O(its size). */
export function isLeftOut(element: Element | null, notText: string, top: Element): boolean {
  if (element === null || notText === '') return false;
  const skipped = element.closest(notText);
  if (skipped !== null && skipped !== top && top.contains(skipped)) return true;
  // Nothing in an editor or in code is a header, and a growing answer asks for every line of it.
  const pre = element.closest('pre, pre code, .cm-content');
  return pre?.localName === 'pre' && codeHeaders(pre).some((header) => header.contains(element));
}

/** The elements that lie in no other of the list, which must be in document order. */
export function outermost(elements: Iterable<Element>): Element[] {
  const kept: Element[] = [];
  for (const element of elements) {
    if (kept.at(-1)?.contains(element) !== true) kept.push(element);
  }
  return kept;
}
