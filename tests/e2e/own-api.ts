/** What the extension does with its own interface, asked from one of its pages. */
import type { Settings } from '../../lib/settings';
import type { Harness, Page } from './harness';

interface Api {
  readonly runtime: {
    reload(): void;
    getManifest(): { readonly content_scripts: readonly { readonly js: readonly string[] }[] };
  };
  readonly scripting: {
    executeScript(injection: { target: { tabId: number }; files: readonly string[] }): Promise<unknown>;
  };
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Reloads the extension as its update does; its pages go, the chats stay. */
export async function reloadExtension(harness: Harness): Promise<void> {
  const page = await harness.openExtensionPage('icon/16.png');
  await page
    .evaluate(() => {
      const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
      (api as Api).runtime.reload();
    })
    .catch(() => undefined);
  await pause(2_500);
  await page.close().catch(() => undefined);
}

/** Starts the first site’s script once more in a tab of that site. */
export function injectAgain(own: Page, tabId: number): Promise<void> {
  return own.evaluate(async (target) => {
    const api = (Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome')) as Api;
    const files = api.runtime.getManifest().content_scripts[0]?.js ?? [];
    await api.scripting.executeScript({ target: { tabId: target }, files });
  }, tabId);
}

/** Stores settings in place of all others, as the settings room does. */
export function storeSettings(own: Page, settings: Partial<Settings>): Promise<void> {
  return own.evaluate(async (chosen) => {
    type Areas = Record<'local' | 'session', { set(values: unknown): Promise<void> }>;
    const api: unknown = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    const { local, session } = (api as { storage: Areas }).storage;
    if (!location.protocol.startsWith('moz')) return local.set({ settings: chosen });
    await new Promise<void>((done, fail) => {
      const request = indexedDB.open('tokenprint-settings', 1);
      request.onupgradeneeded = () => void request.result.createObjectStore('values');
      request.onerror = () => fail(request.error);
      request.onsuccess = () => {
        const writing = request.result.transaction('values', 'readwrite');
        writing.objectStore('values').put(chosen, 'settings');
        writing.onabort = () => fail(writing.error);
        writing.oncomplete = () => {
          request.result.close();
          done();
        };
      };
    });
    await session.set({ 'changed-settings': crypto.randomUUID() });
  }, settings);
}
