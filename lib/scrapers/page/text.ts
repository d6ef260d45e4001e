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

/**
 * Everything but the elements that only dress the words inside a line. A subtree of such alone reads as its plain
 * text, in one native call: highlighted code is made of thousands of them.
 */
const NOT_PLAIN = ':not(span,b,i,em,strong,a,code,sub,sup)';

/** Zero-width characters take no room, so a text of them alone is not visible. */
export const VISIBLE = /[^\s\u200b-\u200d\u2060\ufeff]/;

interface TextSink {
  /** A line begins or ends here. */
  block(): void;
  lineBreak(): void;
  /** A table's cell ends here. */
  cell(): void;
  /** Text whose white space collapses. */
  flow(data: string): void;
  /** Text whose white space stands. */
  kept(data: string): void;
  text(): string;
}

/** Collects text with pending breaks, so that white space at line ends never appears. */
function createSink(): TextSink {
  const parts: string[] = [];
  let last = '\n';
  let breaks = 0;
  let gap = '';

  function put(text: string): void {
    if (text === '') return;
    if (breaks > 0) {
      // A kept text that ended its own line has already made one of the breaks.
      const due = parts.length === 0 ? 0 : breaks - (last === '\n' ? 1 : 0);
      parts.push('\n'.repeat(due));
    } else if (parts.length > 0) parts.push(gap);
    breaks = 0;
    gap = '';
    parts.push(text);
    last = text.slice(-1);
  }

  return {
    block() {
      breaks = Math.max(breaks, 1);
    },
    lineBreak() {
      breaks += 1;
    },
    cell() {
      gap = '\t';
    },
    flow(data) {
      const text = /[\t\n\r\f]| {2}/.test(data) ? data.replace(/[ \t\n\r\f]+/g, ' ') : data;
      if (text === ' ') {
        gap ||= ' ';
        return;
      }
      const opens = text.startsWith(' ');
      const closes = text.endsWith(' ');
      if (opens) gap ||= ' ';
      put(text.slice(opens ? 1 : 0, closes ? -1 : undefined));
      if (closes) gap = ' ';
    },
    kept: (data) => put(data.replace(/\r\n?/g, '\n')),
    text: () => parts.join('').trim(),
  };
}

/** From so many elements on, asking one by one is worth the calls. */
const MANY_ELEMENTS = 2_000;

/**
 * The elements that a list of selectors finds. Of many elements it is asked one selector after the other: browsers
 * take a fifth of the time for all of them, since one name or attribute is found without looking at each element.
 */
function find(root: Element, selectors: string): Set<Node> {
  const many = root.getElementsByTagName('*').length > MANY_ELEMENTS;
  // A comma inside parentheses parts no selectors of the list.
  const lists = selectors === '' ? [] : many ? selectors.split(/, (?![^(]*\))/) : [selectors];
  return new Set(lists.flatMap((list) => [...root.querySelectorAll(list)]));
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
  /** Elements whose text is not all there is to them. */
  const mixed = new Set<Node>();
  for (const special of [...skipped, ...kept, ...root.querySelectorAll(NOT_PLAIN)]) {
    walker.currentNode = special;
    for (let up = walker.parentNode(); up !== null && !mixed.has(up); up = walker.parentNode()) mixed.add(up);
  }
  walker.currentNode = root;
  let keptDepth = keepsSpace(root, keepSpace) ? 1 : 0;
  const open: { readonly name: string; readonly keeps: boolean }[] = [];
  sink.block();

  const put = (data: string | null): false => {
    if (keptDepth > 0) sink.kept(data ?? '');
    else sink.flow(data ?? '');
    return false;
  };
  const enter = (node: Node): boolean => {
    if (node.nodeType === TEXT_NODE) return put(node.nodeValue);
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
    // A form's field may stand in the place of the form's text, a page's own element may lie about it.
    if (mixed.has(node) || /^form$|-/.test(name)) return true;
    put(node.textContent);
    leave();
    return false;
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
  const sink = createSink();
  for (const root of roots) readRoot(root, notText, keepSpace, sink);
  return sink.text();
}

/** What is longer as a string than as text: runs of white space, and characters that take two units. */
const LONGER_AS_STRING = /\s{2,}|[\ud800-\udbff][\udc00-\udfff]/g;

/** Unicode code points with every run of white space as one and none at the ends. One native pass. */
export function textLength(text: string): number {
  const trimmed = text.trim();
  let length = trimmed.length;
  for (const [run] of trimmed.matchAll(LONGER_AS_STRING)) length -= run.length - 1;
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
