/**
 * What the extension costs the page it measures, in Chromium on the simulated sites: streaming, opening a long chat,
 * memory, typing and scrolling. Everything that is compared is measured with the extension, without it, and without
 * it again, in turns. On its own: `npx tsx scripts/bench/page-cost.ts [rounds]`; about half an hour with 7 rounds.
 */
import { pathToFileURL } from 'node:url';
import { ANSWERS, type StreamLayout } from '../../tests/e2e/hostile/places';
import { withBrowsers } from './page/browser';
import { benchGrowth, type GrowthCost } from './page/growth';
import { benchHostile, type HostileCost } from './page/hostile';
import { benchOpening, OPENED, type OpeningCost } from './page/opening';
import { printPageCost } from './page/report';
import { BURST, benchStreaming, PACED, type StreamingCost } from './page/streaming';
import { benchUsing, type UsingCost } from './page/using';

export const ROUNDS = 7;
/** They take long, and what is asked of them is the longest task, not a median. */
const HOSTILE_ROUNDS = 3;
/** One layout shows what the pace changes. */
const PACED_LAYOUT = 'chatgpt-c';
const USES = [
  ['chatgpt-c', 'typing'],
  ['claude-a', 'typing'],
  ['chatgpt-c', 'scrolling'],
  ['chatgpt-a', 'prompting'],
  ['claude-a', 'prompting'],
  ['gemini-lr26', 'prompting'],
] as const;

export interface PageCost {
  readonly streaming: readonly StreamingCost[];
  readonly opening: readonly OpeningCost[];
  readonly growth: readonly GrowthCost[];
  readonly using: readonly UsingCost[];
  readonly hostile: readonly HostileCost[];
}

/** Tells how far the run has come, so that a long silence is no riddle. */
const progress = (what: string): void => console.error(`page cost: ${what}`);

export function benchPageCost(rounds = ROUNDS): Promise<PageCost> {
  return withBrowsers(async (browsers) => {
    const streaming: StreamingCost[] = [];
    for (const layout of Object.keys(ANSWERS) as StreamLayout[]) {
      for (const pace of layout === PACED_LAYOUT ? [BURST, PACED] : [BURST]) {
        progress(`${layout}, ${pace.chunks} chunks, ${pace.name}`);
        streaming.push(await benchStreaming(browsers, layout, pace, rounds));
      }
    }
    const opening: OpeningCost[] = [];
    for (const layout of OPENED) {
      progress(`${layout}, opening a long chat`);
      opening.push(await benchOpening(browsers, layout, rounds));
    }
    const using: UsingCost[] = [];
    for (const [layout, what] of USES) {
      progress(`${layout}, ${what}`);
      using.push(await benchUsing(browsers.loaded, layout, what, rounds));
    }
    progress('hostile pages');
    const hostile = await benchHostile(browsers, 'chatgpt-c', Math.min(rounds, HOSTILE_ROUNDS));
    progress('200 prompts');
    const growth = [await benchGrowth('chatgpt-c', rounds)];
    return { streaming, opening, growth, using, hostile };
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printPageCost(await benchPageCost(Number(process.argv[2] ?? ROUNDS)));
}
