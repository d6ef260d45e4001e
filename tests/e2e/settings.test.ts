/** The settings, in both browsers, as a person meets them: set on one page, in force on every other at once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { newChatUrl, records, settledRecords } from './support';

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Presses the label or button that holds these words. */
async function press(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    const parts = [...document.querySelectorAll<HTMLElement>('label, button')];
    const found = parts.find((part) => part.textContent?.includes(wanted));
    if (!found) throw new Error(`nothing says "${wanted}"`);
    found.click();
  }, words);
}

/** Types into the field with this label. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  await page.evaluate((wanted) => {
    const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(wanted));
    const field = found?.control;
    if (!(field instanceof HTMLInputElement)) throw new Error(`no field "${wanted}"`);
    field.focus();
  }, label);
  await page.insertText(text);
}

/** Chooses in the list with this label. */
async function choose(page: Page, label: string, value: string): Promise<void> {
  await page.evaluate(
    ({ wanted, chosen }) => {
      const found = [...document.querySelectorAll('label')].find((one) => one.textContent?.includes(wanted));
      const list = found?.control;
      if (!(list instanceof HTMLSelectElement)) throw new Error(`no list "${wanted}"`);
      list.value = chosen;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { wanted: label, chosen: value },
  );
}

async function says(page: Page, words: string): Promise<void> {
  const patience = Date.now() + 10_000;
  for (;;) {
    const text = await page.evaluate(() => document.body.textContent ?? '');
    if (text.replaceAll('\u00a0', ' ').includes(words)) return;
    if (Date.now() > patience) throw new Error(`"${words}" is not in: ${text.slice(0, 2_000)}`);
    await sleep(100);
  }
}

/** What the icon shows for all tabs. */
const badge = (page: Page) =>
  page.evaluate(async () => {
    const { action } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
    return {
      text: String(await action.getBadgeText({})),
      colour: [...(await action.getBadgeBackgroundColor({}))].slice(0, 3).join(),
    };
  });

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  let settings: Page;
  beforeAll(async () => {
    harness = await launch(browser, { welcome: true });
    settings = await harness.openExtensionPage('dashboard.html#settings');
    await says(settings, 'Pause counting');
  });
  afterAll(async () => {
    await harness?.close();
  });

  /** A chat page that has been told of the settings as they are. */
  async function chatOn(layout: 'chatgpt-c' | 'claude-a') {
    const page = await harness.openChat(newChatUrl(layout), { layout, speed: 1 });
    await sleep(500);
    return page;
  }

  it('the installation opens the welcome page, once', async () => {
    const open = () =>
      settings.evaluate(() => {
        const { extension } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        const views: Window[] = extension.getViews({ type: 'tab' });
        return views.filter((view) => view.location.pathname === '/welcome.html').length;
      });
    const patience = Date.now() + 10_000;
    while ((await open()) === 0 && Date.now() < patience) await sleep(100);
    expect(await open()).toBe(1);
  });

  it('a pause counts nothing, says so, and ends without a reload', async () => {
    await press(settings, 'Pause counting on all sites');
    const chat = await chatOn('chatgpt-c');
    await chat.send('Is anybody counting?');
    await chat.idle();
    const popup = await harness.openPopup(chat);
    await says(popup, 'Not counting');
    await popup.close();
    expect(await records(harness)).toEqual([]);

    await press(settings, 'Pause counting on all sites');
    await chat.bringToFront();
    await sleep(500);
    await chat.send('And now?');
    await chat.idle();
    const found = await settledRecords(harness, 1);
    expect(found.map(({ status, inputTextLength }) => [status, inputTextLength])).toEqual([
      ['complete', 'And now?'.length],
    ]);
    await chat.close();
  });

  it('a site that is switched off counts nothing, another goes on', async () => {
    const before = (await records(harness)).length;
    await press(settings, 'Count prompts on Claude');
    const claude = await chatOn('claude-a');
    await claude.send('Nobody counts here.');
    await claude.idle();
    await claude.close();
    const chatgpt = await chatOn('chatgpt-c');
    await chatgpt.send('Here somebody does.');
    await chatgpt.idle();
    await chatgpt.close();
    const found = await settledRecords(harness, before + 1);
    expect(found.slice(before).map(({ site }) => site)).toEqual(['chatgpt']);
    await press(settings, 'Count prompts on Claude');
  });

  it('a grid zone looked up by name prices the next prompt, and leaves the stored ones', async () => {
    const before = await records(harness);
    expect(before.map(({ estimate }) => estimate.gridZone)).not.toContain('FRA');
    await settings.bringToFront();
    await fill(settings, 'Choose another country or region', 'franc');
    await says(settings, '1 match');
    await press(settings, 'France');
    await says(settings, 'You chose France');
    const chat = await chatOn('chatgpt-c');
    await chat.send('Is it nuclear?');
    await chat.idle();
    await chat.close();
    const found = await settledRecords(harness, before.length + 1);
    expect(found.map(({ estimate }) => estimate.gridZone)).toEqual([
      ...before.map(({ estimate }) => estimate.gridZone),
      'FRA',
    ]);
  });

  it('a budget that is used up colours the icon and has one notice in the popup', async () => {
    const before = await badge(settings);
    expect(before.text).toMatch(/^(<\.01|[\d.]+)$/);
    await settings.bringToFront();
    await choose(settings, 'Quantity', 'prompts');
    await fill(settings, 'Limit', '1');
    await press(settings, 'Add budget');
    await says(settings, 'Per day: 1 prompt');
    const popup = await harness.openPopup();
    await says(popup, 'This budget is used up');
    const notices = await popup.evaluate(() => document.querySelectorAll('.budget[role=status]').length);
    expect(notices).toBe(1);
    await popup.close();
    const patience = Date.now() + 10_000;
    while ((await badge(settings)).colour === before.colour && Date.now() < patience) await sleep(100);
    expect((await badge(settings)).colour).not.toBe(before.colour);
    await press(settings, 'Remove');
  });

  it('the language changes on all open pages at once, and back to the browser’s', async () => {
    const popup = await harness.openPopup();
    await settings.bringToFront();
    await choose(settings, 'Language', 'de');
    await says(settings, 'Zählung');
    await says(popup, 'Dashboard öffnen');
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('de');
    await choose(settings, 'Sprache', '');
    await says(popup, 'Open dashboard');
    await popup.close();
  });
});
