import { browser } from 'wxt/browser';

/** Opens the welcome page once, after the installation; an update opens nothing. */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install') return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
