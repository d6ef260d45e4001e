/** Going on with an attempt that an earlier page began. */
import { beginAttempt } from './attempt';
import type { Found } from './events';
import { type Attempt, EMPTY_THREAD, type Send, type View } from './state';
import { seesFrom } from './witness';

/** An attempt that an earlier page began: everything before the last question was there before it. */
export function resumeAttempt(
  { prompt, at, wall, utcOffsetMinutes }: Found,
  view: View,
  { no, chat, layout, siteKey }: { no: number; chat: number; layout: string; siteKey: string | null },
): Attempt {
  const sentWall = prompt.startTime * 1000;
  const sentAt = at - (wall - sentWall);
  const on = (time: number | null): number | null =>
    time === null ? null : sentAt + (time * 1000 - sentWall);
  const { turns } = view.thread;
  const asked = turns.findLastIndex(({ role }) => role === 'user');
  const earlier = turns.slice(0, Math.max(0, asked));
  const before = {
    ...EMPTY_THREAD,
    turns: earlier,
    places: new Map(earlier.map(({ id }, place) => [id, place])),
    names: new Set(earlier.flatMap(({ role, key }) => (key === null ? [] : [`${role}:${key}`]))),
    elements: new Set(earlier.map(({ element }) => element)),
  };
  const send: Send = {
    no,
    kind: 'send',
    at: sentAt,
    wall: sentWall,
    utcOffsetMinutes,
    siteKey,
    before,
    early: false,
    answerPending: false,
    edited: null,
    editedText: null,
    retried: null,
    former: null,
    typed: null,
    model: { slug: null, label: prompt.modelLabel === '' ? null : prompt.modelLabel },
    waitsFrom: sentAt,
  };
  const fresh = beginAttempt({ no, chat, layout, send, hidden: true });
  const growthAt = on(prompt.lastTokenTime);
  const firstTokenAt = on(prompt.firstTokenTime);
  return {
    ...fresh,
    resumed: { id: prompt.id, attempt: prompt.attempt, sentSeen: prompt.sentSeen, readBy: prompt.readBy },
    life: {
      ...fresh.life,
      firstTokenAt,
      growthAt,
      measuredLength: prompt.outputTextLength,
      measuredGrowthAt: growthAt,
      sawStreaming: true,
    },
    witness: seesFrom({
      from: growthAt ?? sentAt,
      at,
      length: prompt.outputTextLength,
      firstTokenNotBefore:
        firstTokenAt === null ? null : firstTokenAt - (prompt.firstTokenWidthSeconds ?? 0) * 1000,
      widthMs: (prompt.lastTokenWidthSeconds ?? 0) * 1000,
    }),
    length: prompt.outputTextLength,
    thought: prompt.thinking.seen,
    notCounted: prompt.notCounted,
    waitedForUserMs: prompt.waitedForUserSeconds * 1000,
    context: {
      kind: 'new',
      isWhole: prompt.context.complete,
      seen: prompt.context,
      open: new Set(),
      replaced: [],
    },
    report: { ...fresh.report, revision: prompt.revision, emittedAt: at },
  };
}
