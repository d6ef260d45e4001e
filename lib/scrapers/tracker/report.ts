/** What is told of an attempt, and when. */
import type { PromptStatus } from '../../prompt';
import { answerTurn } from './answer';
import { attemptKind } from './attempt';
import { UNKNOWN_CONTEXT } from './context';
import type { Effect, Report } from './events';
import { isNew } from './identity';
import { promptOf } from './memory';
import { inputOf, questionTurn } from './question';
import type { Attempt, TrackerState } from './state';
import { BEHIND_MS, BEHIND_SHARE, QUIET_READ_MS, READ_CHARACTERS_PER_MS, SILENT_REPORT_MS } from './timing';
import { turnKeyOf } from './view';
import { firstToken, lastToken, type TimeSeen } from './witness';

/** Asks for the answer's text; null when it has no turn that could be read. */
export function readEffect(attempt: Attempt, soon: boolean): Extract<Effect, { type: 'read' }> | null {
  const turn = answerTurn(attempt);
  if (turn === null) return null;
  return readOf(attempt, turn.id, soon);
}

export const readOf = (attempt: Attempt, turn: string, soon: boolean): Extract<Effect, { type: 'read' }> => ({
  type: 'read',
  soon,
  attempt: attempt.no,
  turn,
  part: attempt.part,
  former: attempt.continued?.ref ?? null,
  // Once, and at the end: nothing of it changes while the answer grows.
  asksModel: attempt.closing !== null || attempt.report.readAt === Number.NEGATIVE_INFINITY,
});

/** The attempt or stored prompt that this one tries again, as far as it is known by now. */
export function triedAgain(state: TrackerState, attempt: Attempt): number | string | null {
  if (attempt.resumed !== null) return attempt.resumed.attempt.of;
  if (attempt.besides !== null) return attempt.besides;
  const kind = attemptKind(attempt);
  if (kind === 'first') return null;
  const chat = state.chats.find(({ no }) => no === attempt.chat);
  const before = kind === 'edit' ? attempt.send.edited : questionTurn(attempt);
  // The site may give the question another key.
  return (chat === undefined ? null : promptOf(chat.memory, before)) ?? attempt.of;
}

/** Only a press began it, and neither a question nor an answer came of it: the old answer stands as it stood. */
export const isUnproved = ({ send, question, answer, life, refilled }: Attempt): boolean =>
  send.kind === 'press' &&
  question === null &&
  life.firstTokenAt === null &&
  !refilled &&
  answer.kind === 'shown' &&
  !isNew(answer.turn, send);

const secondsOf = (ms: number): number => Math.round(ms) / 1000;

/** A text was seen, by this page or by an earlier one, which may not know when its first word came. */
const isTextKnown = ({ life, resumed, length }: Attempt): boolean =>
  life.firstTokenAt !== null || (resumed !== null && length > 0);

/** How long the site has waited for its user, with a wait that is not over. */
const waitedForUserMs = (attempt: Attempt, at: number): number =>
  attempt.waitedForUserMs + (attempt.waitsForUserSince === null ? 0 : at - attempt.waitsForUserSince);

/** How long a prompt without any text has been awaited: without the time in which the site waited for its user. */
const waitedSeconds = (attempt: Attempt, at: number): number | null =>
  isTextKnown(attempt) ? null : secondsOf(Math.max(0, at - attempt.send.at - waitedForUserMs(attempt, at)));

function reportOf(
  state: TrackerState,
  attempt: Attempt,
  at: number,
  { status, withTexts }: { status: PromptStatus; withTexts: boolean },
): Report {
  const { send, life, witness, resumed } = attempt;
  const chat = state.chats.find(({ no }) => no === attempt.chat);
  const seconds = (time: TimeSeen | null): number | null =>
    time === null ? null : secondsOf(Math.round(send.wall) + (time.at - send.at));
  const width = (time: TimeSeen | null): number | null => (time === null ? null : secondsOf(time.widthMs));
  const hasText = life.firstTokenAt !== null;
  const input = inputOf(attempt);
  const length = isTextKnown(attempt) ? (withTexts ? attempt.length : life.measuredLength) : 0;
  const [first, latest] = [firstToken(life, witness), lastToken(life, witness, length, at)];
  const question = questionTurn(attempt);
  const view = state.view;
  return {
    attemptNo: attempt.no,
    resumedId: resumed?.id ?? null,
    revision: attempt.report.revision + 1,
    layout: attempt.layout,
    chat: { no: attempt.chat, siteKey: chat?.siteKey ?? null },
    turnKey: view === null ? (question?.key ?? null) : turnKeyOf(view, question),
    attempt: { kind: attemptKind(attempt), of: triedAgain(state, attempt) },
    status,
    model: attempt.model,
    startTime: secondsOf(send.wall),
    firstTokenTime: seconds(first),
    firstTokenWidthSeconds: width(first),
    lastTokenTime: seconds(latest),
    lastTokenWidthSeconds: width(latest),
    utcOffsetMinutes: send.utcOffsetMinutes,
    inputTextLength: input?.length ?? 0,
    outputTextLength: length,
    thinking: { ...attempt.thinking, seen: attempt.thought || attempt.thinking.seen },
    context: attempt.context?.seen ?? UNKNOWN_CONTEXT,
    media: attempt.media,
    timesThrottled: witness.throttled,
    waitedSeconds: waitedSeconds(attempt, at),
    waitedForUserSeconds: secondsOf(waitedForUserMs(attempt, at)),
    sentSeen: resumed?.sentSeen ?? true,
    readBy: resumed?.readBy ?? 'layout',
    notCounted: attempt.notCounted,
    texts: withTexts ? { input: input?.ref ?? null, output: hasText } : null,
    answerTurn: answerTurn(attempt)?.id ?? null,
  };
}

export interface Told {
  readonly attempt: Attempt;
  readonly effect: Effect;
}

/** Hands on a state of the attempt with the next revision. */
export function tell(
  state: TrackerState,
  before: Attempt,
  at: number,
  what: { readonly status: PromptStatus; readonly withTexts: boolean; readonly soon: boolean },
): Told {
  const attempt = { ...before, of: triedAgain(state, before) };
  const report = reportOf(state, attempt, at, what);
  return {
    attempt: {
      ...attempt,
      report: {
        ...attempt.report,
        revision: report.revision,
        emittedAt: at,
        emittedGrowthAt: attempt.life.growthAt,
        firstTokenTold: attempt.report.firstTokenTold || attempt.life.firstTokenAt !== null,
      },
    },
    effect: { type: 'emit', soon: what.soon, report },
  };
}

/** Whether the stored state is too far behind an answer that grows. */
export function isBehind({ life, report }: Attempt, at: number): boolean {
  if (life.firstTokenAt === null) return false;
  if (!report.firstTokenTold) return true;
  const allowed = Math.max(BEHIND_MS, BEHIND_SHARE * (at - life.firstTokenAt));
  return life.growthAt !== report.emittedGrowthAt && at - report.emittedAt >= allowed;
}

/** Whether an answer that has stood still may be read, so that a later rendering is told from growth. */
function mayReadNow({ life, report }: Attempt, at: number): boolean {
  const isQuiet = at - (life.growthAt ?? at) >= QUIET_READ_MS;
  const pause = Math.max(QUIET_READ_MS, life.measuredLength / READ_CHARACTERS_PER_MS);
  return life.growthAt !== life.measuredGrowthAt && isQuiet && at - report.readAt >= pause;
}

/** What is due of an open attempt after a look. */
export function followUp(
  state: TrackerState,
  before: Attempt,
  at: number,
): { attempt: Attempt; effects: Effect[] } {
  // A second answer is told at its end.
  if (before.besides !== null) return { attempt: before, effects: [] };
  let attempt = before;
  const effects: Effect[] = [];
  const read = attempt.report.reading ? null : readEffect(attempt, true);
  if (read !== null && (isBehind(attempt, at) || mayReadNow(attempt, at))) {
    attempt = { ...attempt, report: { ...attempt.report, reading: true } };
    effects.push(read);
  }
  if (
    at - attempt.report.emittedAt >= SILENT_REPORT_MS &&
    (attempt.life.firstTokenAt === null || !attempt.report.reading) &&
    !isUnproved(attempt)
  ) {
    const told = tell(state, attempt, at, { status: 'pending', withTexts: false, soon: true });
    attempt = told.attempt;
    effects.push(told.effect);
  }
  return { attempt, effects };
}
