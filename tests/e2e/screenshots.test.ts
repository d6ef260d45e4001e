/**
 * Pictures of every component in every state, in both themes and from right to left, and of every page with an
 * empty and a full store and in its other states, against the kept ones. They are compared only where they can be equal (see
 * looks/baselines.ts); elsewhere every test is skipped and says why. `npm run screenshots` takes them anew.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumHarness, launchChromium } from './harness/chromium';
import { checkLooks, keepMadeWith, madeWith, UPDATE, whyNot } from './looks/baselines';
import { serveGallery } from './looks/gallery';
import { importSample, PLACES } from './looks/places';
import { makeRoom, type PageState, STATES, settle, show } from './looks/states';
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

/** A state as it is drawn in either theme; each in a page of its own, because what is wrong with its world stays so. */
async function offInBothThemes(state: PageState, name: string): Promise<string[]> {
  const blank = await harness.context.newPage();
  const wrong: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await harness.context.newPage();
    await page.setViewportSize(
      state.path.startsWith('popup') ? { width: 380, height: 600 } : { width: 1000, height: 800 },
    );
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await show(page, harness.origin, state);
    await makeRoom(page, state);
    await settle(page);
    const still = { animations: 'disabled', caret: 'hide' } as const;
    const picture = await (state.part === undefined
      ? page.screenshot(still)
      : page.locator(state.part).screenshot(still));
    const off = await checkLooks(blank, `page-${name}-${colorScheme}`, picture);
    if (off !== null) wrong.push(off);
    await page.close();
  }
  await blank.close();
  return wrong;
}

/** Pages that look the same whatever is stored. */
const STILL = ['welcome', 'method'];
const placesOf = (store: 'empty' | 'full') =>
  PLACES.filter(({ name }) => store === 'empty' || !STILL.includes(name));

describe.each(['empty', 'full'] as const)('the pages with an %s store', (store) => {
  beforeAll(async () => {
    if (store === 'full' && reason === null) await importSample(harness);
  });

  it.for(placesOf(store))('$name looks as kept', async (place, test) => {
    if (reason !== null) test.skip(reason);
    expect(await offInBothThemes(place, `${place.name}-${store}`)).toEqual([]);
  });
});

describe('the other states', () => {
  it.for(STATES)('$name looks as kept', async (state, test) => {
    if (reason !== null) test.skip(reason);
    expect(await offInBothThemes(state, state.name)).toEqual([]);
  });
});
