/** Counts what a piece of code asks of a document, by standing in front of the emulated DOM's own methods. */

export interface DomWork {
  /** Changes that were handed to it. */
  records: number;
  /** Elements and texts that it went to, or had a search go through. */
  nodes: number;
  /** Characters of text that it took. */
  characters: number;
  /** Questions that need the layout of the page, by their names. */
  readonly layout: string[];
}

export interface DomMeter {
  readonly work: DomWork;
  /** Counts what happens while this runs, and nothing else. */
  count(run: () => void): void;
  /** Forgets what was counted. */
  reset(): void;
  /** Leaves the DOM as it was. */
  remove(): void;
}

const LAYOUT =
  /^(?:innerText|outerText|(?:offset|client|scroll)(?:Width|Height|Top|Left|Parent)|getBoundingClientRect|getClientRects|checkVisibility|scrollIntoView|computedStyleMap|getComputedStyle|elements?FromPoint)$/;
const SEARCH = /^(?:querySelector(?:All)?|getElementsBy\w+)$/;
const STEP =
  /^(?:matches|closest|contains|getAttribute|hasAttribute|nextNode|firstChild|nextSibling|parentNode)$/;
const TEXT = /^(?:textContent|nodeValue|data)$/;

/** How many nodes a search from here goes through; the emulated document is no instance of the global `Document`. */
const sizeOf = (node: unknown): number =>
  node === document || node instanceof Element
    ? 1 + (node as ParentNode & Element).getElementsByTagName('*').length
    : 1;

/** A selector that asks the whole page is one, unless an earlier part of the list matches already. */
const asksPage = (element: unknown, selector: unknown): boolean => {
  if (typeof selector !== 'string' || !selector.includes(':root:has(')) return false;
  const parts = selector.split(/, ?(?![^(]*\))/);
  const own = parts.slice(
    0,
    parts.findIndex((part) => part.includes(':root:has(')),
  );
  return !(element instanceof Element && own.length > 0 && element.matches(own.join(',')));
};

/** All that instances of the DOM inherit from: the emulation has classes of each window in front of its own. */
function places(): Set<object> {
  const found = new Set<object>([globalThis]);
  const text = document.createTextNode('');
  for (const one of [document, document.body, text, document.createTreeWalker(document)]) {
    let place: object | null = Object.getPrototypeOf(one);
    for (; place !== null && place !== Object.prototype; place = Object.getPrototypeOf(place))
      found.add(place);
  }
  return found;
}

export function meterDom(): DomMeter {
  const work: DomWork = { records: 0, nodes: 0, characters: 0, layout: [] };
  const undo: (() => void)[] = [];
  let isCounting = false;

  /** What a method asks of others for itself is its own affair. */
  function whole<T>(run: () => T, note: (found: T) => void): T {
    if (!isCounting) return run();
    isCounting = false;
    try {
      const found = run();
      note(found);
      return found;
    } finally {
      isCounting = true;
    }
  }

  function note(name: string, self: unknown, [selector]: readonly unknown[], found: unknown): void {
    if (LAYOUT.test(name)) work.layout.push(name);
    else if (SEARCH.test(name)) work.nodes += sizeOf(self);
    else if (TEXT.test(name)) {
      work.nodes += sizeOf(self);
      work.characters += typeof found === 'string' ? found.length : 0;
    } else work.nodes += name === 'matches' && asksPage(self, selector) ? sizeOf(document) : 1;
  }

  for (const place of places()) {
    for (const [name, own] of Object.entries(Object.getOwnPropertyDescriptors(place))) {
      if (![LAYOUT, SEARCH, STEP, TEXT].some((names) => names.test(name))) continue;
      const { get, value } = own;
      if (own.configurable !== true || (get === undefined && typeof value !== 'function')) continue;
      undo.push(() => Object.defineProperty(place, name, own));
      Object.defineProperty(place, name, {
        ...own,
        ...(get === undefined
          ? {
              value(this: unknown, ...given: unknown[]) {
                return whole(
                  () => Reflect.apply(value, this, given),
                  (found) => note(name, this, given, found),
                );
              },
            }
          : {
              get(this: unknown) {
                return whole(
                  () => Reflect.apply(get, this, []),
                  (found) => note(name, this, [], found),
                );
              },
            }),
      });
    }
  }

  return {
    work,
    count(run) {
      isCounting = true;
      try {
        run();
      } finally {
        isCounting = false;
      }
    },
    reset() {
      Object.assign(work, { records: 0, nodes: 0, characters: 0 });
      work.layout.length = 0;
    },
    remove() {
      for (const one of undo) one();
    },
  };
}
