/** The vocabulary of the counting matrix: a situation, where it exists, how it is played, what must be stored. */
import type { AttemptKind, FinalStatus, PromptRecord } from '../../../lib/prompt';
import type { LogEntry, PageConfig } from '../../sites/types';
import type { BrowserName, Harness, OpenOptions, SitePage } from '../harness';
import type { ChatLayout } from '../support';

export const GROUPS = [
  'sending',
  'answering',
  'attempts',
  'ending',
  'not a prompt',
  'parallel',
  'in other languages',
  'the extension itself',
] as const;
export type Group = (typeof GROUPS)[number];

/** What must be stored of one prompt that the page played. What is left out follows from the page's log. */
export interface Expected {
  /** False for a prompt that was sent where the extension could not see it. */
  readonly recorded: boolean;
  readonly status: FinalStatus;
  readonly kind: AttemptKind;
  /** Number within its task. */
  readonly attempt: number;
  /** Index of the prompt that its task is named after. */
  readonly task: number;
  /** Index of the first prompt of its chat. */
  readonly chat: number;
  /** Which times the DOM can tell within 0.25 s; `start` where the page was away in between. */
  readonly times: 'all' | 'start';
  /** Seconds by which the computer's clock was ahead when the prompt was sent: all its times are. */
  readonly clockAhead: number;
  /** Whether the lengths must be within 2 %. */
  readonly lengths: boolean;
  /** Whether the texts reached the worker, so that tokens are counted and not taken from characters; null: either. */
  readonly texts: boolean | null;
  /** Anything else a record must say; gives what is wrong, or nothing. */
  readonly also: (record: PromptRecord, truth: LogEntry, records: readonly PromptRecord[]) => string | null;
}

/** What a script has at hand. */
export interface Stage {
  readonly harness: Harness;
  readonly layout: ChatLayout;
  /** True in the full run: silences last as long as in life. */
  readonly full: boolean;
  readonly page: SitePage;
  /** Opens the page; every script begins with it. */
  open(where: 'new' | 'old' | string, config?: Partial<PageConfig>, how?: OpenOptions): Promise<SitePage>;
  /** Opens one more page of the same layout; its prompts are expected after those of the first. */
  another(where: 'new' | 'old' | string, config?: Partial<PageConfig>, how?: OpenOptions): Promise<SitePage>;
  /** Puts a prompt into the composer and presses Enter. */
  send(text: string, page?: SitePage): Promise<void>;
  /** Puts text into the composer. */
  write(text: string, page?: SitePage): Promise<void>;
  /** A key, or keys held together. */
  press(keys: string, page?: SitePage): Promise<void>;
  /** Types into what has the focus. */
  type(text: string, page?: SitePage): Promise<void>;
  /** Clicks the last element with this `data-sim`, or the one at `index`. */
  click(sim: string, page?: SitePage, index?: number): Promise<void>;
  /** Waits until the answer under way has at least so many characters. */
  grown(characters: number, page?: SitePage): Promise<void>;
  idle(page?: SitePage, timeoutMs?: number): Promise<void>;
  pause(ms: number): Promise<void>;
  /** Id of another chat for the page's `chats`; 0 is the one that `old` opens. */
  chatId(number: number): string;
  /** Takes down what a page knows of its prompts, before the page is closed. */
  keepLog(page?: SitePage): Promise<void>;
}

export interface Situation {
  /** Unique, kebab-case. */
  readonly id: string;
  readonly group: Group;
  /** As it stands in the table. */
  readonly title: string;
  /** Layouts where it does not exist or cannot be played, with the reason. */
  readonly not?: Partial<Record<ChatLayout, string>>;
  readonly notIn?: Partial<Record<BrowserName, string>>;
  /** What was decided where the DOM cannot tell. */
  readonly decision?: string;
  /** A fault that is known and not yet mended: played in the full run, where it shows, and not by `npm test`. */
  readonly open?: string;
  /** No page that anybody saved shows it, on these layouts or on any: built from reports or notes alone. */
  readonly madeUp?: true | readonly ChatLayout[];
  /** Played in the full run alone. */
  readonly fullOnly?: true;
  /** Needs the browser to itself, as a person uses it: what happens there happens to all of its pages. */
  readonly alone?: boolean;
  /** Where `npm test` plays it, when one browser takes much longer; either one unless said otherwise. */
  readonly quickIn?: BrowserName;
  /**
   * Where `npm test` plays it more than once: on every layout in every browser, or on one layout of each site,
   * browsers in turn.
   */
  readonly quickOn?: 'every layout' | 'every site';
  readonly play: (stage: Stage) => Promise<void>;
  /** One entry per prompt of the page's log (in order) that differs from what follows from the log. */
  readonly expect?: readonly Partial<Expected>[];
}

/** A row of the issue that no browser test can play, and what answers for it instead. */
export interface Elsewhere {
  readonly group: Group;
  readonly title: string;
  /** What proves it, or why nothing can. */
  readonly reason: string;
}

export interface Cell {
  readonly situation: Situation;
  readonly layout: ChatLayout;
  readonly browser: BrowserName;
}

/** What came of a cell: nothing wrong, or what. */
export interface CellResult {
  readonly situation: string;
  readonly layout: ChatLayout;
  readonly browser: BrowserName;
  readonly problems: readonly string[];
  readonly records: number;
  readonly seconds: number;
  /** It was played a second time, because something was wrong the first time. */
  readonly again?: boolean;
}

declare module 'vitest' {
  interface TaskMeta {
    /** The test judges what was played a second time, because something was wrong the first time. */
    playedAgain?: boolean;
  }
}
