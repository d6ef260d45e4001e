/** `npm run tables`: what of the reference tables is stale, retired, without a price or ambiguous. */
import { refdbVersion, reportTables, tableFaults, tablesDate } from '../lib/refdb';

/** Eight weeks: from then on a bare word is a guess. */
const STALE_DAYS = 56;

const today = new Date().toISOString().slice(0, 10);
const { defaults, retired, unpriced, ambiguous } = reportTables(today);

function section(title: string, lines: readonly string[]): string {
  return `${title}\n${lines.length === 0 ? '  none' : lines.map((line) => `  ${line}`).join('\n')}\n`;
}

const faults = tableFaults(today);
console.log(
  [
    `Reference tables ${refdbVersion}, compared with public facts on ${tablesDate}; today is ${today}\n`,
    section(
      'Defaults not confirmed for eight weeks: guesses until somebody looks',
      defaults
        .filter(({ days }) => days > STALE_DAYS)
        .map((row) => `${row.site} "${row.word}" (${row.models.join(', ')}): ${row.days} days`),
    ),
    section(
      'Retired',
      retired.map(({ model, day }) => `${model}: ${day}`),
    ),
    section('Without a list price', unpriced),
    section(
      'Names that several rows bear: the newest of the day is taken',
      ambiguous.map(({ name, models }) => `${name}: ${models.join(', ')}`),
    ),
    section('Faults: the build fails', faults),
  ].join('\n'),
);
if (faults.length > 0) process.exitCode = 1;
