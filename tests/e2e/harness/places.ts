import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { siteOfHost } from '../../sites/config';
import { pageFor } from '../../sites/serve';
import type { PageConfig } from '../../sites/types';
import type { BrowserName, ForeignRequest, LaunchOptions } from './types';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
export const EXTENSION_ID = '{5d0f7a8e-2c1b-4f3e-9a64-7b8c0e1d2f35}';

/** Folder of the unpacked extension. */
export function buildDir(name: BrowserName, options: LaunchOptions): string {
  return (
    options.build ??
    resolve(ROOT, process.env.TOKENPRINT_OUT ?? '.output', name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3')
  );
}

export interface Folders {
  readonly profileDir: string;
  readonly downloadDir: string;
  remove(): Promise<void>;
}

/** A profile folder (a given one is kept) and a folder for downloads. */
export async function makeFolders(options: LaunchOptions): Promise<Folders> {
  const base = await mkdtemp(join(tmpdir(), 'tokenprint-'));
  const downloadDir = join(base, 'downloads');
  const profileDir = options.profileDir ?? join(base, 'profile');
  await Promise.all([mkdir(downloadDir), mkdir(profileDir, { recursive: true })]);
  return {
    profileDir,
    downloadDir,
    remove: () => rm(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

export async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.sort().map((name) => join(folder, name));
}

export function isSimulated(url: string): boolean {
  return siteOfHost(new URL(url).hostname) !== null;
}

/** The HTML for an address, with the browser's configuration of that site and the page's own. */
export function answer(url: string, options: LaunchOptions, own: Partial<PageConfig>): Promise<string> {
  const site = siteOfHost(new URL(url).hostname);
  return pageFor(url, { ...(site === null ? {} : options.pages?.[site]), ...own });
}

/** Hosts that the browsers themselves turn to, whatever is switched off. */
const BROWSERS_OWN =
  /(^|\.)(googleapis\.com|gvt1\.com|accounts\.google\.com|clients\d*\.google\.com|mozilla\.(com|net|org)|firefox\.com)$/;

/** What the last fence caught that the driver did not see: the browser's own errands, or nobody knows whose. */
export function unseen(asked: readonly string[], seen: readonly ForeignRequest[]): ForeignRequest[] {
  const known = new Set(seen.map((request) => new URL(request.url).host));
  return asked
    .filter((url) => !known.has(new URL(url).host))
    .map((url) => ({ url, from: BROWSERS_OWN.test(new URL(url).hostname) ? 'browser' : 'unknown' }));
}
