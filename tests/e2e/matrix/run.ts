/**
 * Plays cells in one browser: one lane per layout, lanes side by side. Within a lane one situation follows the
 * other, so that every record belongs to the situation whose time and layout it bears.
 */
import type { PromptRecord } from '../../../lib/prompt';
import { type BrowserName, type Harness, type LaunchOptions, launch } from '../harness';
import type { ChatLayout } from '../support';
import { problemsOf } from './check';
import { expectedOf } from './expected';
import { createReader, type RecordReader } from './reader';
import { createStage } from './stage';
import type { Cell, CellResult, Situation } from './types';

/** How long records may take to reach the store after their page is at rest. */
const PATIENCE_MS = 20_000;
/** A record that must not be is waited for so long. */
const PHANTOM_MS = 700;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** How many lanes run at once; a lane alone when the machine is small or busy. */
const LANES = Number(process.env.TOKENPRINT_LANES ?? 4);

/** Situations that need a browser for themselves mostly wait: a full run has as many browsers side by side. */
const LONELY_BROWSERS = 3;

/** Room that is quickly filled and never by what the other situations store. */
const STORAGE_LIMIT_KB = 65_536;

export interface RunOutcome {
  readonly results: readonly CellResult[];
  /** Records that belong to no situation; must be empty. */
  readonly strays: readonly string[];
}

/** Plays the cells of one browser and gives what came of each. */
export async function playAll(
  browser: BrowserName,
  cells: readonly Cell[],
  full: boolean,
): Promise<RunOutcome> {
  const shared = cells.filter(({ situation }) => situation.alone !== true);
  const lonely = cells.filter(({ situation }) => situation.alone === true);
  const inLanes = () => inOneBrowser(browser, shared, full, LANES);
  const oneByOne = (own: readonly Cell[]) =>
    inOneBrowser(browser, own, full, 1, { asInLife: true, storageLimitKb: STORAGE_LIMIT_KB });
  // A few cells that mostly wait may be played beside the others; many would make all of them late.
  const outcomes = full
    ? [await inLanes(), ...(await Promise.all(shares(lonely, LONELY_BROWSERS).map(oneByOne)))]
    : await Promise.all([inLanes(), oneByOne(lonely)]);
  return {
    results: outcomes.flatMap(({ results }) => results),
    strays: outcomes.flatMap(({ strays }) => strays),
  };
}

/** Cells in so many parts, each layout whole. */
function shares(cells: readonly Cell[], parts: number): Cell[][] {
  const lanes = lanesOf(cells);
  return Array.from({ length: parts }, (_, part) =>
    lanes.filter((_, index) => index % parts === part).flat(),
  );
}

async function inOneBrowser(
  browser: BrowserName,
  cells: readonly Cell[],
  full: boolean,
  sideBySide: number,
  options: LaunchOptions = {},
): Promise<RunOutcome> {
  if (cells.length === 0) return { results: [], strays: [] };
  const harness = await launch(browser, { windows: true, ...options });
  const reader = createReader(harness);
  try {
    // The page that reads comes in front when it is opened: not while a situation is played.
    await reader.read(null, 0);
    const results: CellResult[] = [];
    const accounted = new Set<string>();
    const lanes = lanesOf(cells);
    const work = async (): Promise<void> => {
      for (let lane = lanes.shift(); lane !== undefined; lane = lanes.shift()) {
        for (const cell of lane) results.push(await play(harness, reader, cell, full, accounted));
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, work));
    const strays = (await reader.read(null, 0)).filter((record) => !accounted.has(record.id));
    return {
      results,
      strays: strays.map(
        (one) => `${one.layout} ${one.status} ${new Date(one.startTime * 1000).toISOString()}`,
      ),
    };
  } finally {
    await harness.close().catch(() => undefined);
  }
}

/** The longest first, so that the end is not one lane alone. */
function lanesOf(cells: readonly Cell[]): Cell[][] {
  const lanes = new Map<ChatLayout, Cell[]>();
  for (const cell of cells) lanes.set(cell.layout, [...(lanes.get(cell.layout) ?? []), cell]);
  return [...lanes.values()].sort((one, other) => other.length - one.length);
}

async function play(
  harness: Harness,
  reader: RecordReader,
  { situation, layout, browser }: Cell,
  full: boolean,
  accounted: Set<string>,
): Promise<CellResult> {
  const began = Date.now();
  const stage = createStage(harness, layout, full);
  const done = (problems: readonly string[], records: number): CellResult => {
    const seconds = (Date.now() - began) / 1000;
    if (process.env.TOKENPRINT_VERBOSE === '1')
      console.log(
        `${browser} ${layout} ${situation.id} ${seconds.toFixed(1)} s ${problems.join(' | ') || 'ok'}`,
      );
    return { situation: situation.id, layout, browser, problems, records, seconds };
  };
  try {
    await situation.play(stage);
    return await judge(stage, reader, situation, began / 1000 - 0.05, accounted, done);
  } catch (error) {
    for (const one of await reader.read(layout, began / 1000 - 0.05).catch(() => [])) accounted.add(one.id);
    return done([error instanceof Error ? error.message : String(error)], 0);
  } finally {
    await stage.close();
  }
}

async function judge(
  stage: ReturnType<typeof createStage>,
  reader: RecordReader,
  situation: Situation,
  since: number,
  accounted: Set<string>,
  done: (problems: readonly string[], records: number) => CellResult,
): Promise<CellResult> {
  const beyond = situation.expect ?? [];
  const recorded = [...(await stage.truth())]
    .sort((one, other) => one.submitAt - other.submitAt)
    .map((entry, index) => ({ entry, beyond: beyond[index] ?? {} }))
    .filter((one) => one.beyond.recorded !== false);
  const log = recorded.map(({ entry }) => entry);
  const expected = expectedOf(
    log,
    recorded.map((one) => one.beyond),
  );
  const ready = (rows: readonly PromptRecord[]): boolean =>
    rows.length >= expected.length &&
    rows.every((row, index) => row.status === (expected[index]?.status ?? ''));
  const until = Date.now() + PATIENCE_MS;
  const before = new Set(accounted);
  let rows: PromptRecord[] = [];
  do {
    await pause(rows.length === 0 && expected.length === 0 ? PHANTOM_MS : 150);
    // One that was sent while the clock was ahead looks as if it came later than it did.
    rows = (await reader.read(stage.layout, since)).filter(({ id }) => !before.has(id));
  } while (!ready(rows) && Date.now() < until && !(expected.length === 0 && rows.length > 0));
  for (const row of rows) accounted.add(row.id);
  return done(problemsOf(stage.layout, log, expected, rows), rows.length);
}
