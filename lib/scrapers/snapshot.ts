/** The thread as it stood when a gesture was made: what is not in it afterwards is new. */
import type { ModelSeen } from '../prompt';
import type { GestureKind } from './gestures';
import { once } from './once';
import type { PageReading } from './page-reading';
import type { Turn } from './site';
import { isStreaming, questionAround, turnText } from './thread';

export interface Stock {
  readonly names: ReadonlySet<string>;
  readonly elements: WeakSet<Element>;
  readonly userTurns: number;
}

export interface Snapshot {
  readonly gesture: GestureKind;
  /** Monotonic and wall time of the gesture, ms. */
  readonly at: number;
  readonly wall: number;
  /** The site's name of the chat it was made in. */
  readonly siteKey: string | null;
  readonly turns: readonly Turn[];
  /** Names and elements of the turns, and how many are the person's. */
  readonly stock: () => Stock;
  /** Sent in a chat whose turns were not there yet: they will look new. */
  readonly early: boolean;
  /** An answer was already streaming. */
  readonly streaming: boolean;
  /** The last answer's text, to tell a refilled turn from its former filling; null while one streams. */
  readonly lastAnswerText: string | null;
  /** The user's turn the gesture was made in, for edits. */
  readonly editedTurn: Turn | null;
  /** The question whose answer a retry asks for again; null where its button stands beside the turns. */
  readonly triedTurn: Turn | null;
  /** Its text, to tell an edit from a retry where the turn is filled anew. */
  readonly editedText: string;
  /** The model that the page names for the next prompt. */
  readonly model: ModelSeen;
  /** The composer's own text at a send. */
  readonly composerText: string;
}

/** Another attempt at what was asked before. */
export const asksAgain = ({ gesture }: Pick<Snapshot, 'gesture'>): boolean =>
  gesture === 'retry' || gesture === 'edit';

/** The name of a turn that has a key. */
export const turnName = ({ role, key }: Pick<Turn, 'role' | 'key'>): string => `${role}:${key}`;

/** The turns that are no news from now on. Taken when it is first asked for: not while a gesture waits for its page. */
export const stockOf = (turns: readonly Turn[]): Pick<Snapshot, 'turns' | 'stock'> => ({
  turns,
  stock: once(() => ({
    names: new Set(turns.filter((turn) => turn.key !== null).map(turnName)),
    elements: new WeakSet(turns.map((turn) => turn.element)),
    userTurns: turns.filter((turn) => turn.role === 'user').length,
  })),
});

/** Takes stock at a gesture, before the site reacts to it. Reads one answer's text, and only when none streams. */
export function takeSnapshot(
  page: PageReading,
  gesture: GestureKind,
  target: Element,
  { awaited, ...made }: Pick<Snapshot, 'at' | 'wall' | 'siteKey'> & { readonly awaited: boolean },
  composerText: string,
): Snapshot {
  const { layout, root } = page;
  const turns = page.turns();
  const lastAnswer = turns.findLast((turn) => turn.role === 'assistant') ?? null;
  const streaming = awaited || isStreaming(page, lastAnswer);
  const edited = gesture === 'edit' ? questionAround(layout, target) : null;
  const editedTurn = turns.find((turn) => turn.role === 'user' && turn.element === edited) ?? null;
  const tried = gesture === 'retry' ? target.closest(layout.turn) : null;
  const place = turns.findLastIndex(({ element }) => element === tried);
  const triedTurn = turns.slice(0, place + 1).findLast(({ role }) => role === 'user') ?? null;
  const mayRefill = !streaming && gesture !== 'send' && lastAnswer !== null;
  return {
    gesture,
    ...made,
    ...stockOf(turns),
    early: gesture === 'send' && made.siteKey !== null && turns.length === 0,
    streaming,
    lastAnswerText: mayRefill ? turnText(layout, lastAnswer) : null,
    editedTurn,
    triedTurn,
    editedText: editedTurn === null ? '' : turnText(layout, editedTurn),
    model: layout.model(root, null),
    composerText,
  };
}

/** Whether the page still shows a turn of the snapshot: else its thread may be scrolled to anywhere. */
export const isAnchored = (page: PageReading, snapshot: Snapshot): boolean =>
  snapshot.turns.length === 0 ||
  !page.layout.virtualised ||
  // Mostly the first of them: without asking for all that the page shows.
  snapshot.turns.some((turn) => page.shows(turn)) ||
  page.turns().some((turn) => !isNew(turn, snapshot));

/**
 * Whether a turn was not there at the snapshot: neither its key (a row that scrolled back has a new element) nor
 * its element (a turn may get its final key only after its answer).
 */
export const isNew = (turn: Turn, snapshot: Snapshot): boolean =>
  !snapshot.stock().elements.has(turn.element) &&
  (turn.key === null || !snapshot.stock().names.has(turnName(turn)));
