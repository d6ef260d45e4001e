/**
 * Nothing of what is written or answered is kept, and nothing leaves. Marks that exist nowhere else go through a
 * whole run: prompts and answers on the three sites, popup, dashboard and exports. Then everything that the
 * extension stored is read, the browser is closed, and every file of its profile is searched.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type BrowserName, type ForeignRequest, launch, type StoreDump } from './harness';
import { EXTENSION_ID } from './harness/places';
import { openReader, save, untilShown } from './reader';

const ASKED = 'zqxjkvasked7401';
const ANSWERED = 'zqxjkvanswered9253';
const SITES = [
  { url: 'https://chatgpt.com/', layout: 'chatgpt-b' },
  { url: 'https://claude.ai/new', layout: 'claude-c' },
  { url: 'https://gemini.google.com/app', layout: 'gemini-lr26' },
] as const;

/** Every file below a folder that holds one of the texts, in UTF-8 or UTF-16LE. */
async function filesWith(folder: string, texts: readonly string[]): Promise<string[]> {
  const needles = texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (needles.some((needle) => bytes.includes(needle))) found.push(relative(folder, path));
  }
  return found.sort();
}

/** The kind of a file: its path without what differs between two runs. */
const kindOf = (path: string): string => path.replaceAll(/[0-9a-f]{8,}|\d+/gi, '#');

/** Folders where the extension itself may write, by browser. */
const OWN: Readonly<Record<BrowserName, RegExp>> = {
  chromium: /chrome-extension_|Extension (?:Settings|State|Rules|Scripts)|Sync Extension|Service Worker/,
  firefox: /moz-extension|browser-extension-data|storage-sync|\{5d0f7a8e/,
};

interface Run {
  readonly files: readonly string[];
  readonly kinds: readonly string[];
  readonly dump: StoreDump | null;
  readonly requests: readonly ForeignRequest[];
  readonly exported: string;
  /** Ids of the site that the page knew: conversations, questions, answers. */
  readonly siteIds: readonly string[];
}

async function run(browser: BrowserName, extension: boolean): Promise<Run> {
  const base = await mkdtemp(join(tmpdir(), 'tokenprint-privacy-'));
  const profileDir = join(base, 'profile');
  await mkdir(profileDir);
  const harness = await launch(browser, { extension, profileDir });
  const siteIds: string[] = [];
  let dump: StoreDump | null = null;
  let exported = '';
  try {
    const reader = extension ? await openReader(harness) : null;
    for (const { url, layout } of SITES) {
      const page = await harness.openChat(url, {
        layout,
        speed: 4,
        plan: {
          text: `The word is ${ANSWERED}, and then some more of it: ${ANSWERED}.`,
          thinkingText: ANSWERED,
        },
      });
      await page.send(`What is ${ASKED}?`);
      await page.idle();
      await reader?.settled(1, (record) => record.layout === layout);
      siteIds.push(
        ...(await page.evaluate(() => {
          const memory = Object.entries({ ...localStorage })
            .filter(([key]) => key.startsWith('sim:chat:'))
            .map(([, value]) => value);
          return memory.flatMap((text) =>
            [...text.matchAll(/"(?:id|userKey|answerId)":"([^"]{8,})"/g)].map(([, id]) => id ?? ''),
          );
        })),
      );
      await page.close();
    }
    if (reader !== null) {
      const dashboard = await harness.openExtensionPage('dashboard.html#data');
      await untilShown(dashboard, /Export CSV/);
      exported = await readFile(await save(harness, dashboard, 'Export CSV', 'csv'), 'utf8');
      exported += await readFile(await save(harness, dashboard, 'Export JSON', 'json'), 'utf8');
      dump = await reader.dump();
      await dashboard.close();
    }
  } finally {
    await harness.close();
  }
  const files = await filesWith(profileDir, [ASKED, ANSWERED]);
  await rm(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  const kinds = [...new Set(files.map(kindOf))];
  return { files, kinds, dump, requests: harness.foreignRequests(), exported, siteIds };
}

it('the search finds what it looks for, in both encodings', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tokenprint-search-'));
  await writeFile(join(folder, 'one'), Buffer.from(`xx${ASKED}`, 'utf8'));
  await writeFile(join(folder, 'two'), Buffer.from(`xx${ANSWERED}`, 'utf16le'));
  await writeFile(join(folder, 'three'), 'nothing');
  expect(await filesWith(folder, [ASKED, ANSWERED])).toEqual(['one', 'two']);
  await rm(folder, { recursive: true });
});

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let withIt: Run;
  let without: Run;
  beforeAll(async () => {
    withIt = await run(browser, true);
    without = await run(browser, false);
  });

  it('the extension asked for nothing from anywhere', () => {
    expect(withIt.requests.filter(({ from }) => from === 'extension' || from === 'unknown')).toEqual([]);
  });

  it('what it stored and what it exports holds no word of prompt or answer, and no id of a site', () => {
    const stored = JSON.stringify(withIt.dump);
    const records = withIt.dump?.databases.tokenprint?.records ?? [];
    expect(records).toHaveLength(SITES.length);
    expect(withIt.siteIds.length).toBeGreaterThanOrEqual(SITES.length * 3);
    for (const text of [ASKED, ANSWERED, ...withIt.siteIds]) {
      expect(stored).not.toContain(text);
      expect(withIt.exported).not.toContain(text);
    }
    // The reading reaches what is there: labels and hashes in place of the ids.
    expect(stored).toMatch(/"turnKeyHash":"[0-9a-f]{64}"/);
    expect(withIt.exported).toContain('chatgpt');
  });

  it('no file of the profile has a mark in it that the browser alone would not have written', () => {
    // The page keeps its chats as a site's own storage does: the search must find those.
    expect(without.files.length).toBeGreaterThan(0);
    expect(withIt.files.filter((path) => OWN[browser].test(path) || path.includes(EXTENSION_ID))).toEqual([]);
    expect(withIt.kinds.filter((kind) => !without.kinds.includes(kind))).toEqual([]);
  });
});
