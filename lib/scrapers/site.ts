/**
 * The contract of a site: what its DOM means, as data. A site declares, never acts: no timers, no storage, no
 * messages, no change to the page. One site is one file in `sites/` and one line in `registry.ts`.
 */
import type { ModelSeen, NotCounted, SiteId } from '../prompt';

/** One message of the thread as it is mounted now. */
export interface Turn {
  readonly role: 'user' | 'assistant';
  /** The turn's element; where a site holds question and answer in one exchange, both turns share it. */
  readonly element: Element;
  /** The site's own key of the turn or exchange, stable over re-mounting; null when it has none. */
  readonly key: string | null;
}

/** Where one role's turns are and which of their text counts. All values are CSS selectors. */
export interface RoleSelectors {
  /** What tells the role of a turn: the turn's element, or elements inside it that no turn of another role has. */
  readonly mark: string;
  /** Elements inside (or at) the turn that hold the text; several per turn are read in document order, outermost only. */
  readonly text: string;
  /** Subtrees inside the text that are not text of the message: labels, buttons, citations, thinking. Code headers are known without. */
  readonly notText: string;
  /** Elements beside `pre` whose white space is shown as it stands: prompts, code editors. */
  readonly keepSpace?: string;
}

/** Something made that cannot be counted, such as a report in a frame of another origin. */
export interface NotCountable {
  readonly selector: string;
  readonly name: NotCounted;
}

/**
 * One layout of one site; the comment above it says when it was last seen in the wild. Required fields decide
 * whether a prompt can be measured; a missing optional field (marked by `| null`) loses that detail and never the
 * record.
 */
export interface Layout {
  /** `<site>-<layout>`, kept in the record. */
  readonly id: string;
  /** Recognised when this matches: marks that only this layout has, present as soon as one turn is mounted. */
  readonly present: string;
  /** Not this layout when this matches, whatever `present` says. */
  readonly unless?: string;
  /**
   * The element of a turn: the closest around (or at) a role's mark. Told by itself, since asking each element what
   * it holds (`:has`) takes a browser several times as long.
   */
  readonly turn: string;
  readonly user: RoleSelectors;
  readonly assistant: RoleSelectors;
  /** The site's key of a turn element, null when it has none. */
  key(turn: Element): string | null;
  /** The editable element of the composer; also recognises the layout on a page without turns. */
  readonly composer: string;
  /** The button that sends the composer. */
  readonly send: string;
  /** The button that stops an answer: present exactly while one is being made. */
  readonly stop: string;
  /**
   * Simple selectors of all that can be that button. The page is searched for these, one after the other: browsers
   * find one attribute, class or tag name ten times as fast as a list of them or a condition.
   */
  readonly stopPlaces: readonly string[];
  /** Buttons in a turn that ask for another attempt ("Regenerate"). */
  readonly retry: string | null;
  /** Marks inside (or at) an assistant turn while its answer is awaited or grows. */
  readonly streaming: string | null;
  /**
   * Marks of an assistant turn that has no answer yet. They may stay when the site gives up, so they are
   * believed only where no composer is mounted, and so no stop button could be.
   */
  readonly awaiting?: string;
  /**
   * The parts of an assistant turn that are answers of their own while they grow, side by side, to choose from.
   * Two or more at once are as many attempts with the same start.
   */
  readonly alternatives?: string;
  /** Buttons that choose one of several answers of an assistant turn: as many as there are answers. */
  readonly choices?: string;
  /** Marks inside (or at) an assistant turn that its person stopped. */
  readonly stopped?: string;
  /** Marks inside (or at) an assistant turn once its answer is done (the action bar). */
  readonly finished: string;
  /** Marks inside (or at) an assistant turn that failed or was cut off by the site. */
  readonly failed: string | null;
  /** Marks between an assistant turn and the next turn that say that the answer failed. */
  readonly failedAfter?: string;
  /** Anywhere in the page while an answer is made: the site waits for its user's permission, which is not the model's time. */
  readonly waitsForUser?: string;
  /**
   * Anywhere in the page: a notice that a limit is reached. It stays for a while and can be a warning alone, so it
   * explains a question that was taken back and proves nothing by itself.
   */
  readonly refused?: string;
  /** Thinking block, header or status inside an assistant turn. */
  readonly thinking: string | null;
  /** Elements inside `thinking` whose text is the model's thinking (a summary). */
  readonly thinkingText?: string;
  /** Element whose text states how long the model thought; read by its numbers, not its words. */
  readonly thinkingDuration: string | null;
  /** Attachments inside a user turn: all of them, and the pictures among them. */
  readonly inputFiles: string | null;
  readonly inputImages: string | null;
  /** Pictures made as (part of) the answer, inside the assistant turn. */
  readonly outputImages: string | null;
  /** Parts of an assistant turn that hold what was made, out of this page's reach; `name` goes into the record. */
  readonly notCountable?: readonly NotCountable[];
  /** True when off-screen turns are removed from the DOM, so that the thread seen may be partial. */
  readonly virtualised: boolean;
  /** The model as the page shows it: for an answer (`turn`) where the site marks it there, else of the next prompt. */
  model(root: ParentNode, turn: Element | null): ModelSeen;
  /** Total number of messages in the conversation where the page states it ("Message 3 of 18"); null otherwise. */
  totalTurns?(root: ParentNode): number | null;
}

/** A chat site. */
export interface Site {
  readonly id: SiteId;
  /** Exact host names. */
  readonly hosts: readonly string[];
  /** The conversation id in the address; null on the home page, in temporary chats and for provisional ids. */
  conversationKey(url: URL): string | null;
  /** False on addresses that are not a live chat: shared conversations, settings, galleries. */
  isChatPage(url: URL): boolean;
  /** Most specific first; the first that is recognised is used. */
  readonly layouts: readonly Layout[];
}
