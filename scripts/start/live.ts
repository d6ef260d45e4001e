/** The real sites with the extension loaded, in a profile that is kept, for whoever wants to try it by hand. */
import { resolve } from 'node:path';
import { chromium } from 'playwright';

const SITES = ['https://chatgpt.com/', 'https://claude.ai/new', 'https://gemini.google.com/app'];

export async function openLiveSites(executablePath: string): Promise<void> {
  const extension = resolve('.output/chrome-mv3');
  const context = await chromium.launchPersistentContext(resolve('.cache/live-profile'), {
    executablePath,
    headless: false,
    viewport: null,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
    ],
  });
  for (const url of SITES) {
    const page = await context.newPage();
    await page.goto(url).catch((error: unknown) => console.error(`${url}: ${String(error)}`));
  }
  console.log('The three sites are open with Tokenprint loaded. Close the browser to end.');
  await new Promise((done) => context.on('close', done));
}
