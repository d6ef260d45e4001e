/** Scripts in Firefox's own scope: what a person does in its settings, and what it does to a script that is idle. */
import type { Browser } from 'puppeteer-core';

interface Bidi {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

interface ContextTree {
  readonly contexts: readonly { readonly context: string }[];
}

/** The BiDi connection under a browser; the driver has no public way to speak with the browser's own scope. */
export function bidi(browser: Browser): Bidi {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (typeof connection === 'object' && connection !== null && 'send' in connection)
    return connection as Bidi;
  throw new Error('this version of the driver hides its connection');
}

/** Calls a function, given as source, in the browser's own scope with plain words. @throws when it fails there */
export async function callInBrowser(
  browser: Browser,
  functionDeclaration: string,
  ...words: readonly string[]
): Promise<void> {
  const connection = bidi(browser);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (tree.result as ContextTree).contexts[0]?.context;
  if (context === undefined) throw new Error('the browser shows no window of its own');
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration,
    arguments: words.map((value) => ({ type: 'string', value })),
    target: { context },
    awaitPromise: true,
  });
  const { type } = result as { type: string };
  if (type !== 'success') throw new Error(`the browser refused: ${JSON.stringify(result)}`);
}

/** Stops the event page of an extension as the browser does when it has been idle for long. */
export function terminateBackground(browser: Browser, extensionId: string): Promise<void> {
  return callInBrowser(
    browser,
    `async (id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    }`,
    extensionId,
  );
}
