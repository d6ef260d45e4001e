/**
 * `npm run fixture -- <trace.json> [--name NAME]`: turns a page trace into a replay fixture. What the scrapers read
 * of it now is written as the expectation, for a person to correct.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { buildTracePage } from '../tests/replay/traces/dom';
import { parseTrace, TRACES, writeExpected, writeTrace } from '../tests/replay/traces/folder';
import { replayTrace } from '../tests/replay/traces/replay';

const USAGE = 'Usage: npm run fixture -- <trace.json> [--name NAME]';

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { name: { type: 'string' } },
  });
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new Error(USAGE);
  if (!existsSync(file)) throw new Error(`There is no file ${file}.\n${USAGE}`);
  const trace = parseTrace(readFileSync(file, 'utf8'));
  const name = values.name ?? `${trace.date}-${trace.layout ?? 'unknown'}`;
  if (!/^[a-z0-9][a-z0-9-]*$/.test(name))
    throw new Error('A name has lower-case letters, digits and hyphens.');
  const folder = join(TRACES, trace.site, name);
  writeTrace(folder, trace, buildTracePage(trace).document.documentElement.outerHTML);
  const reading = await replayTrace(trace);
  const expected = writeExpected({ name, folder }, reading);
  spawnSync('npx', ['biome', 'format', '--write', expected], { shell: process.platform === 'win32' });
  const { atStart, atEnd, records, state } = reading;
  console.log(`${relative(process.cwd(), folder)}: ${trace.events.length} events, page ${state}`);
  console.log(
    `start: layout ${atStart.layout}, ${atStart.turns.length} turns; end: layout ${atEnd.layout}, ${atEnd.turns.length} turns`,
  );
  for (const record of records) console.log(`record: ${JSON.stringify(record)}`);
  console.log(
    'Correct expected.json where this is not what the page showed; then make the scrapers read it.',
  );
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
