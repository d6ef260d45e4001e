/** Listening for messages in a chat page. */
import { browser } from 'wxt/browser';

type Listener = Parameters<typeof browser.runtime.onMessage.addListener>[0];

/** Hears messages until the signal is aborted. Where the extension is gone by then, so is what was listened to. */
export function listenForMessages(listener: Listener, signal: AbortSignal): void {
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listener));
}
