/**
 * Replay fixtures made of page traces: `tests/fixtures/traces/<site>/<name>/` holds `page.html` (the first state,
 * for people), `events.jsonl` (the trace, a line each for its head, its first state and its events) and
 * `expected.json` (what must be read of it, written once and corrected by a person).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SITE_IDS } from '../../../lib/prompt';
import { TRACE_FORMAT, TRACE_VERSION, type Trace, type TraceEvent } from '../../../lib/scrapers/trace/types';
import type { TraceReading } from './replay';

export const TRACES = join(import.meta.dirname, '../../fixtures/traces');

/** A site's page follows no rules of ours. */
const NOT_OURS = '<!-- biome-ignore-all lint: a page as a site made it -->';

export interface TraceFixture {
  readonly name: string;
  readonly folder: string;
}

/** Every fixture folder. */
export function traceFixtures(root = TRACES): TraceFixture[] {
  return SITE_IDS.flatMap((site) => {
    const folder = join(root, site);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .sort()
      .map((name) => ({ name: `${site}/${name}`, folder: join(folder, name) }));
  });
}

/** Checks that a file is a page trace. @throws Error in words for the person who gave it. */
export function parseTrace(text: string): Trace {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new Error('The file is no JSON.');
  }
  const is = (value: unknown): value is Trace =>
    typeof value === 'object' && value !== null && 'format' in value && value.format === TRACE_FORMAT;
  if (!is(raw)) throw new Error(`The file is no page trace (format "${TRACE_FORMAT}").`);
  if (raw.version !== TRACE_VERSION)
    throw new Error(`Page traces of version ${TRACE_VERSION} are known, not ${raw.version}.`);
  if (!SITE_IDS.includes(raw.site)) throw new Error(`The site "${String(raw.site)}" is not known.`);
  if (!Array.isArray(raw.events) || typeof raw.start !== 'object') throw new Error('The trace is damaged.');
  return raw;
}

export function writeTrace(folder: string, trace: Trace, pageHtml: string): void {
  mkdirSync(folder, { recursive: true });
  const { start, events, ...head } = trace;
  const lines = [head, start, ...events].map((line) => JSON.stringify(line));
  writeFileSync(join(folder, 'events.jsonl'), `${lines.join('\n')}\n`);
  writeFileSync(join(folder, 'page.html'), `${NOT_OURS}\n<!doctype html>\n${pageHtml}\n`);
}

export function readTrace({ folder }: TraceFixture): Trace {
  const [head = '{}', start = 'null', ...events] = readFileSync(join(folder, 'events.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const parsed: unknown = {
    ...JSON.parse(head),
    start: JSON.parse(start),
    events: events.map((line) => JSON.parse(line) as TraceEvent),
  };
  return parseTrace(JSON.stringify(parsed));
}

const expectedFile = ({ folder }: TraceFixture): string => join(folder, 'expected.json');

/** What must be read; null when nobody has said so yet. */
export function readExpected(fixture: TraceFixture): TraceReading | null {
  if (!existsSync(expectedFile(fixture))) return null;
  return JSON.parse(readFileSync(expectedFile(fixture), 'utf8')) as TraceReading;
}

export function writeExpected(fixture: TraceFixture, reading: TraceReading): string {
  writeFileSync(expectedFile(fixture), `${JSON.stringify(reading, null, 2)}\n`);
  return expectedFile(fixture);
}
