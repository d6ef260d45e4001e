/** Fills the store of a running browser with made-up prompts. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { Page } from '../../../tests/e2e/harness/types';
import type { SeedRequest } from './seed-page';

const ENTRY = fileURLToPath(new URL('./seed-page.ts', import.meta.url));
/** Prompts of one call: short enough to tell of progress. */
const STEP = 25_000;

/** The seeding script as one piece of source that defines `TokenprintSeed`. */
export async function seedBundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: ENTRY, formats: ['iife'], name: 'TokenprintSeed' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const output of outputs) {
    if (!('output' in output)) continue;
    const [chunk] = output.output;
    if (chunk !== undefined) return chunk.code;
  }
  throw new Error('the seeding script was not built');
}

/** The bundle as a function that a page can be given: pages get functions as source text. */
function runnable(code: string): (request: SeedRequest) => Promise<number> {
  const run = async (): Promise<number> => 0;
  const source = `async (request) => { ${code}; return TokenprintSeed.seed(request); }`;
  return Object.assign(run, { toString: () => source });
}

/** Makes `count` prompts, the last one sent at `endTime` (Unix seconds); `page` is one of the extension's. */
export async function seedStore(
  page: Page,
  count: number,
  endTime: number,
  onProgress: (done: number) => void = () => {},
): Promise<void> {
  const run = runnable(await seedBundle());
  for (let from = 0; from < count; from += STEP) {
    await page.evaluate(run, { from, to: Math.min(from + STEP, count), count, endTime });
    onProgress(Math.min(from + STEP, count));
  }
}
