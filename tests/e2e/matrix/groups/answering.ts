/** What an answer can be like. */
import type { Plan, TextKind } from '../../../sites/types';
import { siteOf } from '../../support';
import type { Expected, Situation, Stage } from '../types';

const QUESTION = 'How do tides work?';

const answered =
  (plan: Partial<Plan> | ((stage: Stage) => Partial<Plan>), timeoutMs = 180_000) =>
  async (stage: Stage): Promise<void> => {
    await stage.open('old', { history: 2, plan: typeof plan === 'function' ? plan(stage) : plan });
    await stage.send(QUESTION);
    await stage.idle(stage.page, timeoutMs);
  };

const one = (
  id: string,
  title: string,
  plan: Partial<Plan> | ((stage: Stage) => Partial<Plan>),
  also?: Expected['also'],
): Situation => ({
  id,
  group: 'answering',
  title,
  play: answered(plan),
  ...(also === undefined ? {} : { expect: [{ also }] }),
});

const kind = (name: TextKind, title: string): Situation => one(`answer-${name}`, title, { kind: name });

export const ANSWERING: readonly Situation[] = [
  one('answer-one-token', 'Very short: one token, gone in a moment', {
    kind: 'short',
    chunks: 1,
    firstTokenMs: 60,
    finishMs: 20,
  }),
  one('answer-100-kb', 'Very long: 100 kB', {
    minCharacters: 100_000,
    chunkCharacters: 400,
    chunkMs: 20,
  }),
  {
    ...one('answer-thinking-shown', 'Thinking shown', { thinkingMs: 2200, firstTokenMs: 200 }, (record) => {
      const stated = record.thinking.statedSeconds;
      if (!record.thinking.seen) return 'the thinking was not seen';
      // Gemini states no duration.
      if (record.site !== 'gemini' && stated !== 2) return `${stated} s of thinking, not 2`;
      return record.estimate.reasoningTokens > 0 ? null : 'no reasoning tokens';
    }),
    not: { 'chatgpt-d': 'No sign of thinking is known on this layout.' },
  },
  one('answer-thinking-hidden', 'Thinking hidden: only a wait', {
    thinkingMs: 2500,
    thinking: 'hidden',
  }),
  {
    ...one(
      'answer-silence',
      'Three minutes of silence before the first token, the worker stopped meanwhile',
      {},
    ),
    play: async (stage) => {
      const silence = stage.full ? 180_000 : 4_000;
      await stage.open('old', { history: 1, plan: { firstTokenMs: silence } });
      await stage.send(QUESTION);
      await stage.pause(silence / 2);
      await stage.harness.killWorker();
      await stage.idle(stage.page, silence + 30_000);
    },
  },
  one('answer-pauses', 'Pauses of 40 s inside the answer', (stage) => ({
    pauses: [
      { afterChunk: 5, ms: stage.full ? 40_000 : 1_500 },
      { afterChunk: 20, ms: stage.full ? 40_000 : 1_500 },
    ],
  })),
  kind('code', 'Code blocks that are re-rendered after the end'),
  kind('table', 'Tables'),
  kind('math', 'LaTeX'),
  kind('markdown', 'Lists and headings'),
  kind('cjk', 'Chinese and Japanese'),
  kind('rtl', 'Arabic and Hebrew'),
  kind('emoji', 'Emoji of several code points'),
  {
    ...one('answer-image', 'Images only', { kind: 'image', firstTokenMs: 900 }),
    not: { 'chatgpt-d': 'No mark of a picture that was made is known on this layout.' },
    decision:
      'An answer of pictures has no text and no first token; the record says that there were pictures.',
    expect: [
      {
        times: 'start',
        also: ({ media, firstTokenTime, layout }) => {
          if (firstTokenTime !== null) return 'a picture was taken for a first token';
          // Claude draws nothing itself: what looks like a picture is the card of an artifact.
          if (layout.startsWith('claude')) return null;
          return media.outputImages === 1 ? null : `${media.outputImages} pictures seen`;
        },
      },
    ],
  },
  kind('cited', 'Citations'),
  {
    ...kind('tools', 'Several text blocks with tool status between'),
    play: answered({ kind: 'tools', pauses: [{ afterChunk: 6, ms: 900 }] }),
  },
  kind('mixed', 'Everything at once'),
  one('answer-replaced', 'Answer text replaced while streaming', (stage) => ({
    replaceAfter: 14,
    replaceText:
      siteOf(stage.layout) === 'claude'
        ? 'On second thought: the moon leads, the sea follows, and the coast decides how late. High water comes about every twelve hours and twenty-five minutes, and the wind adds its part to both.'
        : 'On second thought: the moon leads, the sea follows, and the coast decides how late. High water comes about every twelve hours and twenty-five minutes.',
  })),
  one('answer-bar-late', 'Action bar late', { actionBar: 'late', lateMs: 2500 }),
  one('answer-bar-never', 'Action bar never', { actionBar: 'never' }),
  {
    id: 'answer-scrolled-away',
    group: 'answering',
    title: 'Thread scrolled up while the answer grows, and down again',
    decision:
      'A virtualised thread takes the answer out of the page: what was seen of it stays, no older answer is taken in its place, and it is read again when it is mounted. An answer that ends out of view is waited for 5 min, then closed as interrupted with what was seen.',
    play: async (stage) => {
      await stage.open('old', { history: 12, plan: { chunks: 80, chunkMs: 100 } });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.page.sim('scrollTo', 0);
      await stage.pause(1_000);
      await stage.page.sim('scrollTo', 12);
      await stage.idle();
    },
  },
  {
    id: 'answer-scrolled-away-ended',
    group: 'answering',
    title: 'Thread scrolled up while the answer grows, and down again after its end',
    decision:
      'The time of the last token is not known where the answer was out of the page, and the record says that its times are not to be trusted.',
    play: async (stage) => {
      await stage.open('old', { history: 12, plan: { chunks: 40, chunkMs: 100 } });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.page.sim('scrollTo', 0);
      await stage.idle();
      await stage.pause(1_500);
      await stage.page.sim('scrollTo', 12);
      await stage.pause(1_000);
    },
    expect: [{ times: 'start' }],
  },
];
