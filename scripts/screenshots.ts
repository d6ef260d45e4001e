/** `npm run screenshots`: takes all kept pictures anew, those of the documentation too; what changed shows in the history. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';

const KEPT = 'tests/e2e/screenshots';
/** The pictures of the documentation, and the kept ones that they are. */
const SHOWN = {
  'docs/popup.png': 'page-popup-full-light.png',
  'docs/overview.png': 'page-overview-full-light.png',
};

rmSync(KEPT, { recursive: true, force: true });
const { status } = spawnSync(
  'npx',
  ['vitest', 'run', '--project', 'pages', 'tests/e2e/screenshots.test.ts'],
  {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, TOKENPRINT_SCREENSHOTS: 'update' },
  },
);
if (status === 0) for (const [shown, kept] of Object.entries(SHOWN)) copyFileSync(`${KEPT}/${kept}`, shown);
process.exitCode = status ?? 1;
