/**
 * Pictures of every component in every state, in both themes and from right to left, and of every page with an
 * empty and a full store, against the kept ones. They are compared only where they can be equal (see
 * looks/baselines.ts); elsewhere every test is skipped and says why. `npm run screenshots` takes them anew.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumHarness, launchChromium } from './harness/chromium';
import { checkLooks, keepMadeWith, madeWith, UPDATE, whyNot } from './looks/baselines';
import { serveGallery } from './looks/gallery';
import { importSample, PLACES } from './looks/places';
import { MOMENT, STEADY, untilDrawn, useTestFont } from './looks/steady';

let harness: ChromiumHarness;
let gallery = '';
let reason: string | null = null;

beforeAll(async () => {
  harness = await launchChromium({ ...STEADY, viewport: { width: 412, height: 800 } });
  gallery = await serveGallery(harness.context);
  const page = await harness.context.newPage();
  await page.goto(gallery);
  const here = await madeWith(page);
  reason = await whyNot(here);
  if (UPDATE) await keepMadeWith(here);
  await page.close();
  await useTestFont(harness.context);
  await harness.context.clock.setFixedTime(MOMENT);
});
afterAll(async () => {
  await harness?.close();
});

describe.each([
  { shown: 'light', search: 'theme=light' },
  { shown: 'dark', search: 'theme=dark' },
  { shown: 'rtl', search: 'theme=light&dir=rtl' },
])('the components, $shown', ({ shown, search }) => {
  it('look as kept', async (test) => {
    if (reason !== null) test.skip(reason);
    const page = await harness.context.newPage();
    await page.goto(`${gallery}?${search}`);
    await untilDrawn(page);
    const names = await page.$$eval('[data-specimen]', (found) =>
      found.map((section) => section.getAttribute('data-specimen') ?? ''),
    );
    expect(names.length).toBeGreaterThan(5);
    const wrong: string[] = [];
    for (const name of names) {
      const picture = await page
        .locator(`[data-specimen="${name}"]`)
        .screenshot({ animations: 'disabled', caret: 'hide' });
      const off = await checkLooks(page, `component-${name}-${shown}`, picture);
      if (off !== null) wrong.push(off);
    }
    expect(wrong).toEqual([]);
    await page.close();
  });
});

describe.each(['empty', 'full'] as const)('the pages with an %s store', (state) => {
  beforeAll(async () => {
    if (state === 'full' && reason === null) await importSample(harness);
  });

  it.for(PLACES)('$name looks as kept', async ({ name, path }, test) => {
    if (reason !== null) test.skip(reason);
    const page = await harness.context.newPage();
    const blank = await harness.context.newPage();
    await page.setViewportSize(name === 'popup' ? { width: 380, height: 600 } : { width: 1000, height: 800 });
    const wrong: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('about:blank');
      await page.goto(`${harness.origin}/${path}`);
      await page.locator('main').waitFor();
      await untilDrawn(page);
      const picture = await page.screenshot({
        fullPage: name === 'popup',
        animations: 'disabled',
        caret: 'hide',
      });
      const off = await checkLooks(blank, `page-${name}-${state}-${colorScheme}`, picture);
      if (off !== null) wrong.push(off);
    }
    expect(wrong).toEqual([]);
    await page.close();
    await blank.close();
  });
});
