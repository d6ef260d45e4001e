/** Prompts, retries, edits, chats and all that happens meanwhile, in any order; what fails is shrunk and printed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from './orders/commands';
import { Life, type Truth } from './orders/life';
import { KINDS } from './plain-turns';
import type { Record } from './records';

/** Other orders than yesterday's: `TOKENPRINT_SEED=5 TOKENPRINT_RUNS=1000 npx vitest run …`. */
const SEED = Number(process.env.TOKENPRINT_SEED ?? 20_261_127);
const RUNS = Number(process.env.TOKENPRINT_RUNS ?? 40);

/** A time that was seen is right within this, seconds; one that was not may be known within a second. */
const SEEN = 0.3;
const UNSEEN = 1.1;

function wrongTime(name: string, is: number | null, truth: number | null, unseen: boolean): string[] {
  if (is === null) return truth === null || unseen ? [] : [`${name} is not known`];
  if (truth === null) return [`${name} is ${is} and never was`];
  return Math.abs(is - truth) <= (unseen ? UNSEEN : SEEN) ? [] : [`${name} is ${is}, not ${truth}`];
}

function faults(found: Record, truth: Truth): string[] {
  const { status, kind, of, question, answer } = found;
  const same = { status, kind, of, question, answer };
  const wanted = {
    status: truth.status,
    kind: truth.kind,
    of: truth.of === 'any' ? of : truth.of,
    question: truth.question,
    answer: truth.answer,
  };
  const wrong = Object.entries(wanted).flatMap(([name, value]) =>
    Reflect.get(same, name) === value ? [] : [`${name} is ${Reflect.get(same, name)}, not ${value}`],
  );
  if (found.context.complete && found.context.textLength !== truth.context)
    wrong.push(`context is ${found.context.textLength}, not ${truth.context}`);
  return [
    ...wrong,
    ...wrongTime('sent', found.sent, truth.sent, false),
    ...wrongTime('first', found.first, truth.first, truth.unseen),
    ...wrongTime('last', found.last, truth.last, truth.unseen),
  ];
}

describe('any order of what a person and a site can do', () => {
  it.each(KINDS)(`gives one true record per prompt and no other: $name, seed ${SEED}`, (kind) => {
    fc.assert(
      fc.property(commands, fc.constantFrom(0, 0, 300), (steps, soonMs) => {
        const life = new Life(kind, soonMs);
        fc.modelRun(() => ({ model: { prompts: 0 }, real: life }), steps);
        life.page.pass(100);
        const found = life.page.records.all();
        expect(found.map(({ question, kind, status }) => `${kind} ${question} ${status}`)).toEqual(
          life.truth.map(({ question, kind, status }) => `${kind} ${question} ${status}`),
        );
        expect(
          found.flatMap((one, at) => {
            const truth = life.truth[at];
            return truth === undefined ? [] : faults(one, truth).map((fault) => `${at}: ${fault}`);
          }),
        ).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
