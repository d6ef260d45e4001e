/** The settings that a chat page's script needs. It cannot read any itself: the worker tells it these, and no other. */
import { browser } from 'wxt/browser';
import { listenForMessages } from './listen';
import type { RawSender } from './sender';

export interface PageSettings {
  /** Whether prompts of this site are counted. */
  readonly on: boolean;
  /** Whether a line stands under finished answers. */
  readonly line: boolean;
}

const SETTINGS_CHANGED = { to: 'tab', request: 'settings-changed' } as const;

/** Checked by hand: a schema library would travel with every chat page. */
function settingsOf(message: unknown): PageSettings | null {
  if (typeof message !== 'object' || message === null || !('to' in message) || !('request' in message))
    return null;
  if (message.to !== SETTINGS_CHANGED.to || message.request !== SETTINGS_CHANGED.request) return null;
  if (!('on' in message) || !('line' in message)) return null;
  const { on, line } = message;
  return typeof on === 'boolean' && typeof line === 'boolean' ? { on, line } : null;
}

/** Lets a chat page's script hear the settings when they change. */
export function hearPageSettings(onChange: (settings: PageSettings) => void, signal: AbortSignal): void {
  const listener = (message: unknown, raw: RawSender) => {
    const settings = raw.id === browser.runtime.id ? settingsOf(message) : null;
    if (settings !== null) onChange(settings);
    return undefined;
  };
  listenForMessages(listener, signal);
}

/** Tells a tab's script the settings as they are now. Never throws: where no script runs, nobody needs them. */
export async function tellPageSettings(tabId: number, { on, line }: PageSettings): Promise<void> {
  await browser.tabs.sendMessage(tabId, { ...SETTINGS_CHANGED, on, line }).catch(() => undefined);
}
