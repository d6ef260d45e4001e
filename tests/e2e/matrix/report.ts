/** Writes what came of the full run as a table for people. */
import { BROWSER_NAMES, type BrowserName } from '../harness';
import { type ChatLayout, LAYOUTS } from '../support';
import { ELSEWHERE } from './elsewhere';
import { allCells, isMadeUp, SITUATIONS } from './situations';
import { type CellResult, GROUPS, type Situation } from './types';

export interface BrowserRun {
  readonly browser: BrowserName;
  readonly version: string;
  /** The version of the code that was played, as git describes it. */
  readonly code: string;
  readonly results: readonly CellResult[];
  /** Null when the run was broken off before it looked for records of no situation. */
  readonly strays: readonly string[] | null;
}

const EMPTY = '–';
/** Behind what no saved page shows. */
const MADE_UP = '°';

/** How many cells were played and passed, those that saved pages show apart from those that are made up. */
function counts(results: readonly CellResult[]): string {
  const isUnseen = ({ situation, layout }: CellResult): boolean =>
    SITUATIONS.some((one) => one.id === situation && isMadeUp(one, layout));
  const say = (what: string, some: readonly CellResult[]): string => {
    const failed = some.filter(({ problems }) => problems.length > 0).length;
    return `${what}: ${some.length} cells played, ${some.length - failed} passed, ${failed} failed`;
  };
  return `${say(
    'Situations that saved pages show',
    results.filter((one) => !isUnseen(one)),
  )}. ${say('Made up from reports alone', results.filter(isUnseen))}.`;
}
const cellOf = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The whole document. */
export function report(runs: readonly BrowserRun[], day: string): string {
  const all = runs.flatMap(({ results }) => results);
  const failed = all.filter(({ problems }) => problems.length > 0);
  const strays = runs.flatMap((run) => run.strays ?? []);
  const brokenOff = runs.some((run) => run.strays === null);
  const missing = allCells(BROWSER_NAMES).length - all.length;
  return `${[
    '# Counting: what was played and what was stored',
    '',
    `Written by \`npm run test:matrix\` on ${day}; do not edit. Simulated pages of the three sites in ${LAYOUTS.length} layouts, the extension built from ${[...new Set(runs.map(({ code }) => code))].join(' and ')}, in ${runs.map(({ version }) => version).join(' and ')}.`,
    '',
    `${counts(all)} ${missing} cells not played; ${brokenOff ? 'records that belong to no situation were not looked for, since the run was broken off' : `${strays.length} records that belong to no situation`}.`,
    '',
    `A cell passes when exactly the expected records are stored: count, status, attempt and task, chat, model, times within 0.25 s, lengths within 2 %, tokens (exact for ChatGPT), and the text of the earlier turns that the model re-reads within 2 % where the record calls it whole. C is Chromium, F is Firefox; ✓ passed, ✗ failed, ${MADE_UP} made up, – does not exist there, with the reason below, ? not played in this run. \`npm run test:matrix -- --again\` plays once more what did not pass, of the same version only; the last time counts.`,
    ...GROUPS.flatMap((group) => groupTable(group, all)),
    ...(failed.length === 0 ? [] : ['', '## Failed', '']),
    ...failed.map((one) => `- ${one.browser}, ${one.layout}, ${one.situation}: ${one.problems.join('; ')}`),
    ...(strays.length === 0
      ? []
      : ['', '## Records of no situation', '', ...strays.map((one) => `- ${one}`)]),
  ].join('\n')}\n`;
}

function groupTable(group: Situation['group'], results: readonly CellResult[]): string[] {
  const situations = SITUATIONS.filter((one) => one.group === group);
  const elsewhere = ELSEWHERE.filter((one) => one.group === group);
  const notes = situations.flatMap((one) => notesOf(one));
  return [
    '',
    `## ${group[0]?.toUpperCase()}${group.slice(1)}`,
    '',
    `| Situation | ${LAYOUTS.join(' | ')} |`,
    `| --- |${' --- |'.repeat(LAYOUTS.length)}`,
    ...situations.map(
      (one) =>
        `| ${cellOf(one.title)} | ${LAYOUTS.map((layout) => cell(one, layout, results)).join(' | ')} |`,
    ),
    ...(notes.length === 0 ? [] : ['', 'Decisions and reasons', '', ...notes]),
    ...(elsewhere.length === 0 ? [] : ['', 'Not played on a page', '']),
    ...elsewhere.map((one) => `- ${one.title}: ${one.reason}`),
  ];
}

function cell(situation: Situation, layout: ChatLayout, results: readonly CellResult[]): string {
  if (situation.not?.[layout] !== undefined) return EMPTY;
  const played = BROWSER_NAMES.map((browser) => {
    const letter = browser === 'chromium' ? 'C' : 'F';
    if (situation.notIn?.[browser] !== undefined) return `${letter}${EMPTY}`;
    const found = results.find(
      (one) => one.situation === situation.id && one.layout === layout && one.browser === browser,
    );
    return `${letter}${found === undefined ? '?' : found.problems.length === 0 ? '✓' : '✗'}`;
  }).join(' ');
  return isMadeUp(situation, layout) ? `${played} ${MADE_UP}` : played;
}

function notesOf({ title, decision, open, not, notIn }: Situation): string[] {
  const reasons = new Map<string, string[]>();
  for (const [where, reason] of [...Object.entries(not ?? {}), ...Object.entries(notIn ?? {})])
    reasons.set(reason, [...(reasons.get(reason) ?? []), where]);
  return [
    ...(decision === undefined ? [] : [`- ${title}: ${decision}`]),
    ...(open === undefined ? [] : [`- ${title}: ${open}`]),
    ...[...reasons].map(([reason, where]) => `- ${title}, not on ${where.join(', ')}: ${reason}`),
  ];
}
