/**
 * `tsx scripts/mutants.ts [file of the tracker ...]`: StrykerJS over the tracker, or some of its files (`view.ts`). Fails
 * when less than 80 % of the mutants that a test reaches are noticed, or one of them was not tried.
 *
 * `ignoreStatic` in its configuration leaves out what runs once while a file is loaded: constants and tables. Each of
 * them needs all tests to run, which is most of the time of a whole run, and the times among them are halved and doubled
 * by `scripts/timing-mutants.ts`.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { EQUIVALENTS } from './nightly/equivalents';
import { type MutantReport, type Score, scoresOf, shareOf, total } from './nightly/mutant-scores';

const ROOM = 'lib/scrapers/tracker';
const REPORT = '.cache/mutants/mutants.json';
const LEAST_SHARE = 0.8;

const percent = (score: Parameters<typeof shareOf>[0]): string => `${(100 * shareOf(score)).toFixed(1)} %`;
const line = (name: string, score: Omit<Score, 'file'>): string =>
  `${name}: ${percent(score)} of ${score.killed + score.survived} covered, ${score.survived} survived, ${score.uncovered} not covered, ${score.equivalent} equivalent`;

function main(): number {
  const files = process.argv.slice(2).map((name) => `${ROOM}/${name}`);
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) {
    console.log(`no file ${missing.join(', ')}`);
    return 1;
  }
  rmSync(REPORT, { force: true });
  const concurrency = process.env.TOKENPRINT_CONCURRENCY;
  const { status } = spawnSync(
    'npx',
    [
      'stryker',
      'run',
      'scripts/nightly/stryker.json',
      ...(files.length === 0 ? [] : ['--mutate', files.join(',')]),
      ...(concurrency === undefined ? [] : ['--concurrency', concurrency]),
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
  if (status !== 0 || !existsSync(REPORT)) return status === 0 ? 1 : (status ?? 1);
  const scores = scoresOf(JSON.parse(readFileSync(REPORT, 'utf8')) as MutantReport, EQUIVALENTS);
  for (const score of scores) console.log(line(score.file, score));
  const all = total(scores);
  console.log(line('all files', all));
  if (all.untried > 0) console.log(`${all.untried} mutants were never tried: nothing can be said of them`);
  return all.untried === 0 && shareOf(all) >= LEAST_SHARE ? 0 : 1;
}

process.exitCode = main();
