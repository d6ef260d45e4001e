/** How an answer can end, or not. */
import type { PromptRecord } from '../../../../lib/prompt';
import { LAYOUTS } from '../../support';
import type { Expected, Situation, Stage } from '../types';

const QUESTION = 'How do tides work?';
/** Saved pages show how ChatGPT says that it failed, on these layouts not (2026-10). */
const NO_FAILURE_SEEN = LAYOUTS.filter((layout) => !['chatgpt-a', 'chatgpt-b', 'chatgpt-c'].includes(layout));
/** An answer that stands still for some seconds, so that a slow machine finds it under way. */
const SLOW = { minCharacters: 500, pauses: [{ afterChunk: 14, ms: 9_000 }] };

/** Gemini and ChatGPT's layouts without a stop mark know a stop by the person's gesture alone. */
const throttled: Expected['also'] = (record) =>
  record.timesThrottled ? null : 'not flagged as measured in the background';

const untimed = ({ lastTokenTime }: PromptRecord): string | null =>
  lastTokenTime === null ? null : 'a last token that nobody saw has a time';

async function beginSlowly(stage: Stage, where: 'new' | 'old' = 'old'): Promise<void> {
  await stage.open(where, { history: 2, plan: SLOW });
  await stage.send(QUESTION);
  await stage.grown(60);
}

export const ENDING: readonly Situation[] = [
  {
    id: 'end-stop-before',
    group: 'ending',
    title: 'Stop before the first token',
    play: async (stage) => {
      await stage.open('old', { plan: { firstTokenMs: 12_000 } });
      await stage.send(QUESTION);
      await stage.pause(700);
      await stage.click('stop');
      await stage.idle();
    },
  },
  {
    id: 'end-stop-after',
    group: 'ending',
    title: 'Stop after the first token: the tokens so far count',
    play: async (stage) => {
      await beginSlowly(stage);
      await stage.click('stop');
      await stage.idle();
    },
  },
  {
    id: 'end-error-before',
    group: 'ending',
    title: 'Error before the first token',
    madeUp: NO_FAILURE_SEEN,
    play: async (stage) => {
      await stage.open('old', { plan: { errorAfter: 0 } });
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'end-error-after',
    group: 'ending',
    title: 'Error after the first token: the tokens so far count',
    madeUp: NO_FAILURE_SEEN,
    play: async (stage) => {
      await stage.open('old', { plan: { errorAfter: 15 } });
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'end-limit',
    group: 'ending',
    title: 'Limit banner instead of an answer',
    madeUp: true,
    decision:
      'The prompt left and nothing came: one failed record without output, so that the day shows what happened.',
    play: async (stage) => {
      await stage.open('old', { plan: { limit: true } });
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'end-network',
    group: 'ending',
    title: 'Network loss and resume',
    play: async (stage) => {
      await stage.open('old', {
        plan: { outage: { afterChunk: 12, ms: stage.full ? 12_000 : 2_500 } },
      });
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'end-tab-closed',
    group: 'ending',
    title: 'Tab closed: interrupted, with the answer so far',
    decision:
      'What was seen so far counts. Where the texts are lost with the page, the tokens are taken from the characters.',
    play: async (stage) => {
      await beginSlowly(stage);
      await stage.pause(300);
      await stage.keepLog();
      await stage.page.close();
      if (stage.harness.name === 'chromium') return;
      // Firefox may not deliver a closing page's last word: the record is swept up after a minute of silence.
      await stage.pause(62_000);
      const popup = await stage.harness.openExtensionPage('popup.html');
      await stage.pause(500);
      await popup.close();
    },
    expect: [{ status: 'interrupted', texts: null, lengths: false, times: 'start', also: someOutput() }],
  },
  {
    id: 'end-reload-resumed',
    group: 'ending',
    title: 'Reload while streaming, the site resumes the stream: the same record goes on',
    play: async (stage) => {
      await beginSlowly(stage);
      await stage.page.reload();
      await stage.page.waitFor(() => '__sim' in window);
      await stage.idle();
    },
    expect: [{ also: throttled }],
  },
  {
    id: 'end-reload-before-token',
    group: 'ending',
    title: 'Reload before the first token, the site resumes the stream',
    play: async (stage) => {
      await stage.open('old', { history: 2, plan: { firstTokenMs: 14_000 } });
      await stage.send(QUESTION);
      await stage.pause(600);
      await stage.page.reload();
      await stage.page.waitFor(() => '__sim' in window);
      await stage.idle();
    },
    expect: [{ also: throttled }],
  },
  {
    id: 'end-reload-lost',
    group: 'ending',
    title: 'Reload while streaming, the site has lost the stream',
    decision: 'Interrupted, with the text that the site still shows.',
    play: async (stage) => {
      await stage.open('old', { history: 2, plan: SLOW, onReload: 'lost' });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.page.reload();
      await stage.page.waitFor(() => '__sim' in window);
      await stage.pause(600);
    },
    expect: [{ status: 'interrupted', times: 'start', lengths: false, also: someOutput() }],
  },
  {
    id: 'end-away-and-back',
    group: 'ending',
    title: 'Switch to another chat while streaming, and return',
    play: async (stage) => {
      const chats = [{ id: stage.chatId(1), title: 'Other', exchanges: 2 }];
      await stage.open('old', { history: 2, chats, plan: SLOW });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.click('chat-link');
      await stage.pause(800);
      await stage.page.back();
      await stage.idle();
    },
    expect: [{ also: throttled }],
  },
  {
    id: 'end-away-done-meanwhile',
    group: 'ending',
    title: 'Switch to another chat while streaming, return when the answer is done',
    decision:
      'The end was not seen: the time of the last token is not known, no duration or speed is made of it, and the record says that its times are not to be trusted.',
    play: async (stage) => {
      const chats = [{ id: stage.chatId(1), title: 'Other', exchanges: 2 }];
      await stage.open('old', { history: 2, chats, plan: SLOW });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.click('chat-link');
      await stage.pause(11_000);
      await stage.page.back();
      await stage.idle();
    },
    expect: [{ times: 'start', also: (record, ...rest) => throttled(record, ...rest) ?? untimed(record) }],
  },
  {
    id: 'end-away-before-token',
    group: 'ending',
    title: 'Switch to another chat before the first token, return when the answer is done',
    decision:
      'Neither the first nor the last token was seen: their times are not known, so that the time away is not taken for hidden reasoning.',
    play: async (stage) => {
      const chats = [{ id: stage.chatId(1), title: 'Other', exchanges: 2 }];
      await stage.open('old', { history: 2, chats, plan: { firstTokenMs: 3_000, kind: 'short' } });
      await stage.send(QUESTION);
      await stage.pause(800);
      await stage.click('chat-link');
      await stage.pause(11_000);
      await stage.page.back();
      await stage.idle();
    },
    expect: [
      {
        times: 'start',
        also: (record, ...rest) =>
          throttled(record, ...rest) ??
          untimed(record) ??
          (record.firstTokenTime === null ? null : 'a first token that nobody saw has a time'),
      },
    ],
  },
  {
    id: 'end-away-for-good',
    group: 'ending',
    title: 'Switch to another chat while streaming, never to return; a prompt there',
    play: async (stage) => {
      const chats = [{ id: stage.chatId(1), title: 'Other', exchanges: 2 }];
      await stage.open('old', { history: 2, chats, plan: SLOW });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.page.sim('defaults', { chunkMs: 15 });
      await stage.click('chat-link');
      await stage.pause(300);
      await stage.send('And the wind?');
      await stage.idle();
    },
    expect: [{ status: 'interrupted', chat: 0 }, { chat: 1 }],
  },
];

/** An interrupted answer has the output that was seen so far, and no more than the site had written. */
function someOutput(): Expected['also'] {
  return ({ outputTextLength, outputTokens }, truth) => {
    if (outputTextLength === 0 || outputTokens === 0) return 'nothing of the answer so far';
    // The page's log was taken a moment before it was closed.
    return outputTextLength <= truth.answerText.length + 200 ? null : 'more than was written';
  };
}
