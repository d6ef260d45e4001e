/** What the end-to-end tests share: where the pages are, what the store holds, and when it has settled. */
import type { PromptRecord } from '../../lib/prompt';
import type { LayoutId, LogEntry, SimSite } from '../sites/types';
import type { Harness } from './harness';

export const LAYOUTS = [
  'chatgpt-a',
  'chatgpt-b',
  'chatgpt-c',
  'chatgpt-d',
  'claude-a',
  'claude-b',
  'claude-c',
  'gemini-a',
  'gemini-lr26',
] as const satisfies readonly LayoutId[];
export type ChatLayout = (typeof LAYOUTS)[number];

/** Address of a new chat of a layout's site. */
export function newChatUrl(layout: ChatLayout): string {
  const urls: Record<SimSite, string> = {
    chatgpt: 'https://chatgpt.com/',
    claude: 'https://claude.ai/new',
    gemini: 'https://gemini.google.com/app',
  };
  return urls[siteOf(layout)];
}

export const siteOf = (layout: ChatLayout): SimSite => layout.split('-')[0] as SimSite;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Every stored record, oldest first. */
export async function records(harness: Harness): Promise<PromptRecord[]> {
  const dump = await harness.storeDump();
  const rows = (dump.databases.tokenprint?.records ?? []) as PromptRecord[];
  return [...rows].sort((one, other) => one.startTime - other.startTime);
}

/**
 * Waits until at least `count` records that pass the filter are stored and none of them is pending, then gives
 * them; after `patienceMs` gives what there is, for the assertion to show.
 */
export async function settledRecords(
  harness: Harness,
  count: number,
  filter: (record: PromptRecord) => boolean = () => true,
  patienceMs = 15_000,
): Promise<PromptRecord[]> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = (await records(harness)).filter(filter);
    const settled = found.length >= count && found.every((record) => record.status !== 'pending');
    if (settled || Date.now() > until) return found;
    await sleep(250);
  }
}

const collapsed = (text: string): number => [...text.replace(/\s+/g, ' ').trim()].length;

/** What a record must say of a prompt that the page played, and how far it is off. */
export function differences(record: PromptRecord, truth: LogEntry) {
  const seconds = (ms: number | null): number => (ms ?? Number.NaN) / 1000;
  const generation = (last: number | null, first: number | null): number => (last ?? NaN) - (first ?? NaN);
  return {
    startSeconds: Math.abs(record.startTime - seconds(truth.submitAt)),
    firstTokenSeconds: Math.abs((record.firstTokenTime ?? NaN) - seconds(truth.firstTokenAt)),
    generationSeconds: Math.abs(
      generation(record.lastTokenTime, record.firstTokenTime) -
        (seconds(truth.lastTokenAt) - seconds(truth.firstTokenAt)),
    ),
    inputShare:
      Math.abs(record.inputTextLength - collapsed(truth.userText)) / Math.max(1, collapsed(truth.userText)),
    outputShare:
      Math.abs(record.outputTextLength - collapsed(truth.answerText)) /
      Math.max(1, collapsed(truth.answerText)),
  };
}
