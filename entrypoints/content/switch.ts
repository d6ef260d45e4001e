/**
 * The person's off switch. The page is observed from its first moment, and what is seen waits until the settings
 * are known: waiting for them first would cost the first prompt.
 */
import type { Observation, PageState } from '../../lib/prompt';

/** Prompts whose fate is remembered; a page holds far fewer that are still changing. */
const REMEMBERED = 50;

export interface SwitchDeps {
  /** Takes over the states of prompts that count. */
  readonly deliver: (observation: Observation) => void;
  /** Told when the switch may have changed what is said of the page. */
  readonly onChange: () => void;
}

export interface Switch {
  /** Takes a state from the observer; drops it when its prompt was sent while off. */
  readonly take: (observation: Observation) => void;
  /** What to say of a page that the observer sees so. */
  readonly stateOf: (seen: PageState) => PageState;
  /** The setting as it is now. */
  readonly turn: (on: boolean) => void;
}

/** A prompt counts or not by the setting at its first state: one that is running when the switch turns ends whole. */
export function createSwitch({ deliver, onChange }: SwitchDeps): Switch {
  let on: boolean | null = null;
  let waiting: Observation[] = [];
  const counts = new Map<string, boolean>();

  function take(observation: Observation): void {
    if (on === null) {
      waiting.push(observation);
      return;
    }
    const counted = counts.get(observation.id) ?? on;
    counts.set(observation.id, counted);
    for (const [oldest] of counts) {
      if (counts.size <= REMEMBERED) break;
      counts.delete(oldest);
    }
    if (counted) deliver(observation);
  }

  return {
    take,
    stateOf: (seen) => (on === false ? { kind: 'paused', site: seen.site } : seen),
    turn(next) {
      if (next === on) return;
      on = next;
      const held = waiting;
      waiting = [];
      for (const observation of held) take(observation);
      onChange();
    },
  };
}
