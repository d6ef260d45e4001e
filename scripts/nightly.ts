/**
 * `npm run nightly [-- step ...]`: what takes too long for `npm test`. Without a name all steps run, also after one has
 * failed.
 * - `orders`: random orders of what a person and a site do, with a fresh seed. `TOKENPRINT_SEED` repeats a run.
 * - `mutants [file ...]`: StrykerJS over the tracker, or some of its files.
 * - `timing`: every timing constant halved and doubled.
 * - `table`: every situation on every layout in both browsers.
 */
import { randomInt } from 'node:crypto';
import { runLanes, type Step } from './test/lanes';

const SEED = process.env.TOKENPRINT_SEED ?? String(randomInt(1, 2 ** 31));
const RUNS = process.env.TOKENPRINT_RUNS ?? '1000';

/** A thousand orders take minutes, not the seconds that one test is given. */
const ORDERS_TIMEOUT_MS = 3_600_000;

/** `mutants view.ts` names a step and files for it. */
const [STEP_NAMED, ...WORDS] = process.argv.slice(2);
const FILES = STEP_NAMED === 'mutants' ? WORDS.filter((word) => word.endsWith('.ts')) : [];

const STEPS: Readonly<Record<string, Step>> = {
  orders: {
    title: `orders: seed ${SEED}, ${RUNS} runs`,
    command: 'npx',
    args: [
      'vitest',
      'run',
      '--project',
      'unit',
      'tests/unit/tracker/orders.test.ts',
      `--testTimeout=${ORDERS_TIMEOUT_MS}`,
    ],
    env: { TOKENPRINT_SEED: SEED, TOKENPRINT_RUNS: RUNS },
  },
  mutants: { title: 'mutants', command: 'npx', args: ['tsx', 'scripts/mutants.ts', ...FILES] },
  timing: { title: 'timing', command: 'npx', args: ['tsx', 'scripts/timing-mutants.ts'] },
  table: { title: 'table', command: 'npm', args: ['run', '--silent', 'test:matrix'] },
};

async function main(): Promise<number> {
  const named = process.argv.slice(2).filter((word) => !FILES.includes(word));
  const unknown = named.filter((name) => STEPS[name] === undefined);
  if (unknown.length > 0) {
    console.log(`no step ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}`);
    return 1;
  }
  const failed: string[] = [];
  for (const [name, step] of Object.entries(STEPS)) {
    if (named.length > 0 && !named.includes(name)) continue;
    if (!(await runLanes([[step]]))) failed.push(name);
  }
  console.log(failed.length === 0 ? '\nall steps good' : `\nfailed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}

process.exitCode = await main();
