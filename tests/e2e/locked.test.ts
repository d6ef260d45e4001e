/** What a script in a chat page can read of the extension's storage, and how it hears of the settings all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { until } from './harness/until';
import { reloadExtension, storeSettings } from './own-api';
import { untilShown } from './reader';
import { newChatUrl } from './support';

interface Api {
  readonly storage: Record<
    string,
    { get(keys: null): Promise<unknown>; set(values: unknown): Promise<void> }
  >;
  readonly scripting: {
    executeScript(injection: unknown): Promise<readonly { readonly result: unknown }[]>;
  };
}

/** All that a content script finds in the browser's areas; where it may not look, the word "closed". */
const readByContentScript = (own: Page, tabId: number): Promise<unknown> =>
  own.evaluate(async (target) => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
    const func = async () => {
      const { storage } = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
      const found: Record<string, unknown> = {};
      for (const name of ['local', 'session', 'sync'])
        try {
          found[name] = (await storage[name]?.get(null)) ?? 'closed';
        } catch {
          found[name] = 'closed';
        }
      const databases = await indexedDB.databases();
      return { ...found, databases: databases.filter((one) => one.name?.startsWith('tokenprint')) };
    };
    return (await api.scripting.executeScript({ target: { tabId: target }, func }))[0]?.result;
  }, tabId);

const LINE = 'tokenprint-line';
const lines = (page: Page) => page.evaluate((tag) => document.querySelectorAll(tag).length, LINE);

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await launch(browser);
  });
  afterAll(async () => {
    await harness?.close();
  });

  it('a content script reads nothing of what the person chose', async () => {
    const chat = await harness.openChat(newChatUrl('chatgpt-c'), { layout: 'chatgpt-c' });
    const own = await harness.openExtensionPage('popup.html');
    await storeSettings(own, { locale: 'de', budgets: [{ period: 'day', quantity: 'energy', limit: 7 }] });
    await untilShown(own, /Dashboard öffnen/);
    expect(await readByContentScript(own, await harness.tabId(chat))).toEqual({
      local: browser === 'chromium' ? 'closed' : {},
      session: 'closed',
      sync: {},
      databases: [],
    });
    await storeSettings(own, {});
    await own.close();
    await chat.close();
  });

  it('settings of an earlier version are kept, and lie no longer where a page’s script reads', async () => {
    let own = await harness.openExtensionPage('popup.html');
    await own.evaluate(async () => {
      const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
      if (location.protocol.startsWith('moz'))
        await new Promise((done) => {
          indexedDB.deleteDatabase('tokenprint-settings').onsuccess = done;
        });
      await api.storage.local?.set({ settings: { locale: 'fr' }, problem: { kind: 'quota' } });
    });
    await own.close();
    await reloadExtension(harness);
    own = await harness.openExtensionPage('popup.html');
    await untilShown(own, /Ouvrir le tableau de bord/);
    const chat = await harness.openChat(newChatUrl('chatgpt-c'), { layout: 'chatgpt-c' });
    const found = await readByContentScript(own, await harness.tabId(chat));
    expect(found).toMatchObject({ local: browser === 'chromium' ? 'closed' : {}, databases: [] });
    await storeSettings(own, {});
    await own.close();
    await chat.close();
  });

  it('a setting reaches an open chat although the worker sleeps', async () => {
    const chat = await harness.openChat(newChatUrl('chatgpt-c'), { layout: 'chatgpt-c', speed: 4 });
    const own = await harness.openExtensionPage('popup.html');
    await harness.killWorker();
    await storeSettings(own, { inPageLine: true });
    await chat.bringToFront();
    await new Promise((done) => setTimeout(done, 1_500));
    await chat.send('How do tides work?');
    await chat.idle();
    await until(async () => (await lines(chat)) === 1, 'the line', 10_000);
    await harness.killWorker();
    await storeSettings(own, { inPageLine: false });
    await until(async () => (await lines(chat)) === 0, 'no line', 10_000);
    await own.close();
    await chat.close();
  });

  it('the lines of an earlier start go when the extension starts anew', async () => {
    const chat = await harness.openChat(newChatUrl('chatgpt-c'), { layout: 'chatgpt-c', speed: 4 });
    const own = await harness.openExtensionPage('popup.html');
    await storeSettings(own, { inPageLine: true });
    await chat.bringToFront();
    await chat.send('How do tides work?');
    await chat.idle();
    await until(async () => (await lines(chat)) === 1, 'the line', 10_000);
    await reloadExtension(harness);
    await until(async () => (await lines(chat)) === 0, 'no line of before', 15_000);
    await chat.bringToFront();
    await chat.send('And the wind?');
    await chat.idle();
    await until(async () => (await lines(chat)) === 1, 'the line of the new start', 10_000);
    expect(chat.errors()).toEqual([]);
    await chat.close();
  });
});
