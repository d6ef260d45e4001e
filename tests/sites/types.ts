/** The vocabulary of the simulated chat pages: what a test can ask for, and what a page tells of itself. */

export const LAYOUT_IDS = [
  'chatgpt-a',
  'chatgpt-b',
  'chatgpt-c',
  'chatgpt-d',
  'claude-a',
  'claude-b',
  'claude-c',
  'gemini-a',
  'gemini-lr26',
  'foreign',
] as const;
export type LayoutId = (typeof LAYOUT_IDS)[number];
export type SimSite = 'chatgpt' | 'claude' | 'gemini';

/** Kinds of invented text, see `engine/texts.ts`. */
export const TEXT_KINDS = [
  'plain',
  'short',
  'markdown',
  'code',
  'table',
  'math',
  'cjk',
  'rtl',
  'emoji',
  'cited',
  'tools',
  'image',
  'mixed',
] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/**
 * How one answer is played. Every field may be left out; what is left out comes from the page's defaults.
 * All durations are milliseconds before the speed factor is applied.
 */
export interface Plan {
  /** The answer in the small markup of `engine/blocks.ts`; wins over `kind`. */
  readonly text: string;
  readonly kind: TextKind;
  /** Repeats the text of `kind` until it has at least this many characters. */
  readonly minCharacters: number;
  /** From the submit to the user's turn and the stop button. */
  readonly userTurnMs: number;
  /** From the user's turn to the (empty) assistant turn. */
  readonly assistantTurnMs: number;
  /** From the assistant turn to the end of thinking; 0 means that the model does not think. */
  readonly thinkingMs: number;
  /** Whether the page shows a thinking block, or an overlay until it is over; hidden thinking is only a wait. */
  readonly thinking: 'shown' | 'overlay' | 'hidden';
  /** The thinking summary put into the page while thinking. */
  readonly thinkingText: string;
  /** From the assistant turn, or the end of thinking, to the first visible text. */
  readonly firstTokenMs: number;
  /** Characters per chunk, used where `chunks` is 0. */
  readonly chunkCharacters: number;
  /** Number of chunks; 0 means as many as `chunkCharacters` gives. */
  readonly chunks: number;
  readonly chunkMs: number;
  readonly pauses: readonly { readonly afterChunk: number; readonly ms: number }[];
  /** The page's own stop button is clicked by script after this many chunks; null for never. */
  readonly stopAfter: number | null;
  /** The site fails after this many chunks (0: before the first token); null for never. */
  readonly errorAfter: number | null;
  readonly errorMessage: string;
  /** The site refuses the prompt by a limit banner; there is no answer. */
  readonly limit: boolean;
  /** A refused prompt is taken out of the thread again. */
  readonly takenBack: boolean;
  /** The site asks its user to allow a tool after this many chunks (0: before the first token), and is told so. */
  readonly approval: { readonly afterChunk: number; readonly ms: number } | null;
  /** The answer's frame has no mark of streaming before its first token; only where the site does so. */
  readonly marksLate: boolean;
  /** The text written so far is replaced by `replaceText` after this many chunks; null for never. */
  readonly replaceAfter: number | null;
  readonly replaceText: string;
  /** The site ends its answer after this many chunks and offers to continue it; null for never. */
  readonly cutAfter: number | null;
  /** A second answer that grows beside the first, in the same markup; empty for none. */
  readonly alternative: string;
  /** The connection is lost after a chunk, which a banner says, and comes back. */
  readonly outage: { readonly afterChunk: number; readonly ms: number } | null;
  /** From the last chunk to the finished marks and the going of the stop button. */
  readonly finishMs: number;
  /** Whether and when the action bar comes; `lateMs` counts from the finish. */
  readonly actionBar: 'normal' | 'late' | 'never';
  readonly lateMs: number;
  /** From the finish to the re-rendering of code blocks, where the layout does that. */
  readonly rerenderMs: number;
  /** From the submit to the address change of a new chat. */
  readonly addressMs: number;
}

/** A conversation that the page's side bar offers. */
export interface SeedChat {
  readonly id: string;
  readonly title: string;
  readonly exchanges: number;
  readonly kind?: TextKind;
}

/** Languages that a page's labels can be in. */
export const PAGE_LANGUAGES = ['en', 'tr', 'ja', 'de', 'ar'] as const;
export type PageLanguage = (typeof PAGE_LANGUAGES)[number];

/** What a page is made with. */
export interface PageConfig {
  readonly layout: LayoutId;
  readonly language: PageLanguage;
  /** Everything that lasts is divided by this. */
  readonly speed: number;
  /** Exchanges of a conversation address that this browser has not seen before. */
  readonly history: number;
  readonly chats: readonly SeedChat[];
  /** Overrides of the default plan. */
  readonly plan: Partial<Plan>;
  /** Plans of the next prompts, first come first served. */
  readonly queue: readonly Partial<Plan>[];
  /** Model labels that the picker goes through; the first is chosen. Empty: those of the layout. */
  readonly models: readonly ModelChoice[];
  /** What a reload finds of an answer that was growing: the stream goes on, or it is lost. */
  readonly onReload: 'resume' | 'lost';
  readonly suggestions: readonly string[];
  /** The stop button has no mark but its place, and its label is in another language; only where the site does so. */
  readonly bareStop: boolean;
  /** The page stays empty for so long after loading. */
  readonly bootMs: number;
  /** The messages of the conversation that is opened come so long after its composer. */
  readonly historyMs: number;
  /** Keeps the end of the thread in view; costs layout, so benchmarks switch it off. */
  readonly follow: boolean;
}

export interface ModelChoice {
  /** What the picker shows. */
  readonly label: string;
  /** Machine name, shown by ChatGPT's layouts A and B only. */
  readonly slug: string;
}

export type PromptKind = 'first' | 'retry' | 'edit' | 'continue' | 'alternative';
export type LogStatus = 'live' | 'complete' | 'stopped' | 'failed' | 'refused' | 'lost';

/** What truly happened to one prompt, by the page's own clock (Unix milliseconds with fractions). */
export interface LogEntry {
  readonly id: string;
  readonly kind: PromptKind;
  readonly layout: LayoutId;
  /** Site's id of the conversation once it has one. */
  conversation: string | null;
  readonly userText: string;
  /** Ids of the prompts whose exchanges came before, in this branch of the chat: what the model re-reads. */
  readonly earlier: readonly string[];
  /** Text written so far, block ends as line breaks. */
  answerText: string;
  readonly thinkingText: string;
  readonly submitAt: number;
  firstTokenAt: number | null;
  lastTokenAt: number | null;
  finishedAt: number | null;
  status: LogStatus;
  stopped: boolean;
  failed: boolean;
  /** How long the model thought, after the speed factor. */
  readonly thinkingMs: number;
  readonly model: ModelChoice;
  readonly files: number;
  /** True when a part of it was played while the chat was not on screen, or before a reload. */
  resumed: boolean;
}

export type SimPhase = 'booting' | 'idle' | 'sent' | 'thinking' | 'waiting' | 'streaming';

/** `window.__sim`: the test's handle on a page. */
export interface Sim {
  readonly config: PageConfig;
  /** Plans of the next prompts. */
  queue(...plans: Partial<Plan>[]): void;
  /** Changes the default plan. */
  defaults(plan: Partial<Plan>): void;
  log(): LogEntry[];
  phase(): SimPhase;
  /** Number of prompts played to an end, re-rendering included. */
  settled(): number;
  /** Number of answers that are being played or will still change. */
  waiting(): number;
  /** Resolves when nothing is live and nothing will change any more. */
  idle(): Promise<void>;
  setModel(label: string, slug?: string): void;
  /** Files (or pictures) of the next prompt. */
  attach(files: readonly Attachment[]): void;
  /** Shows exchange `index` of the thread, as scrolling there does. */
  scrollTo(index: number): void;
  /** Indexes of the exchanges that are in the document now. */
  mounted(): number[];
  exchanges(): number;
  /** Goes to an address without loading, as a click in the side bar does. */
  navigate(path: string): void;
  readonly clock: () => number;
}

export interface Attachment {
  readonly name: string;
  readonly kind: 'file' | 'image';
}

declare global {
  interface Window {
    __sim: Sim;
  }
}
