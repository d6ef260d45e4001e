/** All that the tracker knows, as plain data that can be printed. */
import type {
  ContextSeen,
  FinalStatus,
  MediaSeen,
  ModelSeen,
  NotCounted,
  ResumedPrompt,
  ThinkingSeen,
} from '../../prompt';
import type { GestureKind, PageReading, TextSeen, TurnDetails, TurnId, TurnSeen } from './events';
import type { Health } from './health';
import type { Life } from './lifecycle';
import type { Memory } from './memory';
import type { Witness } from './witness';

/** A turn as it was known when it was last found. */
export type Known = Pick<TurnSeen, 'id' | 'role' | 'element' | 'key'>;

/** The mounted turns in document order; of an element that holds question and answer, the question first. */
export interface Thread {
  readonly turns: readonly TurnSeen[];
  readonly covered: boolean;
  readonly places: ReadonlyMap<TurnId, number>;
  /** Names of the turns that have a key. */
  readonly names: ReadonlySet<string>;
  readonly elements: ReadonlySet<number>;
}

/** The page as it was last read. */
export interface View extends Omit<PageReading, 'thread' | 'changed' | 'inFocus'> {
  readonly thread: Thread;
  readonly details: ReadonlyMap<TurnId, TurnDetails>;
}

/** A gesture that waits for its turn, and the thread as it stood when it was made. */
export interface Send {
  readonly no: number;
  readonly kind: Exclude<GestureKind, 'stop' | 'navigate'>;
  /** Monotonic and wall time of the gesture, ms. */
  readonly at: number;
  readonly wall: number;
  readonly utcOffsetMinutes: number;
  /** The site's name of the chat it was made in. */
  readonly siteKey: string | null;
  readonly before: Thread;
  /** Sent in a chat whose turns were not there yet: they will look new. */
  readonly early: boolean;
  /** An answer was already being made or awaited: a stream alone is no sign. */
  readonly answerPending: boolean;
  /** The question that it was made in, and its text then, for edits. */
  readonly edited: Known | null;
  readonly editedText: TextSeen | null;
  /** The question whose answer a retry asks for again; null where its button stands beside the turns. */
  readonly retried: Known | null;
  /** The last answer's text, to tell a turn that is filled anew from its former filling. */
  readonly former: TextSeen | null;
  /** The composer's text; null for a gesture elsewhere. */
  readonly typed: TextSeen | null;
  readonly model: ModelSeen;
  /** Since when it waits with no older answer open. */
  readonly waitsFrom: number;
}

/** Where an attempt's answer is. */
export type AnswerPlace =
  | { readonly kind: 'shown'; readonly turn: Known }
  /** Not found yet, or its element was taken out; `away` when the thread is scrolled away from it. */
  | { readonly kind: 'expected' | 'away'; readonly left: Known | null };

export interface ReportState {
  readonly revision: number;
  readonly emittedAt: number;
  readonly emittedGrowthAt: number | null;
  readonly readAt: number;
  /** A reading was asked for and has not come. */
  readonly reading: boolean;
  readonly firstTokenTold: boolean;
}

export interface Attempt {
  readonly no: number;
  readonly chat: number;
  readonly layout: string;
  readonly send: Send;
  /** What an earlier page knew of it. */
  readonly resumed: Pick<ResumedPrompt, 'id' | 'attempt' | 'sentSeen' | 'readBy'> | null;
  /** The attempt beside whose answer this one's grows. */
  readonly besides: number | null;
  /** The part of the turn that is its answer; null for all of it. */
  readonly part: number | null;
  /** Its new question; null for a retry, and before it is shown. */
  readonly question: Known | null;
  /** The question that it asks again. */
  readonly askedAgain: Known | null;
  /** What its question showed last. */
  readonly shownText: TextSeen | null;
  /** What was asked: as it was typed, or as the question shows it. */
  readonly input: TextSeen | null;
  readonly answer: AnswerPlace;
  /** When its answer left the page last, or its chat was left. */
  readonly lostAt: number | null;
  /** The first change of its answer that no reading has seen yet, before any text is known. */
  readonly unseenGrowthAt: number | null;
  /** The old answer was taken away before the new one came. */
  readonly refilled: boolean;
  /** The text that was there before a continuation. */
  readonly continued: TextSeen | null;
  readonly life: Life;
  readonly witness: Witness;
  /** The latest length of the answer, and of its whole turn. */
  readonly length: number;
  readonly wholeLength: number;
  readonly thought: boolean;
  readonly thinking: ThinkingSeen;
  readonly media: MediaSeen;
  readonly model: ModelSeen;
  readonly notCounted: readonly NotCounted[];
  /** Time in which the site waited for its user, and since when it does. */
  readonly waitedForUserMs: number;
  readonly waitsForUserSince: number | null;
  readonly context: AttemptContext | null;
  /** The chat was left: what is shown since has another context. */
  readonly chatLeft: boolean;
  readonly of: number | string | null;
  readonly report: ReportState;
  /** Its end, while its text is read for the last time. */
  readonly closing: FinalStatus | null;
  /** It ended in another chat or page, and goes on when that is shown again. */
  readonly isLeft: boolean;
}

export interface AttemptContext {
  readonly kind: 'new' | 'again' | 'continued';
  readonly seen: ContextSeen;
  /** All earlier turns are among those that were seen. */
  readonly isWhole: boolean;
  /** Turns that are not measured yet. */
  readonly open: ReadonlySet<TurnId>;
  /** Turns that the prompt replaces. */
  readonly replaced: readonly Known[];
}

export interface Chat {
  readonly no: number;
  readonly siteKey: string | null;
  readonly memory: Memory;
  /** Prompts of this page in this chat. */
  readonly prompts: number;
  /** The chat was empty at its first prompt, and every turn since was seen to come. */
  readonly seenFromStart: boolean;
  /** When a link was followed. */
  readonly linkAt: number;
  /** Gestures that wait for their sign, oldest first. */
  readonly sends: readonly Send[];
  /** The edit that was begun and is still open. */
  readonly editing: Send | null;
  /** The address shows this name: of this chat, or of another one; the next reading tells. */
  readonly naming: { readonly key: string; readonly before: Thread } | null;
}

/** The last turn that the store was asked about. */
export interface Asking {
  readonly turnKey: string | null;
  readonly againAt: number;
  readonly againMs: number;
}

export interface TrackerState {
  /** Null until the page is read. */
  readonly view: View | null;
  /** The one that is shown is the last; those before it were left with an answer under way. */
  readonly chats: readonly Chat[];
  /** Names of chats that were shown: none of them is one that a chat only gets now. */
  readonly knownKeys: ReadonlySet<string | null>;
  readonly attempts: readonly Attempt[];
  /** The next number of an attempt, a send or a chat. */
  readonly nextNo: number;
  readonly hidden: boolean;
  /** The page went away. */
  readonly gone: boolean;
  readonly lookedAt: number;
  readonly health: Health;
  readonly asking: Asking;
}

export const EMPTY_THREAD: Thread = {
  turns: [],
  covered: false,
  places: new Map(),
  names: new Set(),
  elements: new Set(),
};

export const newChat = (no: number, siteKey: string | null): Chat => ({
  no,
  siteKey,
  memory: { byKey: new Map(), byElement: new Map() },
  prompts: 0,
  seenFromStart: false,
  linkAt: Number.NEGATIVE_INFINITY,
  sends: [],
  editing: null,
  naming: null,
});

export const NOT_ASKED: Asking = { turnKey: null, againAt: Number.POSITIVE_INFINITY, againMs: 0 };
/** A page that was not read yet, of the chat that its address names. */
export const startTracker = (chatKey: string | null): TrackerState => ({
  view: null,
  chats: [newChat(0, chatKey)],
  knownKeys: new Set([chatKey]),
  attempts: [],
  nextNo: 1,
  hidden: false,
  gone: false,
  lookedAt: Number.POSITIVE_INFINITY,
  health: { doubts: 0, lostSend: false, reason: 'lost-send' },
  asking: NOT_ASKED,
});

export function shownChat(state: TrackerState): Chat {
  const chat = state.chats.at(-1);
  if (chat === undefined) throw new Error('a page always shows a chat');
  return chat;
}

export const openAttempts = (state: TrackerState): readonly Attempt[] => {
  const { no } = shownChat(state);
  return state.attempts.filter((one) => one.chat === no && !one.isLeft && one.closing === null);
};

/** The newest open attempt that is no second answer. */
export const openAttempt = (state: TrackerState): Attempt | null =>
  openAttempts(state).findLast((one) => one.besides === null) ?? null;

export const withAttempt = (state: TrackerState, next: Attempt): TrackerState => ({
  ...state,
  attempts: state.attempts.map((one) => (one.no === next.no ? next : one)),
});

export const withShownChat = (state: TrackerState, change: Partial<Chat>): TrackerState => ({
  ...state,
  chats: [...state.chats.slice(0, -1), { ...shownChat(state), ...change }],
});
