/**
 * Attributes without anything of the person: a value stands only if its attribute is structural and it looks like
 * what a program writes, or if our own selectors name it. Everything else is replaced, the same by the same.
 */
import { filler } from './filler';
import { knownPart, type Vocabulary } from './vocabulary';

export interface Mask {
  tag(name: string): string;
  attributeName(name: string): string;
  /** Null: the attribute is left out. */
  value(name: string, value: string): string;
  address(url: URL): string;
}

/** Lists of tokens that a program writes. */
const TOKEN_LISTS = new Set(['class', 'role', 'part', 'slot']);

/** Single words that a program writes: states, kinds, test ids. */
const WORDS = new Set(
  (
    'type contenteditable hidden inert disabled dir lang tabindex open checked selected multiple readonly spellcheck ' +
    'autocomplete enterkeyhint inputmode fonticon data-testid data-test-id data-state data-side data-align data-orientation ' +
    'data-turn data-index data-is-streaming data-message-author-role data-message-model-slug data-conversation-role ' +
    'data-perf-row data-perf-region data-cds data-test-render-count data-markdown-copy data-markdown-text-style ' +
    'data-language data-step-type data-variant data-size data-placement data-disabled data-loading data-active ' +
    'aria-hidden aria-busy aria-expanded aria-haspopup aria-disabled aria-live aria-atomic aria-pressed aria-selected ' +
    'aria-checked aria-modal aria-current aria-level aria-setsize aria-posinset aria-multiline aria-orientation'
  ).split(' '),
);

/** Words for people: filler of the same length, so that it is seen how much was said. */
const SPOKEN = new Set(
  'title alt placeholder value label content summary aria-label aria-description aria-roledescription aria-valuetext aria-placeholder data-placeholder'.split(
    ' ',
  ),
);

/** Left out: no layout reads them, and they are long. */
const DROPPED = new Set('style srcset d points jslog jsdata jsaction jsname nonce integrity'.split(' '));

/** Begins of ids that a layout's code reads; see the sites' `key`. */
const KEY_PREFIXES = ['request-'];

// Programs write their tokens in lower case; a capital may be the beginning of a name.
const TOKEN = /^[a-z0-9_\-:./[\]()!&>*+,#%@]{1,80}$/;
const WORD = /^[a-z0-9][a-z0-9_-]{0,59}$/;
/** Names of a site's own components. */
const COMPONENT = /^[A-Z][a-zA-Z]{2,30}$/;
/** Model names have a point in their version; longer words could be anything. */
const SLUG = /^[a-z0-9][a-z0-9.-]{0,39}$/;
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi;
/** Hexadecimal runs with a digit in them, and long numbers. */
const ID_LIKE = /(?=[a-f]*\d)[0-9a-f]{6,}/gi;
const HTML_NAME = /^[a-z][a-z0-9]{0,15}$/;
const CUSTOM_NAME = /^[a-z][a-z]*(?:-[a-z0-9]{1,20}){1,6}$/;
const DATA_NAME = /^(?:data|aria|ng|on)-?[a-z][a-z-]{0,50}$/;
const ANGULAR_NAME = /^_ng[a-z]+-/;
const PLAIN_NAME = /^[a-z]{1,20}$/;

/** Words of the sites' addresses. */
const PATH_WORDS = new Set('c g chat app new u gem gems share project projects recents s search'.split(' '));

/** Makes the mask of one trace. */
export function createMask(vocabulary: Vocabulary): Mask {
  const numbers = new Map<string, number>();

  function numberOf(value: string): number {
    const known = numbers.get(value) ?? numbers.size + 1;
    numbers.set(value, known);
    return known;
  }

  /** Ids keep their shape, because the sites' code asks for it. */
  function id(value: string): string {
    if (value === '') return '';
    const prefix = KEY_PREFIXES.find((one) => value.startsWith(one));
    if (prefix !== undefined) return `${prefix}${id(value.slice(prefix.length))}`;
    const n = numberOf(value);
    if (value.length === 36 && value.replace(UUID, '') === '')
      return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    if (/^\d+$/.test(value)) return String(n).padStart(Math.min(value.length, 20), '0');
    if (/^[0-9a-f]{8,64}$/.test(value)) return n.toString(16).padStart(value.length, '0');
    return `m${n}`;
  }

  const withoutIds = (token: string): string => token.replace(UUID, id).replace(ID_LIKE, id);

  function token(value: string): string {
    const machine = TOKEN.test(value) && value.lastIndexOf('@') <= 0 && !/%[0-9a-f]{2}/i.test(value);
    return machine || knownPart(vocabulary, 'class', value)?.[1] === value ? withoutIds(value) : id(value);
  }

  function word(name: string, value: string): string {
    const pattern = name === 'data-message-model-slug' ? SLUG : name === 'data-cds' ? COMPONENT : WORD;
    return pattern.test(value) ? withoutIds(value) : around(name, value, id);
  }

  /** What our selectors know of the value stands; the rest is replaced. */
  function around(name: string, value: string, replace: (rest: string) => string): string {
    const known = knownPart(vocabulary, name, value);
    return known === null ? replace(value) : `${replace(known[0])}${known[1]}${replace(known[2])}`;
  }

  const path = (pathname: string): string =>
    pathname
      .split('/')
      .map((part) => (part === '' || PATH_WORDS.has(part) ? part : id(part)))
      .join('/');

  return {
    tag: (name) => (HTML_NAME.test(name) || CUSTOM_NAME.test(name) ? withoutIds(name) : 'x-unknown'),
    attributeName(name) {
      const standard = DATA_NAME.test(name) || PLAIN_NAME.test(name) || ANGULAR_NAME.test(name);
      return standard ? withoutIds(name) : `data-${id(name)}`;
    },
    value(name, value) {
      if (value === '' || DROPPED.has(name)) return '';
      if (value === 'true' || value === 'false') return value;
      if (TOKEN_LISTS.has(name)) return value.split(/\s+/).map(token).join(' ').trim();
      if (WORDS.has(name)) return word(name, value);
      if (SPOKEN.has(name)) return around(name, value, filler);
      // A link within the site must stay one.
      if (name === 'href')
        return /^(?:[/#?](?!\/)|[^:]*$)/.test(value) ? `/${id(value)}` : `https://x.invalid/${id(value)}`;
      return around(name, value, id);
    },
    address: (url) => `${url.origin}${path(url.pathname)}`,
  };
}
