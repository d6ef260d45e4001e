/** Compares what is stored with what was played. */
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { PromptRecord } from '../../../lib/prompt';
import type { LogEntry } from '../../sites/types';
import { type ChatLayout, siteOf } from '../support';
import type { Expected } from './types';

/** Seconds that a time may be off. */
const TIME_TOLERANCE = 0.25;
/** Share that a length may be off. */
const LENGTH_TOLERANCE = 0.02;

const collapsed = (text: string): number => [...text.replace(/\s+/g, ' ').trim()].length;

/** Everything that is wrong, in words; empty when the records are what was played. */
export function problemsOf(
  layout: ChatLayout,
  log: readonly LogEntry[],
  expected: readonly Expected[],
  records: readonly PromptRecord[],
): string[] {
  if (records.length !== log.length) {
    const found = records.map(
      (one) => `${one.status} ${one.attemptKind} ${one.inputTextLength}/${one.outputTextLength}`,
    );
    return [`${log.length} prompts were played and ${records.length} records stored: [${found.join('; ')}]`];
  }
  return expected.flatMap((one, index) => {
    const [record, entry] = [records[index], log[index]];
    if (record === undefined || entry === undefined) return [];
    return oneRecord(layout, entry, one, record, records, log).map(
      (problem) => `prompt ${index + 1}: ${problem}`,
    );
  });
}

function oneRecord(
  layout: ChatLayout,
  entry: LogEntry,
  expected: Expected,
  record: PromptRecord,
  records: readonly PromptRecord[],
  log: readonly LogEntry[],
): string[] {
  const problems: string[] = [];
  const same = (what: string, found: unknown, wanted: unknown): void => {
    if (found !== wanted) problems.push(`${what} is ${String(found)}, not ${String(wanted)}`);
  };
  same('site', record.site, siteOf(layout));
  same('status', record.status, expected.status);
  same('kind of attempt', record.attemptKind, expected.kind);
  same('attempt', record.attempt, expected.attempt);
  same(
    'task',
    records.findIndex((one) => one.id === record.taskId),
    expected.task,
  );
  same(
    'chat',
    records.findIndex((one) => one.conversation === record.conversation),
    expected.chat,
  );
  same('model', record.modelLabel, entry.model.label);
  problems.push(...times(entry, expected, record), ...amounts(entry, expected, record));
  if (expected.lengths) problems.push(...context(entry, record, log));
  const more = expected.also(record, entry, records);
  if (more !== null) problems.push(more);
  return problems;
}

/** What the page said of the earlier turns: all of their text where it says so, and never more. */
function context(entry: LogEntry, { context: seen }: PromptRecord, log: readonly LogEntry[]): string[] {
  const earlier = entry.earlier.map((id) => log.find((one) => one.id === id));
  // Of exchanges from before the page was opened nobody has the text.
  if (earlier.includes(undefined)) return [];
  const wanted = earlier.reduce(
    (sum, one) => sum + collapsed(one?.userText ?? '') + collapsed(one?.answerText ?? ''),
    0,
  );
  const slack = wanted * LENGTH_TOLERANCE + earlier.length;
  const right = seen.complete
    ? Math.abs(seen.textLength - wanted) <= slack
    : seen.textLength <= wanted + slack;
  if (right) return [];
  return [
    `context is ${seen.textLength} in ${seen.turns}, ${seen.complete ? 'whole' : 'partly'}, not ${wanted}`,
  ];
}

function times(entry: LogEntry, expected: Expected, record: PromptRecord): string[] {
  const off = (what: string, found: number | null, trueMs: number | null): string[] => {
    const wanted = trueMs === null ? null : trueMs / 1000 + expected.clockAhead;
    if (found === null || wanted === null) {
      return found === wanted ? [] : [`${what} is ${found ?? 'none'}, not ${wanted ?? 'none'}`];
    }
    const seconds = found - wanted;
    if (process.env.TOKENPRINT_VERBOSE === '2') console.log(`${record.layout} ${what} ${seconds.toFixed(3)}`);
    return Math.abs(seconds) < TIME_TOLERANCE ? [] : [`${what} is off by ${seconds.toFixed(3)} s`];
  };
  return [
    ...off('start', record.startTime, entry.submitAt),
    ...(expected.times === 'start' ? [] : off('first token', record.firstTokenTime, entry.firstTokenAt)),
    ...(expected.times === 'start' ? [] : off('last token', record.lastTokenTime, entry.lastTokenAt)),
  ];
}

function amounts(entry: LogEntry, expected: Expected, record: PromptRecord): string[] {
  const problems: string[] = [];
  const near = (what: string, found: number, wanted: number, slack: number): void => {
    if (Math.abs(found - wanted) > wanted * LENGTH_TOLERANCE + slack)
      problems.push(`${what} is ${found}, not ${wanted}`);
  };
  // What a continuation was asked with is nothing; a retry is asked with the prompt it tries again.
  const asked = entry.kind === 'continue' ? '' : entry.userText;
  if (expected.lengths) {
    near('input length', record.inputTextLength, collapsed(asked), 0);
    near('output length', record.outputTextLength, collapsed(entry.answerText), 0);
  }
  const method = !expected.texts ? 'characters' : record.site === 'chatgpt' ? 'exact' : 'calibrated';
  const empty = record.inputTextLength + record.outputTextLength === 0;
  if (!empty && expected.texts !== null && record.tokenMethod !== method)
    problems.push(`tokens are ${record.tokenMethod}, not ${method}`);
  if (expected.texts === true && expected.lengths && record.site === 'chatgpt') {
    near('input tokens', record.inputTokens, countTokens(asked), 1);
    near('output tokens', record.outputTokens, countTokens(entry.answerText), 1);
  }
  if (record.outputTokens > 0 !== record.outputTextLength > 0)
    problems.push(`${record.outputTokens} tokens for ${record.outputTextLength} characters`);
  return problems;
}
