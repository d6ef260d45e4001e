/** What a person and a site may do next, as fast-check commands: any order of them can be shrunk. */
import fc from 'fast-check';
import { ENDINGS, HAPPENINGS, type Happening, type Life, type Plan } from './life';

/** How far the truth has come; the truth itself is written by the life of the page. */
export interface Model {
  prompts: number;
}

class Step implements fc.Command<Model, Life> {
  constructor(
    private readonly name: string,
    private readonly what: unknown,
    private readonly act: (life: Life) => void,
  ) {}
  check = (): boolean => true;
  run(model: Model, life: Life): void {
    this.act(life);
    model.prompts = life.truth.length;
  }
  toString = (): string => `${this.name} ${JSON.stringify(this.what)}`;
}

const seconds = (most: number) => fc.integer({ min: 0, max: most * 20 }).map((n) => n / 20);

const plan: fc.Arbitrary<Plan> = fc.record({
  wait: fc.integer({ min: 1, max: 60 }).map((n) => n / 20),
  words: fc.integer({ min: 0, max: 6 }),
  meanwhile: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 5 }),
      what: fc.constantFrom(...HAPPENINGS),
      seconds: seconds(4),
    }),
    { maxLength: 2 },
  ),
  ending: fc.constantFrom(...ENDINGS),
  delay: seconds(4),
  rest: seconds(7),
});

const NOISES = HAPPENINGS.filter((what) => what !== 'other chat');

export const commands = fc.commands<Model, Life>(
  [
    plan.map((next) => new Step('ask', next, (life) => life.ask(next))),
    plan.map((next) => new Step('retry', next, (life) => life.retry(next))),
    fc
      .tuple(plan, fc.integer({ min: 0, max: 2 }))
      .map(([next, back]) => new Step('edit', { ...next, back }, (life) => life.edit(next, back))),
    fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.boolean())
      .map(([past, isNew]) => new Step('open', { past, isNew }, (life) => life.open(past, isNew))),
    fc.constant(new Step('home', null, (life) => life.home())),
    fc
      .tuple(fc.constantFrom<Happening[]>(...NOISES), seconds(4))
      .map(([what, time]) => new Step('noise', { what, time }, (life) => life.noise(what, time))),
  ],
  { maxCommands: 8 },
);
