/** A situation as one row: what happens on a page, and the records that must come of it. */
import type { PlainPage } from '../plain-page';
import type { Exchange, KindName } from '../plain-turns';
import type { Record } from '../records';

export type Expected = Partial<Record>;

export interface Row {
  readonly name: string;
  /** No saved page shows a site that does so. */
  readonly madeUp: boolean;
  /** The time of timing.ts that it states in seconds. */
  readonly states?: string;
  /** The kinds of page that have it; all when left out. */
  readonly on?: readonly KindName[];
  /** The page before it is observed. */
  readonly begin?: (page: PlainPage) => void;
  readonly play: (page: PlainPage) => void;
  /** In the order of their first states. Times are seconds since the page began. */
  readonly expect: readonly Expected[] | ((page: PlainPage) => readonly Expected[]);
  /** What the page is said not to be readable for in the end. */
  readonly trouble?: string | null;
  /** Seconds that nothing more happens in, after which all must stand; 90 when left out. */
  readonly rest?: number;
}

export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
}

export const VIRTUALISED = ['rows', 'virtual', 'exchange'] as const satisfies KindName[];
/** Kinds whose turns have elements of their own. */
export const APART = ['keyed', 'keyless', 'rows', 'virtual'] as const satisfies KindName[];
/** Kinds whose keys tell one chat's turns from another's. */
export const NAMED = ['keyed', 'virtual', 'exchange'] as const satisfies KindName[];
export const KEYED = ['keyed', 'rows', 'virtual', 'exchange'] as const satisfies KindName[];

export const QUESTION = 'How do tides work?';
export const NEXT = 'And the wind?';
/** Two words of an answer; 14 characters. */
export const CHUNKS = ['The moon ', 'pulls.'];
export const ANSWER = 'The moon pulls.';

/** An old chat of two exchanges: 14 + 12 characters each. */
export const old = (page: PlainPage): void => {
  page.chatKey = 'old';
  for (const n of [1, 2]) page.past(`Old question ${n}`, `Old answer ${n}`);
};

/** A prompt whose answer has begun: sent at 0 s of this call, its first word 1 s after. */
export function begun(page: PlainPage, text = QUESTION): Exchange {
  const exchange = page.ask(text);
  page.pass(1);
  page.reply(exchange);
  page.grow(exchange, 'The moon ');
  page.pass(0.5);
  return exchange;
}

/** The edited prompt of an exchange: reworded in its place, or other elements instead, as the page does it. */
export function sendEdit(page: PlainPage, exchange: Exchange, text: string): Exchange {
  page.edit(exchange.ask);
  const place = page.blocks.indexOf(exchange.ask);
  const after = page.blocks.slice(place);
  if (!page.kind.refills) {
    page.remove(...after);
    const edited = page.question(text);
    page.startStream();
    return edited;
  }
  page.remove(...after.filter((block) => block !== exchange.ask && block !== exchange.reply));
  if (exchange.ask.question !== null) exchange.ask.question.text = text;
  if (exchange.reply?.answer != null) page.clearReply(exchange);
  page.startStream();
  return exchange;
}

/** Takes exchanges out of the page, as a thread does that is scrolled away from them. */
export const scrollOut = (page: PlainPage, ...exchanges: Exchange[]): void => {
  for (const { ask, reply } of exchanges) page.remove(ask, ...(reply === ask ? [] : [reply]));
};

/** Puts exchanges back, in other elements. */
export function scrollIn(page: PlainPage, ...exchanges: Exchange[]): void {
  for (const exchange of exchanges) {
    const { ask, reply } = exchange;
    exchange.ask = page.mount(ask);
    if (reply !== null) exchange.reply = reply === ask ? exchange.ask : page.mount(reply);
  }
}

export const complete = (question: string, answer: string, more: Expected = {}): Expected => ({
  status: 'complete',
  question,
  answer,
  asked: [...question].length,
  length: [...answer].length,
  ...more,
});
