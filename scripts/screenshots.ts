/** `npm run screenshots`: takes all kept pictures anew; what changed shows in the history. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const KEPT = 'tests/e2e/screenshots';

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
process.exitCode = status ?? 1;
