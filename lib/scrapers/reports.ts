/** When the answer of a prompt under way is read, and when its state is reported. */
import type { Observation } from '../prompt';
import type { LivePrompt } from './live-prompt';
import type { LiveState } from './turn-state';

/** Text is read after this much quiet, and never more than this many characters per ms of streaming. */
const QUIET_MS = 200;
const READ_CHARACTERS_PER_MS = 100;
const HEARTBEAT_MS = 5_000;
/** Sign of life while nothing changes. */
const SILENT_HEARTBEAT_MS = 25_000;

export interface Reports {
  /** A prompt begins, or is gone on with that the store was told of at `knownAt`. */
  begin(knownAt: number | null): void;
  /** Reads and reports what is due after a look. */
  follow(prompt: LivePrompt, at: number): void;
  /** Reads the answer. */
  measure(prompt: LivePrompt, at: number): void;
  emit(prompt: LivePrompt, status: Observation['status'], withTexts: boolean, at: number): void;
}

export function createReports(send: (observation: Observation) => void): Reports {
  /** Prompts whose first token was reported. */
  const begun = new WeakSet<LivePrompt>();
  let readAt = Number.NEGATIVE_INFINITY;
  let emittedAt = Number.NEGATIVE_INFINITY;
  let emittedGrowthAt: number | null = null;

  function measure(prompt: LivePrompt, at: number): void {
    prompt.measure();
    readAt = at;
  }

  const emit: Reports['emit'] = (prompt, status, withTexts, at) => {
    send(prompt.observation(status, withTexts));
    emittedAt = at;
    emittedGrowthAt = prompt.state().growthAt;
  };

  /** The longer an answer is, the less often it may be read while it grows. */
  const mayRead = (state: LiveState, at: number): boolean =>
    at - readAt >= Math.max(QUIET_MS, state.measuredLength / READ_CHARACTERS_PER_MS);

  return {
    measure,
    emit,
    begin(knownAt) {
      emittedAt = knownAt ?? Number.NEGATIVE_INFINITY;
      emittedGrowthAt = null;
    },
    follow(prompt, at) {
      const state = prompt.state();
      // The changes tell of the first token before a look does.
      if (state.firstTokenAt !== null && !begun.has(prompt)) {
        begun.add(prompt);
        measure(prompt, at);
        emit(prompt, 'pending', false, at);
        return;
      }
      const grown = state.growthAt !== state.measuredGrowthAt;
      const quiet = at - (state.growthAt ?? at) >= QUIET_MS;
      const silent = at - emittedAt;
      const due = silent >= HEARTBEAT_MS && state.growthAt !== emittedGrowthAt;
      if (((grown && quiet) || due) && mayRead(state, at)) measure(prompt, at);
      if (due || silent >= SILENT_HEARTBEAT_MS) emit(prompt, 'pending', false, at);
    },
  };
}
