/**
 * `tsx scripts/timing-mutants.ts [test folder]`: halves and doubles each constant of the tracker's timing and runs the
 * tracker's tests. A change that no test notices fails the run, unless the constant is marked as free in that direction.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { changed, constantsOf, FACTORS } from './nightly/timing';

const FILE = 'lib/scrapers/tracker/timing.ts';
const CONFIG = 'scripts/nightly/timing.config.ts';
/** A change may make a test wait for ever: that is noticed too. */
const LONGEST_MS = 300_000;

function passes(tests: string, change: string): boolean {
  const { status } = spawnSync('npx', ['vitest', 'run', '--config', CONFIG, '--root', '.', tests], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
    timeout: LONGEST_MS,
    env: { ...process.env, TOKENPRINT_TIMING: change },
  });
  return status === 0;
}

function main(): number {
  const tests = process.argv[2] ?? 'tests/unit/tracker';
  if (!passes(tests, '')) {
    console.log(`${tests} does not pass as it is: nothing can be said of changes`);
    return 1;
  }
  if (passes(tests, 'NO_SUCH_CONSTANT=0')) {
    console.log(`${tests} passes with a change that cannot be made: changes do not reach it`);
    return 1;
  }
  const unnoticed: string[] = [];
  for (const constant of constantsOf(readFileSync(FILE, 'utf8'))) {
    for (const factor of FACTORS) {
      const value = changed(constant, factor);
      const noticed = !passes(tests, `${constant.name}=${value}`);
      const free = constant.free.includes(factor);
      const said = noticed
        ? free
          ? 'noticed, though marked as free'
          : 'noticed'
        : free
          ? 'free'
          : 'NOT NOTICED';
      const line = `${constant.name} ${factor} (${constant.value} to ${value}): ${said}`;
      console.log(line);
      if (!noticed && !free) unnoticed.push(line);
    }
  }
  console.log(`\n${unnoticed.length} changes that no test notices${unnoticed.length === 0 ? '' : ':'}`);
  for (const line of unnoticed) console.log(line);
  return unnoticed.length === 0 ? 0 : 1;
}

process.exitCode = main();
