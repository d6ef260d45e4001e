/**
 * A turn that this page did not see being sent: it may be the answer that was under way when the page was loaded
 * again, or its tab was closed. The worker is asked whether a stored prompt without an end belongs to it.
 */
import type { ResumedPrompt, ResumeQuestion } from '../prompt';
import type { Clock } from './clock';
import type { PageReading } from './page-reading';
import type { Turn } from './site';
import { type Snapshot, stockOf } from './snapshot';
import { isStreaming } from './thread';
import { type LiveState, startTurn } from './turn-state';

/** Asks the worker; null when there is nothing to go on with. Rejects when the worker cannot be reached. */
export type AskToResume = (question: ResumeQuestion) => Promise<ResumedPrompt | null>;

/** While an answer streams that nobody here asked for, the question is put again: its page may just be going. */
const FIRST_AGAIN_MS = 1_500;
const LAST_AGAIN_MS = 60_000;

export interface ResumeSight {
  readonly page: PageReading;
  readonly question: Omit<ResumeQuestion, 'turnKey'>;
  /** Whether a prompt of this page belongs to the turn. */
  readonly isKnown: (turn: Turn) => boolean;
  readonly at: number;
}

/**
 * Asks once per last turn, and again while it streams. `found` is told what was found, and for which question;
 * `later` that the page is to be looked at again after so many ms, since one that waits for its answer may not change.
 */
export function createResumer(
  ask: AskToResume,
  found: (prompt: ResumedPrompt, question: ResumeQuestion) => void,
  later: (ms: number) => void,
) {
  let turnKey: string | null = null;
  let againAt = Number.POSITIVE_INFINITY;
  let againMs = FIRST_AGAIN_MS;

  function put(question: ResumeQuestion): void {
    ask(question).then(
      (prompt) => {
        if (prompt === null) later(againMs);
        else found(prompt, question);
      },
      () => undefined,
    );
  }

  return {
    /** Considers the last turn of the page as it stands. Work: one pass of the selector engine. */
    consider({ page, question, isKnown, at }: ResumeSight): void {
      const turn = page.last('user');
      if (turn === null || isKnown(turn)) return;
      const key = turnKeyOf(page, turn);
      const first = key !== turnKey;
      if (key === null || (!first && at < againAt)) return;
      againMs = first ? FIRST_AGAIN_MS : Math.min(againMs * 2, LAST_AGAIN_MS);
      turnKey = key;
      againAt = at + againMs;
      if (first || isStreaming(page, page.last('assistant'))) put({ ...question, turnKey: key });
    },
    /** Another chat is shown: its last turn has not been asked about. */
    forget(): void {
      turnKey = null;
    },
  };
}

/** The site's key of the last turn, else its place where all turns stay mounted; null when neither tells it. */
export function turnKeyOf(page: PageReading, turn: Turn | null): string | null {
  if (turn === null || turn.key !== null) return turn?.key ?? null;
  return page.layout.virtualised ? null : `nth-${page.count('user')}`;
}

/** The thread as it stood at a submit that an earlier page saw: everything before the last question. */
export function snapshotOf(
  prompt: ResumedPrompt,
  page: PageReading,
  siteKey: string | null,
  clock: Clock,
): Snapshot {
  const all = page.turns();
  const asked = all.findLastIndex((turn) => turn.role === 'user');
  const wall = prompt.startTime * 1000;
  return {
    gesture: 'send',
    at: clock.now() - (clock.wall() - wall),
    wall,
    siteKey,
    ...stockOf(all.slice(0, Math.max(0, asked))),
    early: false,
    streaming: false,
    lastAnswerText: null,
    editedTurn: null,
    triedTurn: null,
    editedText: '',
    model: { slug: null, label: prompt.modelLabel === '' ? null : prompt.modelLabel },
    composerText: '',
  };
}

/** The state in which the earlier page left the prompt, on this page's clock. */
export function stateOf(prompt: ResumedPrompt, snapshot: Snapshot): LiveState {
  const on = (time: number | null): number | null =>
    time === null ? null : snapshot.at + (time * 1000 - snapshot.wall);
  const growthAt = on(prompt.lastTokenTime);
  return {
    ...startTurn(snapshot.at),
    phase: prompt.firstTokenTime === null ? 'submitted' : 'answering',
    firstTokenAt: on(prompt.firstTokenTime),
    growthAt,
    measuredLength: prompt.outputTextLength,
    measuredGrowthAt: growthAt,
    sawStreaming: true,
  };
}
