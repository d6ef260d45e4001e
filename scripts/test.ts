/** `npm test`: lint, types, unit, replay and end-to-end tests in both browsers; stops at the first step that fails. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { findBrowsers } from './browsers';

interface VitestSummary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const REPORTS = '.cache/test';

function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n== ${title}`);
  const result = spawnSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...env },
  });
  return result.status === 0;
}

const report = (project: string): string => `${REPORTS}/${project}.json`;
const vitest = (project: string, env: NodeJS.ProcessEnv = {}): boolean =>
  run(
    `vitest: ${project}`,
    'npx',
    [
      'vitest',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report(project)}`,
    ],
    env,
  );

function summary(projects: readonly string[]): string {
  const sums = projects.map((name) => JSON.parse(readFileSync(report(name), 'utf8')) as VitestSummary);
  const total = (pick: (one: VitestSummary) => number): number =>
    sums.reduce((sum, one) => sum + pick(one), 0);
  const [passed, failed, skipped] = [
    total((one) => one.numPassedTests),
    total((one) => one.numFailedTests),
    total((one) => one.numPendingTests),
  ];
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

async function main(): Promise<number> {
  mkdirSync(REPORTS, { recursive: true });
  await findBrowsers();
  const steps: readonly (() => boolean)[] = [
    () => run('types: generate', 'npx', ['wxt', 'prepare']),
    () => run('lint', 'npm', ['run', '--silent', 'lint']),
    () => run('types', 'npx', ['tsc', '--noEmit']),
    () => vitest('unit'),
    () => run('build', 'npm', ['run', '--silent', 'build']),
    () => vitest('e2e', { TOKENPRINT_BUILT: '1' }),
    () => vitest('pages', { TOKENPRINT_BUILT: '1' }),
  ];
  for (const step of steps) if (!step()) return 1;
  console.log(`\n${summary(['unit', 'e2e', 'pages'])}`);
  return 0;
}

process.exitCode = await main();
