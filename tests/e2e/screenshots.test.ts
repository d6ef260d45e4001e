/**
 * Pictures of every component in every state, in both themes and from right to left, against the kept ones. They
 * are compared only where they can be equal (see looks/baselines.ts); elsewhere every test is skipped and says why.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumHarness, launchChromium } from './harness/chromium';
import { checkLooks, keepMadeWith, madeWith, UPDATE, whyNot } from './looks/baselines';
import { serveGallery } from './looks/gallery';
import { STEADY, untilDrawn } from './looks/steady';

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
