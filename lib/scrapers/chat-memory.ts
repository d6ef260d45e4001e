/** What this page remembers of the chat it shows: its turns' lengths, which are re-read, and its prompts' ids. */
import type { ContextSeen } from '../prompt';
import type { Clock } from './clock';
import { readContext } from './context';
import type { LivePrompt } from './live-prompt';
import type { PageReading } from './page-reading';
import type { Turn } from './site';
import type { Snapshot } from './snapshot';
import { createTurnMemory } from './turn-memory';

/** Nothing is known of what came before. */
const UNKNOWN: ContextSeen = { turns: 0, textLength: 0, complete: false };

export interface ChatMemory {
  /** Id of the prompt that was measured for a user's turn. */
  promptOf(turn: Turn | null): string | null;
  /** Prompts of this page in this chat. */
  size(): number;
  /** The context of the prompt under way, as far as it is read. */
  context(): ContextSeen;
  /**
   * Starts reading the context of the prompt under way on the page as it is now; again when it turns out to be
   * another kind of attempt than it seemed.
   */
  readContext(prompt: LivePrompt, page: PageReading): void;
  /** Keeps what is known of a prompt that ended. */
  keep(prompt: LivePrompt): void;
  /** The chat was empty when its first prompt was sent here. */
  startsEmpty(): void;
  /** A prompt is gone on with whose context is known. */
  forgetContext(): void;
  /** Another chat is shown. */
  forget(): void;
}

export function createChatMemory(clock: Clock): ChatMemory {
  let known = createTurnMemory();
  let prompts = 0;
  let seen: (() => ContextSeen) | null = null;
  let replaced: readonly Turn[] = [];
  /** The chat was empty at its first prompt, and every turn since was seen to come: nothing unknown is unmounted. */
  let seenFromStart = false;
  let kind: 'new' | 'again' | 'continued' | null = null;

  /** Reads the turns up to `end`; those from there on are replaced. */
  function read({ layout, root }: PageReading, { turns, stock }: Snapshot, end: number): void {
    const earlier = turns.slice(0, end);
    replaced = turns.slice(end);
    // A turn that was replaced is shown again: what took its place, and came after that, is another branch now.
    const back = earlier.find(known.wasReplaced);
    if (back !== undefined) known.dropLengths([back]);
    // A turn that nobody saw come belongs to another branch, or was sent elsewhere: what is remembered is not all.
    seenFromStart &&= earlier.every((turn) => known.lengthOf(turn) !== undefined);
    const enough = seenFromStart ? 0 : (layout.totalTurns?.(root) ?? Number.POSITIVE_INFINITY);
    seen = readContext({ layout, earlier, replaced, names: stock().names, enough }, known, clock);
  }

  return {
    promptOf: (turn) => known.promptOf(turn),
    size: () => prompts,
    context: () => seen?.() ?? UNKNOWN,
    readContext(prompt, page) {
      const { snapshot } = prompt;
      const { turns, gesture, editedTurn } = snapshot;
      const asks = gesture === 'send' || prompt.asksAnew();
      const now = prompt.isContinued() ? 'continued' : asks ? 'new' : 'again';
      if (now === kind || snapshot.early) return;
      kind = now;
      // The turn that is edited may be an editor still; what is asked again is the last question. A continuation
      // re-reads everything: its question and the answer so far as well.
      const again = asks ? null : (snapshot.triedTurn ?? page.last('user'));
      const cut = now === 'continued' ? null : (editedTurn ?? again);
      const end = cut === null ? -1 : turns.findIndex((turn) => sameTurn(turn, cut));
      read(page, snapshot, end === -1 ? turns.length : end);
    },
    keep(prompt) {
      known.dropLengths(replaced);
      const question = prompt.question();
      const answer = prompt.answerTurn();
      if (question !== null) {
        known.keepLength(question, prompt.questionLength());
        known.keepPrompt(question, prompt.id);
      }
      if (answer !== null) known.keepLength(answer, prompt.answerLength());
      prompts += 1;
      // What it was compared with and re-read is as long as its chat, and of no more use: one that is returned to
      // has kept its context.
      seen = null;
      replaced = [];
    },
    startsEmpty() {
      seenFromStart = true;
    },
    forgetContext() {
      seen = null;
      replaced = [];
      kind = null;
    },
    forget() {
      known = createTurnMemory();
      prompts = 0;
      seenFromStart = false;
    },
  };
}

const sameTurn = (one: Turn, other: Turn): boolean =>
  one.role === other.role && (one.key !== null ? one.key === other.key : one.element === other.element);
