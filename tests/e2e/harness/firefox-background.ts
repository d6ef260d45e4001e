import type { Browser } from 'puppeteer-core';

interface Bidi {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

interface ContextTree {
  readonly contexts: readonly { readonly context: string }[];
}

/** The BiDi connection under a browser; the driver has no public way to speak with the browser's own scope. */
function bidi(browser: Browser): Bidi {
  const connection: unknown = Reflect.get(browser, 'connection');
  if (typeof connection === 'object' && connection !== null && 'send' in connection)
    return connection as Bidi;
  throw new Error('this version of the driver hides its connection');
}

/** Stops the event page of an extension as the browser does when it has been idle for long. */
export async function terminateBackground(browser: Browser, extensionId: string): Promise<void> {
  const connection = bidi(browser);
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const context = (tree.result as ContextTree).contexts[0]?.context;
  if (context === undefined) throw new Error('the browser shows no window of its own');
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `async (id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    }`,
    arguments: [{ type: 'string', value: extensionId }],
    target: { context },
    awaitPromise: true,
  });
  const { type } = result as { type: string };
  if (type !== 'success') throw new Error(`the event page did not stop: ${JSON.stringify(result)}`);
}
