/** From a number to its working, to a factor of one's own, to the number anew: in both browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { clickNamed, shown, untilShown } from './reader';
import { settledRecords } from './support';

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await launch(browser);
  });
  afterAll(async () => {
    await harness?.close();
  });

  const goTo = (page: Page, hash: string) =>
    page.evaluate((next) => {
      location.hash = next;
    }, hash);

  it('the popup leads to the working; an own value and a re-estimation change the number', async () => {
    const chat = await harness.openChat('https://chatgpt.com/', { layout: 'chatgpt-c' });
    await chat.send('How do tides work?');
    await chat.idle();
    const [before] = await settledRecords(harness, 1);
    if (before === undefined) throw new Error('nothing was recorded');

    const popup = await harness.openPopup(chat);
    await untilShown(popup, /How this number was made/);
    const address = await popup.evaluate(
      () => [...document.querySelectorAll('a')].find((a) => a.href.includes('prompt='))?.href ?? '',
    );
    const dashboard = await harness.openExtensionPage(address.slice(harness.origin.length + 1));
    await dashboard.waitForSelector('dialog[open] .formula');
    const working = await shown(dashboard);
    expect(working).toContain(`${before.outputTokens.toLocaleString('en')} visible`);
    expect(working).toContain('The same prompt by every method');
    expect(working).not.toContain('These steps use today’s tables');
    await clickNamed(dashboard, 'Close');
    await dashboard.waitFor(() => !location.hash.includes('prompt='));

    await goTo(dashboard, '#method');
    await dashboard.waitForSelector('#own-batchSize');
    await dashboard.click('#own-batchSize');
    await dashboard.type('20');
    await dashboard.press('Tab');
    await untilShown(dashboard, /1 factor is your own/);

    await goTo(dashboard, '#data');
    await untilShown(dashboard, /Re-estimate all prompts/);
    await clickNamed(dashboard, 'Re-estimate all prompts');
    await untilShown(dashboard, /Done\. 1 prompt has a new number/);
    const [after] = await settledRecords(harness, 1);
    expect(after?.formerEstimate).toEqual(before.estimate);
    // Fewer requests share the server: batch to the power of -0.555.
    const ratio = (after?.estimate.energyWh.central ?? 0) / before.estimate.energyWh.central;
    expect(ratio).toBeCloseTo((96 / 20) ** 0.55503, 6);

    await goTo(dashboard, `#history?prompt=${before.id}`);
    await dashboard.waitForSelector('dialog[open] .formula');
    const anew = await shown(dashboard);
    expect(anew).not.toContain('These steps use today’s tables');
    expect(dashboard.errors()).toEqual([]);
  });
});
