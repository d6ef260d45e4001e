/** What happens to the extension itself. Faults inside the store have tests of their own, see `elsewhere.ts`. */
import type { Page } from '../../harness';
import { until } from '../../harness/until';
import { reloadExtension } from '../../own-api';
import { createReader } from '../reader';
import type { Situation, Stage } from '../types';

const QUESTION = 'How do tides work?';
const SLOW = { minCharacters: 700, chunkMs: 40 };
/** Stands still for some seconds, in which the extension may go and come back. */
const PAUSING = { minCharacters: 300, pauses: [{ afterChunk: 14, ms: 6_000 }] };

/** How many prompts of this situation are stored to their end. */
async function storedSince({ harness, layout }: Stage, since: number): Promise<number> {
  const reader = createReader(harness);
  try {
    const rows = await reader.read(layout, since);
    // What was sent with a wrong clock seems to come later than all of it.
    return rows.filter(({ status, startTime }) => status !== 'pending' && startTime < since + 600).length;
  } finally {
    await reader.close();
  }
}

const momentAgo = (): number => Date.now() / 1000 - 0.05;

/** Sends a prompt and waits until it is stored, so that what follows happens after it. */
async function sendAndStore(stage: Stage): Promise<void> {
  const since = momentAgo();
  await stage.send(QUESTION);
  await stage.idle();
  await until(async () => (await storedSince(stage, since)) > 0, 'the prompt to be stored', 15_000, 300);
}

/**
 * Another page of the extension holds the database as an earlier version left it, and does not let go. Gives the
 * way to learn what problem the extension shows; closing the page ends it.
 */
async function holdOldDatabase({ harness }: Stage): Promise<{ page: Page; problem(): Promise<string> }> {
  const page = await harness.openExtensionPage('icon/16.png');
  await page.evaluate(async () => {
    const settled = (request: IDBOpenDBRequest): Promise<unknown> =>
      new Promise((done, fail) => {
        request.onsuccess = done;
        request.onerror = () => fail(request.error);
      });
    await settled(indexedDB.deleteDatabase('tokenprint'));
    const request = indexedDB.open('tokenprint', 1);
    await settled(request);
    // A database that nothing refers to any more is let go by the browser's garbage collection.
    Object.assign(globalThis, { held: request.result });
  });
  const problem = (): Promise<string> =>
    page.evaluate(async () => {
      type Areas = Record<'local' | 'session', { get(keys: null): Promise<unknown> }>;
      const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      const { local, session } = (api as { storage: Areas }).storage;
      return JSON.stringify([await local.get(null), await session.get(null)]);
    });
  return { page, problem };
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
      await reloadExtension(stage.harness);
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
        plan: PAUSING,
      });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.pause(500);
      await reloadExtension(stage.harness);
      await stage.idle();
    },
  },
  {
    id: 'ext-disabled',
    group: 'the extension itself',
    title:
      'Disabled and enabled with a chat open: what was sent between is not counted, what is sent after is',
    alone: true,
    play: async (stage) => {
      await stage.open('old', { history: 2 });
      await sendAndStore(stage);
      await stage.harness.world.setEnabled(false);
      await stage.page.bringToFront();
      await stage.send('Nobody counts this.');
      await stage.idle();
      await stage.harness.world.setEnabled(true);
      await stage.page.bringToFront();
      await stage.pause(1_500);
      await stage.send('And the wind?');
      await stage.idle();
    },
    expect: [{}, { recorded: false }, { attempt: 1 }],
  },
  {
    id: 'ext-disabled-streaming',
    group: 'the extension itself',
    title: 'Disabled while an answer grows, enabled before it ends: the same record goes on',
    alone: true,
    play: async (stage) => {
      await stage.open('old', { history: 2, plan: PAUSING });
      await stage.send(QUESTION);
      await stage.grown(60);
      await stage.pause(500);
      await stage.harness.world.setEnabled(false);
      await stage.pause(500);
      await stage.harness.world.setEnabled(true);
      await stage.page.bringToFront();
      await stage.idle();
    },
  },
  {
    id: 'ext-hosts-withdrawn',
    group: 'the extension itself',
    title: 'Permission of the sites withdrawn and granted: measured again without a reload of the page',
    decision:
      'A page that was loaded without the permission is not measured. One that is open when it comes back is measured from its next prompt on.',
    alone: true,
    play: async (stage) => {
      await stage.open('old', { history: 2 });
      await sendAndStore(stage);
      await stage.harness.world.allowHosts(false);
      await stage.page.bringToFront();
      await stage.page.reload();
      await stage.page.waitFor(() => '__sim' in window);
      await stage.send('Nobody counts this.');
      await stage.idle();
      await stage.harness.world.allowHosts(true);
      await stage.page.bringToFront();
      await stage.pause(1_500);
      await stage.send('And the wind?');
      await stage.idle();
    },
    expect: [{}, { recorded: false }, {}],
  },
  {
    id: 'ext-storage-full',
    group: 'the extension itself',
    title: 'Storage full: the prompt waits in its page and is stored once there is room',
    alone: true,
    play: async (stage) => {
      const since = momentAgo();
      await stage.open('old', { history: 2 });
      const giveBack = await stage.harness.world.fillStorage();
      try {
        await stage.page.bringToFront();
        await stage.send(QUESTION);
        await stage.idle();
        await stage.pause(1_000);
        if ((await storedSince(stage, since)) > 0) throw new Error('the storage was not full');
      } finally {
        await giveBack();
      }
      await stage.page.bringToFront();
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
  {
    id: 'ext-database-blocked',
    group: 'the extension itself',
    title:
      'Database held by a page of an earlier version: the prompt waits in its page until that one is closed',
    alone: true,
    play: async (stage) => {
      await stage.open('old', { history: 2 });
      const held = await holdOldDatabase(stage);
      try {
        await stage.page.bringToFront();
        await stage.send(QUESTION);
        await stage.idle();
        await until(
          async () => (await held.problem()).includes('"blocked"'),
          'the problem to be shown',
          20_000,
        );
      } finally {
        await held.page.close();
      }
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
];
