/** `npm run test:matrix`: every situation on every layout in both browsers; writes `docs/counting.md`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type BrowserRun, report } from '../tests/e2e/matrix/report';

const RUNS = '.cache/matrix';
const BROWSERS = ['chromium', 'firefox'] as const;

const runOf = (browser: string): BrowserRun =>
  JSON.parse(readFileSync(`${RUNS}/${browser}.json`, 'utf8')) as BrowserRun;

function main(): number {
  mkdirSync(RUNS, { recursive: true });
  // `--again` plays only what did not pass the last time; `--report` writes the table from the last run of each browser; a browser's name plays that one alone.
  const named = BROWSERS.filter((name) => process.argv.includes(name));
  let status = 0;
  if (!process.argv.includes('--report')) {
    const result = spawnSync(
      'npx',
      ['vitest', 'run', '--project', 'e2e', 'tests/e2e/matrix/matrix.test.ts'],
      {
        stdio: 'inherit',
        shell: process.platform === 'win32',
        env: {
          ...process.env,
          TOKENPRINT_MATRIX: 'full',
          ...(process.argv.includes('--again') ? { TOKENPRINT_AGAIN: '1' } : {}),
          ...(named.length === 0 ? {} : { TOKENPRINT_BROWSERS: named.join(',') }),
        },
      },
    );
    status = result.status ?? 1;
  }
  if (named.length === 0) {
    const day = new Date().toISOString().slice(0, 10);
    writeFileSync('docs/counting.md', report(BROWSERS.map(runOf), day));
    console.log('written: docs/counting.md');
  }
  return status;
}

process.exitCode = main();
