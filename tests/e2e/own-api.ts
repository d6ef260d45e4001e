/** What the extension does with its own interface, asked from one of its pages. */
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
