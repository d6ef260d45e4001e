/**
 * What the tracker is told of a page and what it asks for, as plain data: no element, no browser, no clock. A list of
 * these events is a whole test of the tracker. All times are milliseconds on the page's monotonic clock, but for
 * `wall`, which is milliseconds since 1970.
 */
import type { ModelSeen, Observation, ResumedPrompt, ResumeQuestion, ThinkingSeen } from '../../prompt';

export type Role = 'user' | 'assistant';

/** Role and element of a turn, such as `u12`. An element keeps its number for as long as its page lives. */
export type TurnId = string;

/** One mounted message of the thread. */
export interface TurnSeen {
  readonly id: TurnId;
  readonly role: Role;
  /** Number of its element; where one element holds a question and its answer, both turns have it. */
  readonly element: number;
  /** The site's own key, stable over re-mounting; null when it has none. */
  readonly key: string | null;
  /** False in a part of the page that is put away: an old chat, everything under an open dialogue. */
  readonly shown: boolean;
}

/** A text that stays in the page: enough to tell it from another one. */
export interface TextSeen {
  /** By this the page finds the words again for as long as the tracker names it. */
  readonly ref: number;
  /** Code points, with every run of white space as one. */
  readonly length: number;
  readonly hash: string;
  /** Hash of its first forty letters: what surrounds them a site may show in another way. */
  readonly beginning: string;
  /** Hash of its letters and digits: what stays when it is rendered in another way. */
  readonly essence: string;
}

/** How an answer's text stands to a text that was there before. */
export type Compared = 'empty' | 'same' | 'continued' | 'other';

/** What a question shows. */
export interface QuestionSeen {
  readonly text: TextSeen;
  readonly files: number;
  readonly images: number;
}

/** What an answer shows. Marks of its end are asked for only while no stop button is there. */
export interface AnswerSeen {
  readonly streaming: boolean;
  /** It waits for its first word by its own marks: believed where no composer, and so no stop button, can be. */
  readonly awaiting: boolean;
  readonly finished: boolean;
  readonly failed: boolean;
  readonly stopped: boolean;
  readonly thinking: boolean;
  readonly hasText: boolean;
  /** Pictures that were made. */
  readonly images: number;
  /** Its element holds nothing: the site has taken its content away. */
  readonly isShell: boolean;
  /** Its text beside the one that the tracker named in {@link Focus}; null when it named none. */
  readonly compared: Compared | null;
  /** Answers of their own that grow side by side in it. */
  readonly parts: readonly { readonly element: number; readonly hasText: boolean }[];
  /** When it last seemed to grow, if that left its text as long as it was. */
  readonly renderedAt: number | null;
  /** The site waits for its user ("Allow this tool?"): this time is not the model's. */
  readonly waitsForUser: boolean;
  /** Parts that no reader can count, such as a report in a frame of another origin. */
  readonly notCounted: Observation['notCounted'];
}

/** A turn in focus. */
export interface TurnDetails {
  readonly id: TurnId;
  /** Its key now; another one when its element is used for another turn. */
  readonly key: string | null;
  /** Its element is in the document, whatever it shows. */
  readonly connected: boolean;
  readonly question: QuestionSeen | null;
  readonly answer: AnswerSeen | null;
}

/** What changed of a page since the last reading. */
export interface PageReading {
  readonly layout: {
    readonly id: string;
    /** Turns that are not in view are taken out of the page. */
    readonly virtualised: boolean;
  };
  readonly composer: 'absent' | 'empty' | 'text';
  /** A stop button is there. */
  readonly generating: boolean;
  /** The page says that a limit is reached. */
  readonly refused: boolean;
  /** The whole thread, when its structure changed; null when it is as it was. */
  readonly thread: {
    readonly turns: readonly TurnSeen[];
    /** Everything is put away, the composer too: something lies over the page, and nothing is left out for it. */
    readonly covered: boolean;
  } | null;
  /** Turns in focus: the last ones of the thread, and those that the tracker has named. */
  readonly inFocus: readonly TurnId[];
  /** Those of them that changed. */
  readonly changed: readonly TurnDetails[];
  /** Messages of the chat in all, where the page states it. */
  readonly totalTurns: number | null;
}

export type GestureKind =
  /** Enter in the composer or a click on its send button. */
  | 'send'
  /** A button that asks for another attempt. */
  | 'retry'
  /** A control or Enter inside a question: perhaps an edited prompt being sent. */
  | 'edit'
  /** Any other control: perhaps a suggestion, perhaps nothing. Counts only if an answer starts. */
  | 'press'
  | 'stop'
  /** A link within the site: what streams after it belongs to another page or chat. */
  | 'navigate';

export interface Gesture {
  readonly type: 'gesture';
  readonly kind: GestureKind;
  readonly at: number;
  readonly wall: number;
  readonly utcOffsetMinutes: number;
  /** Number of the turn's element that the gesture was made in; null beside the turns. */
  readonly element: number | null;
  /** A choice in a menu, which may stand anywhere. */
  readonly inMenu: boolean;
  /** The composer's text at a send. */
  readonly typed: TextSeen | null;
  /** The text of the question that the gesture was made in. */
  readonly edited: TextSeen | null;
  /** The last answer's text, of one that an edit finds growing its beginning: what is filled anew is told from it. */
  readonly lastAnswer: TextSeen | null;
  readonly model: ModelSeen;
}

export type TrackerEvent =
  | Gesture
  /** The page was read. `since` is the time of the earliest change that no reading has seen yet. */
  | { readonly type: 'reading'; readonly at: number; readonly since: number; readonly page: PageReading }
  /** Text was added to an answer in focus, in a part of it where it has parts. */
  | { readonly type: 'grew'; readonly at: number; readonly turn: TurnId; readonly part: number | null }
  /** The answer of an attempt was read whole, as it was asked for. */
  | { readonly type: 'text'; readonly at: number; readonly attempt: number; readonly text: AnswerText | null }
  /** Earlier turns were measured, as it was asked for. */
  | { readonly type: 'lengths'; readonly chat: number; readonly lengths: readonly MeasuredTurn[] }
  | { readonly type: 'address'; readonly at: number; readonly chatKey: string | null }
  /** The page is hidden (`hidden`) or in front again (`shown`), or was frozen as it was until now (`thawed`). */
  | { readonly type: 'watch'; readonly at: number; readonly change: 'hidden' | 'shown' | 'thawed' }
  /** The page goes; it may be kept and come back. */
  | { readonly type: 'gone'; readonly at: number }
  | { readonly type: 'kept'; readonly at: number }
  /** The store has a prompt to go on with. */
  | Found
  | { readonly type: 'tick'; readonly at: number };

export interface Found {
  readonly type: 'found';
  readonly at: number;
  readonly wall: number;
  readonly utcOffsetMinutes: number;
  readonly prompt: ResumedPrompt;
  readonly chat: number;
  readonly turnKey: string;
}

export interface AnswerText {
  /** Code points of what the attempt made: without what was there before a continuation. */
  readonly length: number;
  /** Code points of the whole turn. */
  readonly wholeLength: number;
  readonly thinking: ThinkingSeen;
  readonly images: number;
  readonly model: ModelSeen | null;
}

export interface MeasuredTurn {
  readonly id: TurnId;
  readonly length: number;
}

/** What the tracker wants told of the page beyond its last turns. */
export interface Focus {
  readonly questions: readonly TurnId[];
  readonly answers: readonly {
    readonly id: TurnId;
    /** The part of the turn that is the answer; null for all of it. */
    readonly part: number | null;
    /** Thinking was seen in it: it is not looked for again. */
    readonly thought: boolean;
  }[];
  /** The text that an answer is compared with; null for none. */
  readonly compareWith: number | null;
  /** The words of the questions in view may be needed. */
  readonly keepsWords: boolean;
}

/** What the observer does for the tracker. */
export type Effect =
  /** Read an attempt's answer, and the page's model where it `asksModel`; tell them by a `text` event. */
  | {
      readonly type: 'read';
      readonly soon: boolean;
      readonly attempt: number;
      readonly turn: TurnId;
      readonly part: number | null;
      /** What the text begins with and is not the attempt's. */
      readonly former: number | null;
      readonly asksModel: boolean;
    }
  /** Hand a state of a prompt on. */
  | { readonly type: 'emit'; readonly soon: boolean; readonly report: Report }
  /** Measure earlier turns when the page is idle, and tell it by `lengths` events. */
  | { readonly type: 'measure'; readonly chat: number; readonly turns: readonly TurnId[] }
  /** Ask the store for the prompt of a turn. */
  | { readonly type: 'ask'; readonly chat: number; readonly againMs: number; readonly question: Asked };

export type Asked = Omit<ResumeQuestion, 'site' | 'chat'> & { readonly chatKey: string };

/** A state of a prompt, without what only the page has: its words, and the names of prompts and chats. */
export interface Report
  extends Omit<Observation, 'id' | 'site' | 'chat' | 'attempt' | 'texts' | 'turnKey' | 'context' | 'media'> {
  readonly attemptNo: number;
  /** The id that an earlier page gave the prompt; null for one of this page. */
  readonly resumedId: string | null;
  readonly chat: { readonly no: number; readonly siteKey: string | null };
  readonly turnKey: string | null;
  readonly attempt: {
    readonly kind: Observation['attempt']['kind'];
    /** Number of the attempt that is tried again, or the id that an earlier page gave it. */
    readonly of: number | string | null;
  };
  readonly context: Observation['context'];
  readonly media: Observation['media'];
  /** The words to send along; null for a state without texts. */
  readonly texts: {
    /** The question's words; null for none. */
    readonly input: number | null;
    /** The answer's words as they were read last count. */
    readonly output: boolean;
  } | null;
  /** The turn that holds the answer, for what is shown beside it. */
  readonly answerTurn: TurnId | null;
}
