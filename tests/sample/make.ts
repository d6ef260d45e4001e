/**
 * Makes `tests/fixtures/sample-export.json`, the history that the pictures of our pages show: eight weeks of three
 * sites, through the real pipeline. The file is kept, so that pictures change only when a page does.
 * Run with `npx tsx tests/sample/make.ts`.
 */
import 'fake-indexeddb/auto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { takeIn } from '../../entrypoints/background/pipeline';
import type { Observation, SiteId } from '../../lib/prompt';
import { exportJson, openStore } from '../../lib/store';
import { anObservation } from '../fixtures/observation';

const FILE = fileURLToPath(new URL('../fixtures/sample-export.json', import.meta.url));
const LAST = Date.UTC(2026, 10, 22, 14, 50) / 1000;
const COUNT = 60;
const DAY = 86_400;

interface SampleModel {
  readonly site: SiteId;
  readonly layout: string;
  readonly slug: string | null;
  readonly label: string;
  /** What one sees of its speed: characters a second, and seconds until the first text at the least. */
  readonly charactersPerSecond: number;
  readonly ttftSeconds: number;
}
const model = (
  site: SiteId,
  layout: string,
  slug: string | null,
  label: string,
  charactersPerSecond: number,
  ttftSeconds: number,
): SampleModel => ({ site, layout, slug, label, charactersPerSecond, ttftSeconds });

const MODELS: readonly SampleModel[] = [
  model('chatgpt', 'chatgpt-c', 'gpt-5-2', '5.2', 340, 0.5),
  model('claude', 'claude-c', null, 'Sonnet 4.5', 270, 0.9),
  model('chatgpt', 'chatgpt-c', 'gpt-5-2-thinking', '5.2 Thinking', 290, 0.7),
  model('gemini', 'gemini-lr26', null, '3 Pro', 430, 1.2),
  model('claude', 'claude-c', null, 'Opus 4.5', 190, 1.4),
];

/** The same row of numbers in [0, 1) every time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const uuid = (kind: number, index: number): string =>
  `${String(kind).repeat(8)}-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** Every eighth prompt or so comes with files or pictures; the last one, which the popup shows, does not. */
function mediaAt(index: number, chance: number): Observation['media'] {
  const none = { inputFiles: 0, inputImages: 0, outputImages: 0 };
  if (index === COUNT - 1 || chance >= 0.13) return none;
  return chance < 0.05 ? { ...none, inputImages: 1 } : { ...none, inputFiles: chance < 0.09 ? 1 : 3 };
}

/** @param pace another row of numbers, so that times and files leave the rest as it is */
function observationAt(index: number, next: () => number, pace: () => number): Observation {
  const chat = Math.floor(index / 4);
  const used = MODELS[(chat * 3) % MODELS.length];
  if (used === undefined) throw new Error('no model');
  const { site, layout, slug, label } = used;
  const age = ((COUNT - 1 - index) / COUNT) ** 1.6 * 56 * DAY;
  const startTime = Math.round((LAST - age - next() * 0.2 * Math.min(age, DAY)) * 1000) / 1000;
  const thinks = slug?.includes('thinking') === true || next() < 0.15;
  const firstTokenTime = startTime + (thinks ? 6 + next() * 20 : used.ttftSeconds + next() ** 2 * 3);
  const charactersPerSecond = used.charactersPerSecond * (0.6 + 0.8 * pace());
  const outputTextLength = Math.round(200 + next() ** 2 * 6000);
  const status = next() < 0.06 ? 'stopped' : next() < 0.04 ? 'failed' : 'complete';
  // The last one is a second attempt, so that the popup shows what the first one cost.
  const again = (index % 4 !== 0 && next() < 0.2) || index === COUNT - 1;
  return anObservation({
    id: uuid(1, index),
    site,
    layout,
    chat: { localId: uuid(2, chat), siteKey: `sample-${site}-${chat}` },
    turnKey: `turn-${index}`,
    attempt: again ? { kind: 'retry', of: uuid(1, index - 1) } : { kind: 'first', of: null },
    status,
    model: { slug, label },
    startTime,
    firstTokenTime: status === 'failed' ? null : firstTokenTime,
    lastTokenTime: status === 'failed' ? null : firstTokenTime + outputTextLength / charactersPerSecond,
    utcOffsetMinutes: 0,
    inputTextLength: Math.round(20 + next() ** 3 * 3000),
    outputTextLength: status === 'failed' ? 0 : outputTextLength,
    media: mediaAt(index, pace()),
    thinking: { seen: thinks, statedSeconds: null, textLength: 0 },
    context: { turns: (index % 4) * 2, textLength: (index % 4) * 1500, complete: true },
  });
}

const store = openStore('sample');
const [next, pace] = [numbers(20261122), numbers(260)];
for (let index = 0; index < COUNT; index++) {
  const observation = observationAt(index, next, pace);
  const deps = {
    store,
    counter: { count: async () => ({ kind: 'no-vocabulary', reason: 'the sample has no texts' }) as const },
    settings: async () => ({ headline: 'otm-shared' as const, gridZone: null, overrides: {} }),
    now: () => (observation.lastTokenTime ?? observation.startTime) + 1,
  };
  await takeIn(deps, observation);
}
/** One budget of each level on the last day, as the popup shows them. */
const SETTINGS = {
  locale: 'en',
  budgets: [
    { period: 'day', quantity: 'prompts', limit: 10 },
    { period: 'week', quantity: 'energy', limit: 40 },
    { period: 'month', quantity: 'water', limit: 200 },
  ],
};
writeFileSync(FILE, await (await exportJson(store, SETTINGS)).text());
console.log(`wrote ${COUNT} prompts to ${FILE}`);
