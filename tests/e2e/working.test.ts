/** From a number to its working, to a factor of one's own, to the number anew: in both browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type Harness, launch, type Page } from './harness';
import { clickNamed, openReader, type Reader, shown, untilShown } from './reader';

/** The default of the factor that is changed, and the exponent of its law: e ∝ batch^-0.55503 (docs/method.md). */
const BATCH = 96;
const BATCH_EXPONENT = 0.55503;
const OWN_BATCH = 20;

/** What the open working shows, part by part. */
const working = (page: Page) =>
  page.evaluate(() => {
    const dialog = document.querySelector('dialog[open]');
    if (dialog === null) throw new Error('no working is open');
    const texts = (selector: string) =>
      [...dialog.querySelectorAll(selector)].map((one) => (one.textContent ?? '').trim());
    return {
      all: dialog.textContent ?? '',
      facts: Object.fromEntries(
        [...dialog.querySelectorAll('.facts dt')].map((name) => [
          name.textContent ?? '',
          name.nextElementSibling?.textContent ?? '',
        ]),
      ),
      steps: texts('.formula strong'),
      factors: texts('.factors tbody th'),
      sources: [...dialog.querySelectorAll<HTMLAnchorElement>('.factors a')].map(({ href }) => href),
      methods: texts('.methods tbody th'),
      bars: dialog.querySelectorAll('.methods tbody .method-bar rect.central').length,
      ticks: texts('.methods thead .tick'),
      disclosure: dialog.querySelectorAll('.methods line.disclosed').length,
      whatIfs: texts('.what-if tbody th'),
      own: [...dialog.querySelectorAll('.factors tr')]
        .filter((row) => row.querySelector('.tag') !== null)
        .map((row) => row.querySelector('th')?.textContent),
    };
  });

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  let reader: Reader;
  beforeAll(async () => {
    harness = await launch(browser);
    reader = await openReader(harness);
  });
  afterAll(async () => {
    await harness?.close();
  });

  const goTo = (page: Page, hash: string) =>
    page.evaluate((next) => {
      location.hash = next;
    }, hash);

  it('the popup leads to the working; an own value and a re-estimation change the number', async () => {
    const chat = await harness.openChat('https://chatgpt.com/', { layout: 'chatgpt-c', speed: 4 });
    await chat.send('How do tides work?');
    await chat.idle();
    const [before] = await reader.settled(1);
    if (before === undefined) throw new Error('nothing was recorded');

    const popup = await harness.openPopup(chat);
    await untilShown(popup, /How this number was made/);
    const address = await popup.evaluate(
      () => [...document.querySelectorAll('a')].find((a) => a.href.includes('prompt='))?.href ?? '',
    );
    await popup.close();
    const dashboard = await harness.openExtensionPage(address.slice(harness.origin.length + 1));
    await dashboard.waitForSelector('dialog[open] .formula');

    const first = await working(dashboard);
    // Energy, one token, CO₂e, water: each step ends in its result.
    expect(first.steps.map((step) => step.replace(/[\d.,\s]/g, ''))).toEqual(['Wh', 'J', 'g', 'mL']);
    expect(Number.parseFloat(first.steps[0] ?? '')).toBeCloseTo(before.estimate.energyWh.central, 2);
    expect(first.all).toContain(`${before.outputTokens.toLocaleString('en')} visible`);
    expect(first.all).not.toContain('These steps use today’s tables');
    expect(first.factors).toContain('Data-centre overhead (PUE)');
    expect(first.sources.length).toBeGreaterThan(5);
    for (const source of first.sources) expect(source).toMatch(/^https:\/\//);
    // Every method is a bar on the one axis, and the provider's figure a line through each row.
    expect(first.methods.length).toBeGreaterThan(4);
    expect(first.bars).toBe(first.methods.length);
    expect(first.disclosure).toBe(first.methods.length);
    expect(first.ticks.length).toBeGreaterThan(1);
    expect(first.whatIfs.length).toBeGreaterThan(1);
    expect(first.own).toEqual([]);
    await clickNamed(dashboard, 'Close');
    await dashboard.waitFor(() => !location.hash.includes('prompt='));

    await goTo(dashboard, '#method');
    await dashboard.waitForSelector('#own-batchSize');
    await dashboard.click('#own-batchSize');
    await dashboard.type(String(OWN_BATCH));
    await dashboard.press('Tab');
    await untilShown(dashboard, /1 factor is your own/);

    await goTo(dashboard, '#data');
    await untilShown(dashboard, /Re-estimate all prompts/);
    await clickNamed(dashboard, 'Re-estimate all prompts');
    await untilShown(dashboard, /Done\. 1 prompt has a new number/);
    const [after] = await reader.settled(1);
    expect(after?.formerEstimate).toEqual(before.estimate);
    // Fewer requests share the server.
    const ratio = (after?.estimate.energyWh.central ?? 0) / before.estimate.energyWh.central;
    expect(ratio).toBeCloseTo((BATCH / OWN_BATCH) ** BATCH_EXPONENT, 6);

    await goTo(dashboard, `#history?prompt=${before.id}`);
    await dashboard.waitForSelector('dialog[open] .formula');
    const anew = await working(dashboard);
    expect(anew.all).not.toContain('These steps use today’s tables');
    expect(anew.steps[0]).not.toBe(first.steps[0]);
    // The former number stays beside the new one, and the factor says whose it is.
    expect(await shown(dashboard)).toContain('Before the last re-estimation');
    expect(first.facts['OTM-shared']).toContain(anew.facts['Before the last re-estimation']);
    expect(anew.facts['OTM-shared']).not.toBe(first.facts['OTM-shared']);
    expect(anew.own).toEqual(['Requests served at once']);
    expect(dashboard.errors()).toEqual([]);
  });
});
