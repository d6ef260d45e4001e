/** Reading what the extension stored, and using its pages, while other pages stay in front. */
import { rm, stat } from 'node:fs/promises';
import type { PromptRecord } from '../../lib/prompt';
import type { Harness, Page, StoreDump } from './harness';
import { dumpStores } from './harness/dump';
import { until } from './harness/until';

export const DATABASE = 'tokenprint';

export interface Reader {
  /** The extension page that reads. */
  readonly page: Page;
  dump(): Promise<StoreDump>;
  /** Stored records that pass the filter, oldest first. */
  records(filter?: (record: PromptRecord) => boolean): Promise<PromptRecord[]>;
  /** Waits for at least `count` of them, none pending; after `patienceMs` gives what there is. */
  settled(
    count: number,
    filter?: (record: PromptRecord) => boolean,
    patienceMs?: number,
  ): Promise<PromptRecord[]>;
}

/** One extension page for all readings of a browser: opening one for each would cost seconds in Firefox. */
export async function openReader(harness: Harness): Promise<Reader> {
  const page = await harness.openExtensionPage('popup.html');
  const records: Reader['records'] = async (filter = () => true) => {
    const dump = await dumpStores(page);
    const rows = (dump.databases[DATABASE]?.records ?? []) as PromptRecord[];
    return rows.filter(filter).sort((one, other) => one.startTime - other.startTime);
  };
  return {
    page,
    dump: () => dumpStores(page),
    records,
    settled: async (count, filter = () => true, patienceMs = 15_000) => {
      const end = Date.now() + patienceMs;
      for (;;) {
        const found = await records(filter);
        const done = found.length >= count && found.every((record) => record.status !== 'pending');
        if (done || Date.now() > end) return found;
        await new Promise((next) => setTimeout(next, 200));
      }
    },
  };
}

/** Clicks the enabled button or link with this accessible name, as soon as there is one. */
export async function clickNamed(page: Page, name: string): Promise<void> {
  await until(
    () =>
      page.evaluate((wanted: string) => {
        const found = [...document.querySelectorAll<HTMLElement>('button, a')].find(
          (element) =>
            (element.getAttribute('aria-label') ?? element.innerText).trim() === wanted &&
            !element.matches(':disabled'),
        );
        found?.click();
        return found !== undefined;
      }, name),
    `a button "${name}"`,
    10_000,
  );
}

/** Everything that a page shows, line by line. */
export const shown = (page: Page): Promise<string> => page.evaluate(() => document.body.innerText);

/** Until the page shows text that matches. */
export async function untilShown(page: Page, pattern: RegExp, patienceMs = 10_000): Promise<void> {
  let last = '';
  await until(
    async () => {
      last = await shown(page);
      return pattern.test(last);
    },
    `${pattern} on the page`,
    patienceMs,
    100,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}; the page shows:\n${last}`);
  });
}

/** Clicks a button that saves a file and gives the file's path; an earlier one of the kind is removed first. */
export async function save(harness: Harness, page: Page, button: string, extension: string): Promise<string> {
  const saved = async () => (await harness.downloads()).filter((path) => path.endsWith(`.${extension}`));
  for (const path of await saved()) await rm(path);
  await clickNamed(page, button);
  let size = -1;
  await until(
    async () => {
      const [path] = await saved();
      if (path === undefined) return false;
      const before = size;
      size = (await stat(path)).size;
      return size > 0 && size === before;
    },
    `a .${extension} file after "${button}"`,
    15_000,
    150,
  );
  const [path] = await saved();
  if (path === undefined) throw new Error('the file went away again');
  return path;
}

/** Gives a file to the dashboard's Import, as a person who chooses it. */
export function chooseFile(page: Page, name: string, text: string): Promise<void> {
  return page.evaluate(
    (file) => {
      const input = document.querySelector<HTMLInputElement>('input[type="file"]');
      if (input === null) throw new Error('no place for a file');
      const chosen = new DataTransfer();
      chosen.items.add(new File([file.text], file.name));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    { name, text },
  );
}
