/** The turns of a page as plain data: what a site's elements show, without a DOM. */
import { textLength } from '../../../lib/scrapers/page/text';
import type { Compared } from '../../../lib/scrapers/tracker/events';

/** How a kind of page keeps its turns. */
export interface Kind {
  readonly name: string;
  /** Keys of their own, numbers of rows that another chat has as well, or none. */
  readonly keys: 'own' | 'rows' | 'none';
  /** What is not in view is taken out. */
  readonly virtualised: boolean;
  /** One element holds a question and its answer. */
  readonly shared: boolean;
  /** A retry fills the old answer's element anew; else it puts another one in its place. */
  readonly refills: boolean;
}

export const KINDS = [
  { name: 'keyed', keys: 'own', virtualised: false, shared: false, refills: false },
  { name: 'keyless', keys: 'none', virtualised: false, shared: false, refills: true },
  { name: 'rows', keys: 'rows', virtualised: true, shared: false, refills: true },
  { name: 'virtual', keys: 'own', virtualised: true, shared: false, refills: false },
  { name: 'exchange', keys: 'own', virtualised: true, shared: true, refills: true },
] as const satisfies readonly Kind[];
export type KindName = (typeof KINDS)[number]['name'];

export interface Part {
  readonly element: number;
  text: string;
}

export interface Question {
  text: string;
  files: number;
  images: number;
}

export interface Answer {
  text: string;
  /** Marks of streaming on the turn itself. */
  streaming: boolean;
  awaiting: boolean;
  finished: boolean;
  failed: boolean;
  stopped: boolean;
  thinking: boolean;
  images: number;
  /** Nothing is left in its element. */
  emptied: boolean;
  waitsForUser: boolean;
  /** Answers side by side. */
  parts: Part[];
}

/** An element of the page that holds a turn, or a question and its answer. */
export interface Block {
  readonly element: number;
  key: string | null;
  connected: boolean;
  shown: boolean;
  question: Question | null;
  answer: Answer | null;
}

/** A question with its answer, wherever they are. */
export interface Exchange {
  ask: Block;
  reply: Block | null;
}

export const newAnswer = (text = ''): Answer => ({
  text,
  streaming: false,
  awaiting: false,
  finished: false,
  failed: false,
  stopped: false,
  thinking: false,
  images: 0,
  emptied: false,
  waitsForUser: false,
  parts: [],
});

export const clean = (text: string): string => text.replace(/\s+/gu, ' ').trim();

export const lengthOf = (text: string): number => textLength(clean(text));

/** All that an answer shows, in its parts too. */
export const wholeText = ({ text, parts }: Answer): string =>
  clean(parts.length === 0 ? text : parts.map((part) => part.text).join(' '));

export function compared(text: string, former: string): Compared {
  if (text === '') return 'empty';
  if (text === former) return 'same';
  return text.startsWith(former) ? 'continued' : 'other';
}
