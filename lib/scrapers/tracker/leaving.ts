/** Attempts that go out of sight with their page or their chat, and come back with it. */
import { outOfSight } from './attempt';
import { andThen, close, quiet, type Step } from './closing';
import { leave, revive } from './lifecycle';
import { type Attempt, openAttempts, type TrackerState } from './state';

/**
 * What is under way ends as far as it was seen; it goes on if it is shown again, where that `canComeBack`.
 * @param change what else is known of an attempt that is left.
 */
export function leaveOpen(
  before: TrackerState,
  at: number,
  { canComeBack, change }: { readonly canComeBack: boolean; readonly change: Partial<Attempt> },
): Step {
  let step = quiet(before);
  for (const { no, besides } of openAttempts(before)) {
    // A second answer ends with the one beside it.
    if (besides !== null) continue;
    step = andThen(step, (state) => {
      const attempt = state.attempts.find((one) => one.no === no);
      if (attempt === undefined) return quiet(state);
      const { ended, finished, stopRequested } = attempt.life;
      const isLeft = canComeBack && ended === null && !(finished && !stopRequested);
      const left: Attempt = { ...attempt, ...change, lostAt: at };
      return close(state, left, leave(attempt.life, at), { at, soon: false, isLeft });
    });
  }
  return step;
}

/** Goes on with an attempt of this chat that was left; `frozen` when all of its page was. */
export function comeBackTo(attempt: Attempt, chat: number, at: number, frozen: boolean): Attempt {
  if (!attempt.isLeft || attempt.chat !== chat) return attempt;
  const seen = outOfSight(attempt, attempt.lostAt ?? at, at, frozen);
  return { ...seen, isLeft: false, life: revive(attempt.life) };
}
