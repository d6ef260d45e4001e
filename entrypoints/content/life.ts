/**
 * How long a page's script lives: exactly as long as the extension it came with. Nothing in the page can end it,
 * because nothing of the page is asked.
 */
import { browser } from 'wxt/browser';

/** A script without anything to do notices within this time that its extension is gone. */
const CHECK_MS = 10_000;

export interface Life {
  /** Aborted when the extension is found to be gone. */
  readonly signal: AbortSignal;
  /** Whether the script may go on; asks the browser and ends the life when the extension is gone. */
  readonly lasts: () => boolean;
  /** A timer whose step does not run any more once the extension is gone. Delay in ms. */
  readonly setTimeout: (run: () => void, ms: number) => number;
}

/**
 * Whether the extension that brought this script is still there. It is not after an update, after it was disabled
 * or removed: Chromium then leaves the script running without an extension, Firefox runs it no further.
 */
export function extensionLasts(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    // Some versions throw "Extension context invalidated" instead.
    return false;
  }
}

/** Begins a life. @param isThere asks the browser; cheap enough for every timer */
export function beginLife(view: Window, isThere: () => boolean = extensionLasts): Life {
  const end = new AbortController();
  const { signal } = end;

  function lasts(): boolean {
    if (!signal.aborted && !isThere()) end.abort();
    return !signal.aborted;
  }

  const interval = view.setInterval(lasts, CHECK_MS);
  signal.addEventListener('abort', () => view.clearInterval(interval));
  return {
    signal,
    lasts,
    setTimeout: (run, ms) =>
      view.setTimeout(() => {
        if (lasts()) run();
      }, ms),
  };
}
