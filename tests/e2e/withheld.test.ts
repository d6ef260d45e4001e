/**
 * Sites that the browser withholds from the extension, as Firefox may after the installation: the welcome page says
 * which, and its button asks for one. The browser's own question is answered with yes by the test browser.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Harness, launch, type Page } from './harness';
import { untilShown } from './reader';
import { newChatUrl, settledRecords } from './support';

let harness: Harness;
beforeAll(async () => {
  harness = await launch('firefox');
});
afterAll(async () => {
  await harness?.close();
});

/** What stands beside each site: the mark that it is allowed, or the words of its button. */
const besideSites = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sites li')].map((line) => line.lastElementChild?.textContent ?? ''),
  );

describe('in Firefox, with the sites withheld', () => {
  it('the welcome page says so, and its button asks for one site and no other', async () => {
    const page = await harness.openExtensionPage('welcome.html');
    await page.bringToFront();
    await untilShown(page, /Allowed/);
    expect(await besideSites(page)).toEqual(['Allowed', 'Allowed', 'Allowed']);

    await harness.world.allowHosts(false);
    await untilShown(page, /Allow Claude/);
    expect(await besideSites(page)).toEqual(['Allow ChatGPT', 'Allow Claude', 'Allow Gemini']);

    await page.click('.sites li:nth-child(2) button');
    await page.waitFor(() => document.querySelectorAll('.sites .tag').length === 1);
    expect(await besideSites(page)).toEqual(['Allow ChatGPT', 'Allowed', 'Allow Gemini']);
    expect(page.errors()).toEqual([]);
    await page.close();
  });

  it('only the site that was allowed is measured, and the popup says it of the other', async () => {
    const withheld = await harness.openChat(newChatUrl('chatgpt-c'), { layout: 'chatgpt-c', speed: 8 });
    await withheld.send('Nobody may read this.');
    await withheld.idle();
    const popup = await harness.openPopup(withheld);
    await untilShown(popup, /Permission for this site is off.*Allow ChatGPT/s);
    await popup.close();

    const allowed = await harness.openChat(newChatUrl('claude-c'), { layout: 'claude-c', speed: 8 });
    await allowed.send('How do tides work?');
    await allowed.idle();
    const stored = await settledRecords(harness, 1);
    expect(stored.map(({ site, status }) => [site, status])).toEqual([['claude', 'complete']]);
  });
});
