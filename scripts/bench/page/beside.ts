/**
 * What a burst of 5,000 chunks costs a page beside others, all in one run and in turns: a bare page, a page observed by
 * an extension that does nothing, this build, and the version before where its build is named. On its own:
 * `npx tsx scripts/bench/page/beside.ts [rounds] [folder of another build]`.
 */
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../../../tests/e2e/harness/chromium';
import { ANSWERS, type StreamLayout } from '../../../tests/e2e/hostile/places';
import { type Browser, openPage } from './browser';
import { median } from './compare';
import { makeEmptyExtension } from './empty-extension';
import { traceEvaluation } from './instruments';
import { BURST, timed } from './streaming';

export interface Beside {
  readonly layout: StreamLayout;
  readonly condition: string;
  readonly rounds: number;
  /** Medians, ms: work of the main thread and time that passed. */
  readonly taskMs: number;
  readonly wallMs: number;
  /** Medians of what each round added to the bare page of the same round, ms. */
  readonly addedTaskMs: number;
  readonly addedWallMs: number;
  /** Of the bare page, median over the rounds. */
  readonly wallRatio: number;
  /** Compiling and running the content script as a page begins, ms. */
  readonly evaluationMs: number;
}

async function evaluation(browser: Browser, layout: StreamLayout): Promise<number> {
  let end: (() => Promise<number>) | null = null;
  const page = await openPage(browser, layout, {}, async (session) => {
    end = await traceEvaluation(session);
  });
  const found = end as (() => Promise<number>) | null;
  const ms = found === null ? 0 : await found();
  await page.close();
  return ms;
}

export async function benchBeside(rounds: number, otherBuild: string | null): Promise<Beside[]> {
  const empty = await makeEmptyExtension();
  const conditions: [string, Browser][] = [
    ['bare', await launchChromium({ extension: false })],
    ['empty observer', await launchChromium({ build: empty, welcome: true })],
    ['this build', await launchChromium({})],
    ...(otherBuild === null
      ? []
      : [['other build', await launchChromium({ build: otherBuild })] as [string, Browser]]),
    ['bare again', await launchChromium({ extension: false })],
  ];
  const results: Beside[] = [];
  try {
    for (const layout of (process.env.BENCH_LAYOUTS?.split(',') ?? Object.keys(ANSWERS)) as StreamLayout[]) {
      const found = new Map<string, Awaited<ReturnType<typeof timed>>[]>();
      for (let round = -1; round < rounds; round += 1) {
        for (let i = 0; i < conditions.length; i += 1) {
          const [name, browser] = conditions[(i + round + 1) % conditions.length] ?? ['', null];
          if (browser === null) continue;
          const one = await timed(browser, layout, BURST);
          // The first round is a rehearsal.
          if (round >= 0) found.set(name, [...(found.get(name) ?? []), one]);
        }
      }
      const bare = found.get('bare') ?? [];
      for (const [name, browser] of conditions) {
        const rows = found.get(name) ?? [];
        const beside = (of: 'taskMs' | 'wallMs') =>
          median(rows.map((row, i) => row[of] - (bare[i]?.[of] ?? 0)));
        const evaluations: number[] = [];
        for (let n = 0; n < 5; n += 1) evaluations.push(await evaluation(browser, layout));
        results.push({
          layout,
          condition: name,
          rounds,
          taskMs: median(rows.map(({ taskMs }) => taskMs)),
          wallMs: median(rows.map(({ wallMs }) => wallMs)),
          addedTaskMs: beside('taskMs'),
          addedWallMs: beside('wallMs'),
          wallRatio: median(rows.map(({ wallMs }, i) => wallMs / (bare[i]?.wallMs ?? wallMs))),
          evaluationMs: median(evaluations),
        });
      }
    }
  } finally {
    for (const [, browser] of conditions) await browser.close();
  }
  return results;
}

export function printBeside(rows: readonly Beside[]): void {
  console.log('A burst of 5,000 chunks beside others (medians; added to the bare page of the same round)');
  console.table(
    rows.map((row) => ({
      layout: row.layout,
      page: row.condition,
      'main thread ms': row.taskMs.toFixed(0),
      'added ms': row.addedTaskMs.toFixed(0),
      'time ms': row.wallMs.toFixed(0),
      'added time ms': row.addedWallMs.toFixed(0),
      'of bare': `×${row.wallRatio.toFixed(2)}`,
      'evaluation ms': row.evaluationMs.toFixed(2),
    })),
  );
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printBeside(await benchBeside(Number(process.argv[2] ?? 5), process.argv[3] ?? null));
}
