/** Several pages at once. */
import type { Situation } from '../types';

const QUESTION = 'How do tides work?';

export const PARALLEL: readonly Situation[] = [
  {
    id: 'par-two-tabs',
    group: 'parallel',
    title: 'Two tabs (windows in Firefox), answers growing in both at once',
    play: async (stage) => {
      const plan = { minCharacters: 600, chunkMs: 30 };
      await stage.open('new', { plan });
      const other = await stage.another('new', { plan });
      await stage.send(QUESTION);
      await stage.send('And the wind?', other);
      await stage.idle();
      await stage.idle(other);
    },
    expect: [{ chat: 0 }, { chat: 1 }],
  },
  {
    id: 'par-same-chat',
    group: 'parallel',
    title: 'The same chat in two tabs, the answer growing in both',
    decision:
      'The prompt belongs to the tab in which it was sent; the other one sees an answer nobody asked for there.',
    play: async (stage) => {
      await stage.open('old', { history: 2, plan: { minCharacters: 700, chunkMs: 40 } });
      await stage.send(QUESTION);
      await stage.grown(40);
      const other = await stage.another('old', { history: 2 });
      await stage.idle();
      await stage.idle(other);
      await stage.pause(500);
    },
  },
  {
    id: 'par-same-chat-turns',
    group: 'parallel',
    title: 'The same chat in two tabs, a prompt in each, one after the other',
    play: async (stage) => {
      await stage.open('old', { history: 2 });
      await stage.send(QUESTION);
      await stage.idle();
      const other = await stage.another('old', { history: 2 });
      await stage.send('And the wind?', other);
      await stage.idle(other);
    },
  },
  {
    id: 'par-containers',
    group: 'parallel',
    title: 'A container tab beside an ordinary one',
    decision: 'A container is another tab to the extension: one store, each chat by its own address.',
    notIn: { chromium: 'Chromium has no containers.' },
    play: async (stage) => {
      await stage.open('new');
      await stage.send(QUESTION);
      await stage.idle();
      const contained = await stage.another('new', {}, { container: true });
      await stage.send('And the wind?', contained);
      await stage.idle(contained);
    },
    expect: [{ chat: 0 }, { chat: 1 }],
  },
];
