/** What happens to the extension itself. Faults inside the store have tests of their own, see `elsewhere.ts`. */
import type { Situation, Stage } from '../types';

const QUESTION = 'How do tides work?';
const SLOW = { minCharacters: 700, chunkMs: 40 };

/** Reloads the extension as its update does; its pages go, the chats stay. */
async function reloadExtension({ harness, pause }: Stage): Promise<void> {
  const page = await harness.openExtensionPage('icon/16.png');
  await page
    .evaluate(() => {
      const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      (api as { runtime: { reload(): void } }).runtime.reload();
    })
    .catch(() => undefined);
  await pause(2_500);
  await page.close().catch(() => undefined);
}

export const EXTENSION: readonly Situation[] = [
  {
    id: 'ext-worker-cold',
    group: 'the extension itself',
    title: 'Worker stopped before the prompt is sent',
    play: async (stage) => {
      await stage.open('old');
      await stage.harness.killWorker();
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'ext-worker-streaming',
    group: 'the extension itself',
    title: 'Worker stopped while the answer grows, again and again',
    play: async (stage) => {
      await stage.open('old', { plan: SLOW });
      await stage.send(QUESTION);
      for (let n = 0; n < 4; n += 1) {
        await stage.harness.killWorker();
        await stage.pause(500);
      }
      await stage.idle();
    },
  },
  {
    id: 'ext-worker-end',
    group: 'the extension itself',
    title: 'Worker stopped at the moment the answer ends',
    play: async (stage) => {
      await stage.open('old');
      await stage.send(QUESTION);
      await stage.idle();
      await stage.harness.killWorker();
      await stage.pause(200);
      await stage.harness.killWorker();
    },
  },
  {
    id: 'ext-reload-open-chat',
    group: 'the extension itself',
    title: 'Extension reloaded with a chat open: it goes on being measured without a reload of the page',
    alone: true,
    play: async (stage) => {
      await stage.open('old', { history: 2 });
      await stage.send(QUESTION);
      await stage.idle();
      await stage.pause(1_000);
      await reloadExtension(stage);
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
  {
    id: 'ext-reload-streaming',
    group: 'the extension itself',
    title: 'Extension reloaded while an answer grows: the same record goes on',
    alone: true,
    play: async (stage) => {
      await stage.open('old', {
        history: 2,
        plan: { minCharacters: 500, pauses: [{ afterChunk: 14, ms: 8_000 }] },
      });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.pause(500);
      await reloadExtension(stage);
      await stage.idle();
    },
  },
];
