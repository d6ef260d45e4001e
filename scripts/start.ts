/**
 * `npm start`: the main job, shown. Builds the extension, loads it into a real Chromium, replays a conversation on
 * each site's simulated page at live speed, and prints what was recorded.
 *
 *   --open   leaves the browser open afterwards (needs a display)
 *   --live   opens the real sites with the extension loaded, and replays nothing (needs a display and a network)
 */
import { spawnSync } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { PromptRecord } from '../lib/prompt';
import { launch } from '../tests/e2e/harness';
import { settledRecords } from '../tests/e2e/support';
import { findBrowsers } from './browsers';
import { CONVERSATIONS, play } from './start/conversations';
import { openLiveSites } from './start/live';
import { table } from './start/table';

const DEMO = 'demo';

function build(): void {
  console.log('Building the extension …');
  const { status } = spawnSync('npx', ['wxt', 'build', '-b', 'chrome'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The extension does not build; see the messages above.');
}

async function demo(open: boolean): Promise<void> {
  await mkdir(DEMO, { recursive: true });
  const harness = await launch('chromium', { headed: open });
  console.log('Replaying a conversation on each simulated site, at live speed …');
  const pages = await Promise.all(CONVERSATIONS.map((conversation) => play(harness, conversation)));
  const expected = CONVERSATIONS.reduce((sum, { prompts }) => sum + prompts.length, 0);
  const records: PromptRecord[] = await settledRecords(harness, expected);
  console.log(`\n${table(records)}\n`);
  if (records.length !== expected) {
    throw new Error(`${expected} prompts were played and ${records.length} recorded.`);
  }

  const popup = await harness.openPopup(pages[0]);
  await popup.setViewport(400, 900);
  await popup.waitForSelector('.day-chart');
  await popup.screenshot(join(DEMO, 'popup.png'));
  await popup.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find((button) => button.textContent?.trim() === 'Export CSV')?.click();
  });
  const dashboard = await harness.openDashboard();
  await dashboard.waitForSelector('table');
  await dashboard.screenshot(join(DEMO, 'dashboard.png'));
  const csv = await firstDownload(harness.downloads);
  await copyFile(csv, join(DEMO, 'history.csv'));
  for (const name of ['history.csv', 'popup.png', 'dashboard.png']) console.log(`wrote ${DEMO}/${name}`);
  if (open) {
    console.log('The browser stays open; press Ctrl+C to end.');
    await new Promise(() => {});
  }
  await harness.close();
}

async function firstDownload(downloads: () => Promise<readonly string[]>): Promise<string> {
  for (let tries = 0; tries < 50; tries += 1) {
    const file = (await downloads()).find((path) => path.endsWith('.csv'));
    if (file !== undefined) return file;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The CSV was not downloaded.');
}

const { values } = parseArgs({ options: { open: { type: 'boolean' }, live: { type: 'boolean' } } });
build();
if (values.live) await openLiveSites((await findBrowsers()).chromium);
else await demo(values.open ?? false);
