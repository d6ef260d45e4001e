/** What this page remembers of the chat it shows: its turns' lengths, which are re-read, and its prompts' ids. */
import type { ContextSeen } from '../prompt';
import type { Clock } from './clock';
import { createContextReader } from './context';
import type { LivePrompt } from './live-prompt';
import { promptMemory } from './prompt-memory';
import { newQuestion } from './sign';
import type { Layout, Turn } from './site';
import type { Snapshot } from './snapshot';
import { textLength } from './text';
import { lastTurn, turnText } from './thread';

/** Nothing is known of what came before. */
const UNKNOWN: ContextSeen = { turns: 0, textLength: 0, complete: false };

export interface ChatMemory {
  /** Id of the prompt that was measured for a user's turn. */
  promptOf(turn: Turn | null): string | null;
  /** Prompts of this page in this chat. */
  size(): number;
  /** The context of the prompt under way, as far as it is read. */
  context(): ContextSeen;
  /** Starts reading the context of a prompt that has just begun, among the turns as they stand now. */
  readContext(snapshot: Snapshot, layout: Layout, turns: readonly Turn[]): void;
  /** A continuation re-reads everything: the question and the answer so far as well. Read once per prompt. */
  readContinued(prompt: LivePrompt, layout: Layout): void;
  /** Keeps what is known of a prompt that ended. */
  keep(prompt: LivePrompt, layout: Layout): void;
  /** The chat was empty when its first prompt was sent here. */
  startsEmpty(): void;
  /** A prompt is gone on with whose context is known. */
  forgetContext(): void;
  /** Another chat is shown. */
  forget(): void;
}

export function createChatMemory(root: Document, clock: Clock): ChatMemory {
  const lengths = createContextReader(clock);
  const prompts = promptMemory();
  let seen: (() => ContextSeen) | null = null;
  let seenFromStart = false;
  let continued = new WeakSet<LivePrompt>();

  /** Reads the turns up to `end`; those from there on are replaced. */
  function read(layout: Layout, turns: readonly Turn[], end: number): void {
    seen = lengths.read({
      layout,
      earlier: turns.slice(0, end),
      replaced: turns.slice(end),
      total: layout.totalTurns?.(root) ?? null,
      seenFromStart,
    });
  }

  return {
    promptOf: prompts.promptOf,
    size: prompts.size,
    context: () => seen?.() ?? UNKNOWN,
    readContext(snapshot, layout, turns) {
      if (snapshot.early) return;
      const users = turns.filter((turn) => turn.role === 'user');
      const asked = newQuestion(users, snapshot, layout) !== null;
      const cut = asked || snapshot.gesture === 'send' ? snapshot.editedTurn : (users.at(-1) ?? null);
      const end = cut === null ? -1 : snapshot.turns.findIndex((turn) => sameTurn(turn, cut));
      read(layout, snapshot.turns, end === -1 ? snapshot.turns.length : end);
    },
    readContinued(prompt, layout) {
      if (continued.has(prompt)) return;
      continued.add(prompt);
      read(layout, prompt.snapshot.turns, prompt.snapshot.turns.length);
    },
    keep(prompt, layout) {
      const [question, answer] = [prompt.userTurn(), prompt.answerTurn()];
      if (question !== null) lengths.remember(question, textLength(turnText(layout, question)));
      if (answer !== null) lengths.remember(answer, prompt.answerLength());
      prompts.remember(question ?? lastTurn(layout, root, 'user'), prompt.id);
    },
    startsEmpty() {
      seenFromStart = true;
    },
    forgetContext() {
      seen = null;
    },
    forget() {
      lengths.forget();
      prompts.forget();
      continued = new WeakSet();
      seenFromStart = false;
    },
  };
}

const sameTurn = (one: Turn, other: Turn): boolean =>
  one.role === other.role && (one.key !== null ? one.key === other.key : one.element === other.element);
