/** Which prompt was measured for which user turn, so that a retry or an edit names the attempt before it. */
import type { Turn } from './site';

export interface PromptMemory {
  remember(turn: Turn | null, promptId: string): void;
  /** The prompt measured for this turn, by the site's key, else by its element. */
  promptOf(turn: Turn | null): string | null;
  forget(): void;
  /** Prompts remembered in this chat. */
  size(): number;
}

export function promptMemory(): PromptMemory {
  let byKey = new Map<string, string>();
  let count = 0;
  let byElement = new WeakMap<Element, string>();
  return {
    remember(turn, promptId) {
      count += 1;
      if (turn === null) return;
      if (turn.key !== null) byKey.set(turn.key, promptId);
      // Sites may give a turn its final key only after the first answer: the element bridges the change.
      byElement.set(turn.element, promptId);
    },
    promptOf: (turn) =>
      turn === null
        ? null
        : ((turn.key === null ? undefined : byKey.get(turn.key)) ?? byElement.get(turn.element) ?? null),
    size: () => count,
    forget() {
      count = 0;
      byKey = new Map();
      byElement = new WeakMap();
    },
  };
}
