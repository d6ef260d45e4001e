/** Asking again. */
import type { Situation, Stage } from '../types';

const QUESTION = 'How do tides work?';
const NOT_KNOWN = 'No such control is known on this layout.';

async function asked(stage: Stage): Promise<void> {
  await stage.open('new', { plan: { chunks: 14 } });
  await stage.send(QUESTION);
  await stage.idle();
}

export const ATTEMPTS: readonly Situation[] = [
  {
    id: 'attempt-regenerate',
    group: 'attempts',
    title: 'Regenerate: the same turn refilled, or a new node, as the layout does it',
    not: { 'chatgpt-d': NOT_KNOWN },
    play: async (stage) => {
      await asked(stage);
      await stage.page.sim('queue', { text: 'Quite another answer: the moon pulls, the sea follows, late.' });
      await stage.click('retry');
      await stage.idle();
    },
  },
  {
    id: 'attempt-regenerate-same-text',
    group: 'attempts',
    title: 'Regenerate twice, the same text comes again',
    not: { 'chatgpt-d': NOT_KNOWN },
    play: async (stage) => {
      await asked(stage);
      for (let n = 0; n < 2; n += 1) {
        await stage.click('retry');
        await stage.idle();
      }
    },
  },
  {
    id: 'attempt-regenerate-history',
    group: 'attempts',
    title: 'Regenerate in an old chat',
    not: { 'chatgpt-d': NOT_KNOWN },
    decision: 'The first attempt was never measured: the retry begins a task of its own.',
    play: async (stage) => {
      await stage.open('old', { history: 2 });
      await stage.click('retry');
      await stage.idle();
    },
    expect: [{ kind: 'retry', attempt: 1, task: 0 }],
  },
  {
    id: 'attempt-pager',
    group: 'attempts',
    title: 'Branch pager back and forth',
    not: { 'chatgpt-d': NOT_KNOWN },
    decision:
      'A prompt that follows re-reads the branch that is shown. What is remembered of the other branch is left out. Where turns are taken out of the page, some of this one may be out of view: the context is marked as partial from then on. Where both branches have the same keys (ChatGPT C, Claude), the DOM cannot tell them apart and the length that was read last counts.',
    play: async (stage) => {
      await asked(stage);
      await stage.click('retry');
      await stage.idle();
      await stage.click('pager-previous');
      await stage.pause(400);
      await stage.click('pager-next');
      await stage.pause(400);
      await stage.click('pager-previous');
      await stage.pause(400);
    },
  },
  {
    id: 'attempt-pager-follow-up',
    group: 'attempts',
    title: 'Branch pager back, then a follow-up in the older branch',
    not: { 'chatgpt-d': NOT_KNOWN },
    play: async (stage) => {
      await asked(stage);
      await stage.click('retry');
      await stage.idle();
      await stage.click('pager-previous');
      await stage.pause(400);
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
  {
    id: 'attempt-edit',
    group: 'attempts',
    title: 'Edited prompt',
    not: { 'chatgpt-d': NOT_KNOWN },
    play: async (stage) => {
      await asked(stage);
      await stage.click('edit');
      await stage.click('edit-box');
      await stage.type('And neap tides? ');
      await stage.click('edit-send');
      await stage.idle();
    },
  },
  {
    id: 'attempt-edit-earlier',
    group: 'attempts',
    title: 'Edit of an earlier prompt, then a follow-up in the new branch',
    not: { 'chatgpt-d': NOT_KNOWN },
    play: async (stage) => {
      await asked(stage);
      await stage.send('And the wind?');
      await stage.idle();
      await stage.click('edit', undefined, 0);
      await stage.click('edit-box');
      await stage.type('In short: ');
      await stage.click('edit-send');
      await stage.idle();
      await stage.send('And the rain?');
      await stage.idle();
    },
    expect: [{}, {}, { task: 0, attempt: 2 }, {}],
  },
  {
    id: 'attempt-after-failure',
    group: 'attempts',
    title: 'Retry after a failure',
    play: async (stage) => {
      await stage.open('new', { queue: [{ errorAfter: 12 }] });
      await stage.send(QUESTION);
      await stage.idle();
      await stage.click('retry');
      await stage.idle();
    },
  },
  {
    id: 'attempt-alternative',
    group: 'attempts',
    title: 'Two answers to choose from',
    madeUp: true,
    not: {
      'chatgpt-c': NOT_KNOWN,
      'chatgpt-d': NOT_KNOWN,
      'claude-a': NOT_KNOWN,
      'claude-b': NOT_KNOWN,
      'claude-c': NOT_KNOWN,
      'gemini-a': NOT_KNOWN,
      'gemini-lr26': NOT_KNOWN,
    },
    decision:
      'Two answers that grow side by side in one turn are two attempts with the same start. How the sites mark them is in no saved page: what is recognised is that two messages of one turn stream at once.',
    play: async (stage) => {
      await stage.open('old', {
        history: 2,
        plan: {
          text: 'The moon pulls on the sea, and the sea follows it round the earth, a little late at every coast.',
          alternative:
            'Twice a day the water rises and falls, because the earth turns under two bulges of the sea.',
        },
      });
      await stage.send(QUESTION);
      await stage.idle();
    },
    expect: [{}, { kind: 'alternative', task: 0, attempt: 2 }],
  },
  {
    id: 'attempt-continue',
    group: 'attempts',
    title: 'Continue generating',
    not: { 'chatgpt-c': NOT_KNOWN, 'chatgpt-d': NOT_KNOWN, 'gemini-a': NOT_KNOWN, 'gemini-lr26': NOT_KNOWN },
    decision:
      'An answer that grows on from where it ended, without a new prompt, is the next attempt of its task. It was asked with nothing; the prompt and the answer so far are its context.',
    play: async (stage) => {
      await stage.open('new', { plan: { cutAfter: 20 } });
      await stage.send(QUESTION);
      await stage.idle();
      await stage.click('continue');
      await stage.idle();
    },
    expect: [
      {},
      {
        also: (record, _truth, [first]) => {
          const before = (first?.inputTokens ?? 0) + (first?.outputTokens ?? 0);
          // The context is known by its characters here, four or so to a token.
          return Math.abs(record.contextTokens - before) <= before * 0.35
            ? null
            : `context is ${record.contextTokens} tokens, not ${before}`;
        },
      },
    ],
  },
];
