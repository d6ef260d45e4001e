/** The component page in a browser, without a server: its files are answered from memory. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { buildGallery, GALLERY_ORIGIN } from '../../gallery/build';
import { ROOT } from '../harness/places';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

/** Address of the component page; the context answers it from now on. */
export async function serveGallery(context: BrowserContext): Promise<string> {
  const files = await buildGallery();
  await context.route(`${GALLERY_ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const made = files.get(pathname);
    const body = made ?? (await readFile(join(ROOT, 'assets/public', pathname)).catch(() => null));
    if (body === null) await route.fulfill({ status: 404 });
    else
      await route.fulfill({
        contentType: TYPES[extname(pathname)] ?? 'application/octet-stream',
        body: typeof body === 'string' ? body : Buffer.from(body),
      });
  });
  return `${GALLERY_ORIGIN}/index.html`;
}
