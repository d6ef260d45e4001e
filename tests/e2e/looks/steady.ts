/** A browser whose pictures are the same every time. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';
import type { ChromiumOptions } from '../harness/chromium';
import { ROOT } from '../harness/places';

/** The moment at which every picture is taken. */
export const MOMENT = new Date('2026-11-22T15:00:00Z');

export const STEADY: ChromiumOptions = {
  timezone: 'UTC',
  args: ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--lang=en-US'],
};

const words = (page: Page) => page.evaluate(() => document.body.innerText);

/** Until fonts and charts, which come after the first paint, are there, and no more words arrive. */
export async function untilDrawn(page: Page): Promise<void> {
  await page.evaluate(async () => void (await document.fonts.ready));
  await page.waitForFunction(() =>
    [...document.querySelectorAll('canvas')].every((canvas) => canvas.style.height !== ''),
  );
  for (let before = '', now = await words(page); before !== now; now = await words(page)) {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/**
 * Gives every page of the context our own letters. The pages' security policy lets no style or font in from
 * outside, so both go in through the object model.
 */
export async function useTestFont(context: BrowserContext): Promise<void> {
  const font = await readFile(join(ROOT, 'tests/fonts/readex-pro.woff2'));
  await context.addInitScript((base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const face = new FontFace('Test Sans', bytes, { weight: '160 700' });
    document.fonts.add(face);
    void face.load();
    const apply = () =>
      document.documentElement?.style.setProperty('--font', '"Test Sans", "DejaVu Sans", sans-serif');
    apply();
    document.addEventListener('DOMContentLoaded', apply);
  }, font.toString('base64'));
}
