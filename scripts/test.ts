/**
 * `npm test`: lint, types, unit and replay tests beside the build, then the tests in both browsers; stops at the first
 * step that fails, and names what was tried twice and what was skipped.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { findBrowsers } from './browsers';
import { runLanes, type Step } from './test/lanes';
import { type Told, verdict } from './test/told';

const PROJECTS = ['unit', 'e2e', 'pages'] as const;

const toldFile = (project: string): string => `.cache/test/${project}.json`;

const npm = (title: string, ...words: readonly string[]): Step => ({
  title,
  command: 'npm',
  args: ['run', '--silent', ...words],
});

const vitest = (project: (typeof PROJECTS)[number]): Step => ({
  title: `vitest: ${project}`,
  command: 'npx',
  args: [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=./scripts/test/reporter.ts',
    ...(project === 'unit' ? ['--coverage.enabled'] : []),
  ],
  env: { TOKENPRINT_TOLD: toldFile(project), ...(project === 'unit' ? {} : { TOKENPRINT_BUILT: '1' }) },
});

async function main(): Promise<number> {
  const began = Date.now();
  for (const project of PROJECTS) rmSync(toldFile(project), { force: true });
  await findBrowsers();
  const good =
    // The build writes the same generated types: they must be there before it, for the types step beside it.
    (await runLanes([[{ title: 'types: generate', command: 'npx', args: ['wxt', 'prepare'] }]])) &&
    (await runLanes([
      [npm('build', 'build')],
      [npm('lint', 'lint'), npm('types', 'types:check'), vitest('unit')],
    ])) &&
    // One after the other: the first has tests that compare times.
    (await runLanes([[vitest('e2e'), vitest('pages')]]));
  const told = PROJECTS.map(toldFile)
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Told);
  const { lines, good: allGood } = verdict(told);
  console.log(`\n${((Date.now() - began) / 1000).toFixed(0)} s in all${good ? '' : '; a step failed'}`);
  console.log(lines.join('\n'));
  return good && allGood ? 0 : 1;
}

process.exitCode = await main();
