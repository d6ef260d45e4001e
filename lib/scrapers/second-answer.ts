/** Two answers to choose from grow side by side in one turn: the second is an attempt of its own, of the same start. */
import type { Observation, PromptStatus } from '../prompt';
import type { LivePrompt } from './live-prompt';
import type { Layout } from './site';
import { alternativesOf } from './thread';

export interface SecondAnswer {
  /** Null while the prompt under way has but one. */
  prompt(): LivePrompt | null;
  /** Looks at it, or whether there is one. */
  look(first: LivePrompt, layout: Layout, at: number, changedAt: number): void;
  /** Reads and reports it as it stands. */
  report(status: PromptStatus, withTexts: boolean): void;
  /** The prompt has ended. */
  forget(): void;
}

export function createSecondAnswer(
  begin: (layout: Layout, first: LivePrompt) => LivePrompt,
  emit: (observation: Observation) => void,
): SecondAnswer {
  let second: LivePrompt | null = null;

  function find(first: LivePrompt, layout: Layout): LivePrompt | null {
    const turn = first.answerTurn();
    // Both answers of a prompt that was left have their records.
    if (turn === null || first.wasAway() || first.state().idleSince !== null) return null;
    const [own, other] = alternativesOf(layout, turn);
    if (own === undefined || other === undefined) return null;
    first.keepTo(own);
    const found = begin(layout, first);
    found.keepTo(other);
    return found;
  }

  return {
    prompt: () => second,
    look(first, layout, at, changedAt) {
      const known = second !== null;
      second ??= find(first, layout);
      second?.look(known ? at : changedAt, changedAt);
    },
    report(status, withTexts) {
      if (second === null) return;
      second.measure();
      emit(second.observation(status, withTexts));
    },
    forget() {
      second = null;
    },
  };
}
