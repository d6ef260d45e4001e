/** How many prompts one core can price by every method. On its own: `npx tsx scripts/bench/estimate.ts`. */
import { pathToFileURL } from 'node:url';
import { estimatePrompt, type PromptEstimate, type Workload } from '../../lib/otm';
import { factorsFor, knownModel } from '../../lib/refdb';

export interface EstimateBench {
  readonly name: string;
  /** Full estimates (OTM-shared with range, v1.0, carbon, water, cost, every other method) per second and core. */
  readonly perSecond: number;
  /** The same with the list of assumptions and the causes of the range written out each time. */
  readonly perSecondExplained: number;
  readonly estimates: number;
  /** What the time goes into, for a reader of the figure. */
  readonly limit: string;
}

const MODELS = ['gpt-5', 'gpt-5-thinking', 'claude-sonnet-5', 'gemini-3.5-flash', 'gpt-oss-120b'] as const;

function workloads(count: number): readonly Workload[] {
  return Array.from({ length: count }, (_, at) => ({
    inputTokens: 20 + ((at * 37) % 500),
    contextTokens: (at * 911) % 20_000,
    cachedTokens: null,
    outputTokens: 50 + ((at * 131) % 1500),
    reasoningTokens: null,
    ttftSeconds: 0.4 + (at % 40) / 2,
    generationSeconds: 1 + (at % 25),
    thinking: { seen: at % 3 === 0, statedSeconds: at % 6 === 0 ? 12 : null, textLength: 0 },
    effort: null,
    secondsSinceLastTurn: at % 2 === 0 ? 60 : null,
    tokenError: { low: 1.1, high: 1.265 },
    tokenMethod: 'calibrated',
  }));
}

/** Seconds of processor time that this process has used. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/**
 * Runs `once` for about a second of processor time after warming up, and gives its rate per core; processor time,
 * so that other work on the machine does not count. `once` prices `batch` prompts.
 */
function rate(batch: number, once: () => number): { readonly perSecond: number; readonly estimates: number } {
  let sink = 0;
  const warm = cpuSeconds();
  while (cpuSeconds() - warm < 0.5) sink += once();
  let runs = 0;
  const start = cpuSeconds();
  let elapsed = 0;
  while (elapsed < 1) {
    sink += once();
    runs += 1;
    elapsed = cpuSeconds() - start;
  }
  // The sum is used, so that no engine may leave the work out.
  if (!(sink > 0)) throw new Error('nothing was priced');
  return { perSecond: Math.round((runs * batch) / elapsed), estimates: runs * batch };
}

export async function benchEstimates(): Promise<EstimateBench> {
  const prompts = workloads(1000);
  const factors = MODELS.map((id) => factorsFor({ model: knownModel(id), guessed: false }));
  const batch = prompts.length * factors.length;
  // Kept, so that no engine may leave out what is not read at once.
  const kept: PromptEstimate[] = [];
  const full = rate(batch, () => {
    let at = 0;
    for (const set of factors) for (const prompt of prompts) kept[at++ % 8] = estimatePrompt(prompt, set);
    return kept.reduce((sum, { energyWh }) => sum + energyWh.high, 0);
  });
  const few = prompts.slice(0, 20);
  const explained = rate(few.length * factors.length, () => {
    let sum = 0;
    for (const set of factors) {
      for (const prompt of few) {
        const estimate = estimatePrompt(prompt, set);
        sum += estimate.assumptions().length + Object.keys(estimate.rangeCauses()).length;
      }
    }
    return sum;
  });
  return {
    name: 'full estimates, all methods',
    perSecond: full.perSecond,
    perSecondExplained: explained.perSecond,
    estimates: full.estimates,
    limit:
      'allocating one result object per method and the exponentials of the three ranges; factors are worked out once per set, assumptions and causes only when read',
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(await benchEstimates(), null, 2));
}
