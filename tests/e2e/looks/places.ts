/** Every page of ours by name, and the history that they show. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOM_IDS } from '../../../entrypoints/dashboard/route';
import type { Harness, Page } from '../harness';
import { ROOT } from '../harness/places';
import { chooseFile, clickNamed, untilShown } from '../reader';

export interface Place {
  readonly name: string;
  /** Path and hash below the extension's origin. */
  readonly path: string;
  /** The picture is of the whole page, however high; otherwise of what the window shows. */
  readonly whole?: boolean;
}

export const PLACES: readonly Place[] = [
  { name: 'popup', path: 'popup.html', whole: true },
  { name: 'welcome', path: 'welcome.html', whole: true },
  // The history's list is as high as the window, and holds no more rows than that.
  ...ROOM_IDS.map((room) => ({ name: room, path: `dashboard.html#${room}`, whole: room !== 'history' })),
];

/** Brings the kept sample history in, through the data room's own import. */
export async function importSample(harness: Harness): Promise<void> {
  const text = await readFile(join(ROOT, 'tests/fixtures/sample-export.json'), 'utf8');
  const page: Page = await harness.openExtensionPage('dashboard.html#data');
  await page.waitForSelector('input[type="file"]');
  await chooseFile(page, 'sample.json', text);
  await untilShown(page, /sample\.json holds 60 prompts/);
  await clickNamed(page, 'Add to my data');
  await untilShown(page, /Imported 60 prompts/);
  await page.close();
}
