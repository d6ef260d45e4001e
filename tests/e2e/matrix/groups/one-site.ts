/** What only some layouts have, as reports of 2026-09 tell it. */
import type { ChatLayout } from '../../support';
import type { Expected, Situation, Stage } from '../types';

const QUESTION = 'How do tides work?';
/** How far a wait for the person may be off, seconds. */
const WAIT_TOLERANCE = 0.3;
const APPROVAL_MS = 3_000;

type Reasons = Partial<Record<ChatLayout, string>>;

const reasons = (layouts: readonly ChatLayout[], reason: string): Reasons =>
  Object.fromEntries(layouts.map((layout) => [layout, reason]));

const NOT_CLAUDE = ['chatgpt-a', 'chatgpt-b', 'chatgpt-c', 'chatgpt-d', 'gemini-a', 'gemini-lr26'] as const;
const NOT_OVERLAY = NOT_CLAUDE.filter((layout) => layout !== 'gemini-lr26');

/** On the two layouts of Claude that were in use when it was reported. */
const claudeRows = (elsewhere: string): Reasons => ({
  ...reasons(NOT_CLAUDE, elsewhere),
  'claude-a': 'This layout was out of use when it was reported.',
});

const waitedForUser: Expected['also'] = ({ waitedForUserSeconds = 0 }) =>
  Math.abs(waitedForUserSeconds - APPROVAL_MS / 1000) < WAIT_TOLERANCE
    ? null
    : `${waitedForUserSeconds} s of waiting for the user, not ${APPROVAL_MS / 1000}`;

const approval =
  (afterChunk: number) =>
  async (stage: Stage): Promise<void> => {
    await stage.open('old', { history: 2, plan: { approval: { afterChunk, ms: APPROVAL_MS } } });
    await stage.send(QUESTION);
    await stage.idle();
  };

export const ONE_SITE: readonly Situation[] = [
  {
    id: 'answer-frame-unmarked',
    group: 'answering',
    title:
      'The answer\u2019s frame comes without its mark of streaming, and the stop button without its name',
    madeUp: true,
    not: claudeRows('Claude alone is reported to leave its mark out until the first token.'),
    play: async (stage) => {
      await stage.open('old', {
        history: 2,
        bareStop: true,
        plan: { marksLate: true, firstTokenMs: 2_500 },
      });
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'answer-approval-before',
    group: 'answering',
    title: 'A tool waits for its user\u2019s permission before the first token',
    decision: 'The wait is the person\u2019s, not the model\u2019s: the record keeps it apart from both.',
    madeUp: true,
    not: claudeRows('No mark of a permission that is asked for is known on this site.'),
    play: approval(0),
    expect: [{ also: waitedForUser }],
  },
  {
    id: 'answer-approval-within',
    group: 'answering',
    title: 'A tool waits for its user\u2019s permission in the middle of the answer',
    madeUp: true,
    not: claudeRows('No mark of a permission that is asked for is known on this site.'),
    play: approval(10),
    expect: [{ also: waitedForUser }],
  },
  {
    id: 'answer-thinking-overlay',
    group: 'answering',
    title: 'Thinking in an overlay that goes away with the first token',
    madeUp: true,
    not: reasons(
      [...NOT_OVERLAY, 'claude-a', 'claude-b', 'claude-c'],
      'Gemini\u2019s newer layout alone is reported to show its thinking in an overlay.',
    ),
    play: async (stage) => {
      await stage.open('old', { history: 2, plan: { thinkingMs: 2_200, thinking: 'overlay' } });
      await stage.send(QUESTION);
      await stage.idle();
    },
    expect: [{ also: ({ thinking }) => (thinking.seen ? null : 'the thinking was not seen') }],
  },
  {
    id: 'end-limit-taken-back',
    group: 'ending',
    title: 'A limit: the prompt is drawn and taken back',
    decision: 'One failed record without output, as where the prompt stays.',
    madeUp: true,
    not: claudeRows('No report of a prompt that this site takes back is known.'),
    play: async (stage) => {
      await stage.open('old', { history: 2, plan: { limit: true, takenBack: true } });
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
];
