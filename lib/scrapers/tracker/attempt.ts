/** One attempt: how it begins, and what a reading of the page tells of it. */
import type { AttemptKind } from '../../prompt';
import { answerTurn, findAnswer, isTakenBack, leaveAnswer, seeText, startOver } from './answer';
import { grow, look, startLife, takeGrowthBack } from './lifecycle';
import { findQuestion, followAskedAgain, isEdited, type Surroundings } from './question';
import type { Attempt, Send, View } from './state';
import { GAP_MS } from './timing';
import { answerOf, isMounted, isStreaming, questionOf } from './view';
import { back, grew, looked, seesAll } from './witness';

const NO_THINKING = { seen: false, statedSeconds: null, textLength: 0 };
const NO_MEDIA = { inputFiles: 0, inputImages: 0, outputImages: 0 };

interface Beginning {
  readonly no: number;
  readonly chat: number;
  readonly layout: string;
  readonly send: Send;
  readonly hidden: boolean;
}

export const beginAttempt = ({ no, chat, layout, send, hidden }: Beginning): Attempt => ({
  no,
  chat,
  layout,
  send,
  resumed: null,
  besides: null,
  part: null,
  question: null,
  askedAgain: send.retried,
  shownText: null,
  input: send.typed,
  answer: { kind: 'expected', left: null },
  lostAt: null,
  unseenGrowthAt: null,
  refilled: send.kind === 'retry',
  continued: null,
  life: startLife(send.at),
  witness: seesAll(hidden),
  length: 0,
  wholeLength: 0,
  thought: false,
  thinking: NO_THINKING,
  media: NO_MEDIA,
  model: send.model,
  notCounted: [],
  waitedForUserMs: 0,
  waitsForUserSince: null,
  context: null,
  chatLeft: false,
  of: null,
  report: {
    revision: 0,
    emittedAt: Number.NEGATIVE_INFINITY,
    emittedGrowthAt: null,
    readAt: Number.NEGATIVE_INFINITY,
    reading: false,
    firstTokenTold: false,
  },
  closing: null,
  isLeft: false,
});

/** Why this answer was asked for, as far as the page tells it by now. */
export function attemptKind(attempt: Attempt): AttemptKind {
  if (attempt.resumed !== null) return attempt.resumed.attempt.kind;
  if (attempt.besides !== null) return 'alternative';
  if (attempt.continued !== null) return 'continue';
  const { send, question } = attempt;
  if (question !== null) return send.edited !== null ? 'edit' : 'first';
  if (send.kind === 'send') return 'first';
  return isEdited(attempt) ? 'edit' : 'retry';
}

/** The answer was out of sight from a time on until now, with all of its page when it was frozen. */
export const outOfSight = (attempt: Attempt, from: number, at: number, frozen: boolean): Attempt => ({
  ...attempt,
  witness: back(attempt.witness, { from, at, length: attempt.length, frozen }),
});

/** Takes note of text that was added to the answer. */
export function growAttempt(attempt: Attempt, at: number, visible: boolean): Attempt {
  const first = visible && attempt.life.firstTokenAt === null;
  return { ...attempt, life: grow(attempt.life, at, visible), witness: grew(attempt.witness, first, at) };
}

/** What stays known of attachments and pictures when their turn is out of the page. */
function seeMedia(attempt: Attempt, view: View): Attempt {
  const question = isMounted(view, attempt.question) ? questionOf(view, attempt.question) : null;
  const answer = answerOf(view, answerTurn(attempt));
  const media = {
    inputFiles: question?.files ?? attempt.media.inputFiles,
    inputImages: question?.images ?? attempt.media.inputImages,
    outputImages: answer?.images ?? attempt.media.outputImages,
  };
  const notCounted = [...new Set([...attempt.notCounted, ...(answer?.notCounted ?? [])])];
  return { ...attempt, media, notCounted };
}

/** Time in which the site waits for its user ends or begins. */
function seeWaiting(attempt: Attempt, waits: boolean, at: number): Attempt {
  const since = attempt.waitsForUserSince;
  if (waits) return { ...attempt, waitsForUserSince: since ?? at };
  if (since === null) return attempt;
  return { ...attempt, waitsForUserSince: null, waitedForUserMs: attempt.waitedForUserMs + at - since };
}

/** Finds the attempt's own turns: once, and again when the site puts new elements in place. */
function findTurns(before: Attempt, around: Surroundings, at: number): Attempt {
  const { view } = around;
  let attempt = leaveAnswer(before, view);
  // The answer may have been taken out of the page before the last reading of the thread.
  if (attempt !== before) attempt = { ...attempt, lostAt: at };
  const { attempt: asked, isFirst } = findQuestion(attempt, around);
  attempt = followAskedAgain(isFirst ? startOver(asked) : asked, around);
  const { attempt: found, isBack } = findAnswer(attempt, around);
  const wentAway =
    found.answer.kind === 'away' && before.answer.kind === 'expected' && found.answer.left === null;
  if (wentAway) return { ...found, lostAt: at };
  const lostAt = found.lostAt ?? at;
  return isBack && at - lostAt >= GAP_MS ? reviveOutOfSight(found, lostAt, at) : found;
}

function reviveOutOfSight(attempt: Attempt, from: number, at: number): Attempt {
  const next = outOfSight(attempt, from, at, false);
  return { ...next, life: { ...next.life, ended: null, idleSince: null } };
}

/** Looks at the attempt once. `since` is the time of the earliest change that no reading has seen yet. */
export function lookAtAttempt(before: Attempt, around: Surroundings, at: number, since: number): Attempt {
  const { view } = around;
  let attempt = findTurns(before, around, at);
  const turn = answerTurn(attempt);
  const answer = answerOf(view, turn);
  if (attempt.life.firstTokenAt === null) {
    const text = seeText(attempt, view, isEdited(attempt));
    attempt = text.attempt;
    // Changes tell when text came; without any, the answer's turn was found late.
    if (text.visible) attempt = growAttempt(attempt, attempt.unseenGrowthAt ?? since, true);
    else if (attempt.unseenGrowthAt !== null) attempt = { ...attempt, unseenGrowthAt: null };
  }
  const visible = attempt.life.firstTokenAt !== null;
  const streaming = isStreaming(view, turn);
  attempt = seeWaiting(seeMedia(attempt, view), answer?.waitsForUser === true, at);
  attempt = {
    ...attempt,
    witness: looked(attempt.witness, streaming, at),
    thought: attempt.thought || answer?.thinking === true,
  };
  // While an answer is made, nothing is asked of it that only its end can tell.
  const still = streaming ? null : answer;
  let { life } = attempt;
  // A site may put a failure where it puts what was stopped.
  if (still !== null && !still.failed && still.stopped) life = { ...life, stopRequested: true };
  const wasStreaming = life.sawStreaming && life.idleSince === null;
  life = look(life, {
    at,
    streaming,
    finished: still?.finished === true,
    failed: still?.failed === true,
    hasContent: turn !== null && (visible || (answer?.images ?? 0) > 0),
    away: attempt.answer.kind === 'away' && !isTakenBack(attempt, view),
    leftAt: attempt.answer.kind === 'shown' ? null : attempt.lostAt,
    waitsForUser: answer?.waitsForUser === true,
  });
  // Sites render an answer anew at the moment it ends: that adds nothing, although it looks like growth.
  const ceased = wasStreaming && life.idleSince !== null;
  if (ceased && answer?.renderedAt != null && answer.renderedAt === life.growthAt)
    life = takeGrowthBack(life);
  return { ...attempt, life };
}
