/** Writes what a run told of itself into the file that `TOKENPRINT_TOLD` names: counts, second tries, skipped tests. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Told } from './told';

const nameOf = ({ module, fullName }: TestCase): string => `${module.relativeModuleId}: ${fullName}`;

const neededTwo = (test: TestCase): boolean =>
  test.diagnostic()?.flaky === true || test.meta().playedAgain === true;

export default class ToldReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const file = process.env.TOKENPRINT_TOLD;
    if (file === undefined) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const inState = (state: string): TestCase[] => tests.filter((test) => test.result().state === state);
    const told: Told = {
      passed: inState('passed').length,
      failed: inState('failed').length,
      skipped: inState('skipped').map(nameOf),
      again: inState('passed').filter(neededTwo).map(nameOf),
    };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(told));
  }
}
