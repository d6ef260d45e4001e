/** The contract of a simulated layout: how one site's page is built and how it changes while it is live. */
import type { Attachment, LayoutId, ModelChoice, PageConfig, SimSite } from '../types';
import type { BlockStyle } from './tree';
import type { GrowMode } from './writer';

/** What one exchange shows now: the chosen attempt of it. */
export interface Shown {
  readonly userKey: string;
  readonly userText: string;
  readonly files: readonly Attachment[];
  readonly answerId: string;
  readonly model: ModelChoice;
  /** Chosen attempt and number of attempts, for the branch pager. */
  readonly attempt: number;
  readonly attempts: number;
  /** When it was sent, Unix milliseconds. */
  readonly sentAt: number;
}

/** What the buttons of an exchange do. */
export interface ExchangeActions {
  retry(): void;
  edit(text: string): void;
  page(step: -1 | 1): void;
}

export type EndKind = 'complete' | 'stopped' | 'failed';

/** One exchange in the page. The player calls the methods in the order in which a live answer goes. */
export interface ExchangeView {
  /** Top-level elements, in order, as they stand in the list. */
  rows(): readonly HTMLElement[];
  /** Position in the conversation, counted from 0, and number of exchanges. */
  number(index: number, total: number): void;
  /** Renders the user's turn anew (an edited prompt). */
  user(shown: Shown): void;
  /** The assistant's turn comes, empty; on a retry the layout refills the old one or makes another. */
  begin(shown: Shown, live: boolean): void;
  /** The thinking block, with what it says so far. */
  think(text: string): void;
  thought(seconds: number, text: string): void;
  /** Thinking that lies over the answer, null when it is over; only where the site does so. */
  overlay?(text: string | null): void;
  /** Takes the mark of streaming away or puts it there; only where the site may leave it out. */
  markStreaming?(marked: boolean): void;
  /** The site asks for permission, or has got it; only where it does so. */
  approval?(asks: boolean): void;
  /** Where the next blocks of the answer go. */
  openText(): HTMLElement;
  /** A second place beside the first, for another answer to choose from; only where the site offers that. */
  openAlternative?(): HTMLElement;
  /** A tool at work between two pieces of text. */
  status(text: string): void;
  /** Marks of an answer that is over. Without `bar` the action bar does not come yet. */
  end(kind: EndKind, shown: Shown, bar: boolean, message: string): void;
  /** The late action bar. */
  bar(shown: Shown): void;
  /** A cut-off answer grows on in its place: live marks again, no action bar; only where the site offers that. */
  again?(): void;
  /** Final ids in place of provisional ones. */
  rename(shown: Shown): void;
  /** Re-renders code blocks after the end, where the layout does. */
  rerender(): void;
  /** Empties or refills a row that went off the screen, in layouts that keep shells. */
  shell(empty: boolean): void;
}

export interface ShellActions {
  send(): void;
  stop(): void;
  nextModel(): void;
}

/** The fixed parts of a page. */
export interface Shell {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  /** Holds the rows of the exchanges and nothing else but spacers. */
  readonly list: HTMLElement;
  /** The editable element. */
  readonly composer: HTMLElement;
  /** Where banners go. */
  readonly banner: HTMLElement;
  /** Where the links to other chats go. */
  readonly links: HTMLElement;
  /** Everything about the composer, to be taken away on pages without one. */
  readonly composerBox: HTMLElement;
  controls(state: { readonly empty: boolean; readonly live: boolean }): void;
  model(choice: ModelChoice): void;
  attachments(files: readonly Attachment[]): void;
}

export interface Layout {
  readonly id: LayoutId;
  readonly site: SimSite | null;
  readonly grow: GrowMode;
  readonly style: BlockStyle;
  /** Exchanges that are in the document at once; null: all of them. */
  readonly mounted: number | null;
  /** Off-screen exchanges are emptied to shells instead of being removed. */
  readonly shells: boolean;
  /** The last exchange stays in the document when scrolled away. */
  readonly keepsLast: boolean;
  /** The thread is `column-reverse`: position 0 is the bottom. */
  readonly reversed: boolean;
  /** The address and the assistant's ids are provisional at first. */
  readonly provisional: boolean;
  /** Code blocks are rendered anew some seconds after the end. */
  readonly rerenders: boolean;
  readonly models: readonly ModelChoice[];
  /** Path of a conversation where it is not the site's usual one. */
  chatPath?(id: string): string;
  shell(actions: ShellActions, config: PageConfig): Shell;
  view(shown: Shown, actions: ExchangeActions): ExchangeView;
}
