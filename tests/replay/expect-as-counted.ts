/** Compares what was read of a saved page with what was counted in it by hand. */
import { expect } from 'vitest';
import type { Capture } from './captures';
import type { PageRead } from './read-page';

/** The layout of each page, from its date and marks. */
const LAYOUTS: Readonly<Record<string, string | null>> = {
  '2025-06-article-streaming': 'chatgpt-a',
  '2026-02-27-research-latex': 'chatgpt-a',
  '2026-04-02-home-attachment-thinking-pill': 'chatgpt-b',
  '2026-09-25-turn-key-thinking-no-answer': 'chatgpt-c',
  '2026-09-25-guest-1-pending': 'chatgpt-d',
  '2026-09-25-guest-3-complete': 'chatgpt-d',
  '2026-09-25-turn-key-dil-two-exchanges': 'chatgpt-c',
  '2026-09-25-turn-key-file-card-zh-latex': 'chatgpt-c',
  '2026-09-26-turn-key-ja-1-waiting': 'chatgpt-c',
  '2026-09-26-turn-key-ja-3-streaming': 'chatgpt-c',
  '2026-09-26-turn-key-ja-4-animating-after-stop': 'chatgpt-c',
  '2026-09-26-turn-key-ja-5-before-controls': 'chatgpt-c',
  '2026-09-26-turn-key-ja-6-finished': 'chatgpt-c',
  '2026-09-29-turn-key-worked-for-completed': 'chatgpt-c',
  '2026-09-30-turn-key-two-images-collapsed': 'chatgpt-c',
  '2026-09-turn-key-writing-blocks-zh': 'chatgpt-c',
  '2026-09-turn-key-complete': 'chatgpt-c',
  '2026-09-turn-key-streaming': 'chatgpt-c',
  '2026-02-27-tools-artifacts-latex': 'claude-a',
  '2026-08-transcript-rows-streaming': 'claude-b',
  '2026-08-transcript-rows': 'claude-b',
  '2026-10-hub-rebuilt': 'claude-c',
  '2026-10-03-hub-ja-2-streaming': 'claude-c',
  '2026-10-03-hub-ja-3-done': 'claude-c',
  // The panel beside a chat, without the chat.
  '2026-01-29-artifact-panel': null,
  '2026-02-27-fast-latex': 'gemini-a',
  '2026-03-06-pro-image-prompt-thoughts-collapsed': 'gemini-a',
  '2026-03-06-thinking-mermaid-code': 'gemini-a',
  '2026-03-14-pro-thoughts-expanded': 'gemini-a',
  '2026-03-15-pro-thinking-no-answer-yet': 'gemini-a',
  '2026-03-15-thinking-answer-streaming': 'gemini-a',
  '2026-05-30-pro-finished': 'gemini-lr26',
  '2026-09-28-lr26-thoughts-citations-image': 'gemini-lr26',
  '2026-10-03-ja-streaming-stop-class': 'gemini-lr26',
};

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function expectAsCounted(page: PageRead, expected: Capture['expected'], name: string): void {
  expect(page.layout).toBe(LAYOUTS[name]);
  expect(page.turns.map(({ role }) => role)).toEqual(expected.turns.map(({ role }) => role));
  expect(page.turns.filter(({ role }) => role === 'user')).toHaveLength(expected.userTurns);
  expect(page.turns.filter(({ role }) => role === 'assistant')).toHaveLength(expected.assistantTurns);

  for (const [i, counted] of expected.turns.entries()) {
    const turn = page.turns[i];
    if (turn === undefined) throw new Error(`turn ${i} was not read`);
    const off = Math.abs(turn.length - counted.textLength);
    expect(off, `length of turn ${i}: ${turn.length}`).toBeLessThanOrEqual(
      Math.max(2, counted.textLength * 0.02),
    );
    expect(oneLine(turn.text).slice(0, counted.textStart.length)).toBe(counted.textStart);
    expect(turn.visible).toBe(counted.textLength > 0);
    if (counted.failed !== undefined) expect(turn.failed, `turn ${i} failed`).toBe(counted.failed);
    if (counted.role !== 'assistant') continue;
    expect(turn.finished, `turn ${i} is finished`).toBe(counted.finished ?? counted.streaming !== true);
    expect(turn.failed, `turn ${i} failed`).toBe(counted.failed === true);
    expect(turn.stopped).toBe(false);
    expect(turn.thinking.seen, `turn ${i} thought`).toBe(counted.thinkingBlock === true);
    if (counted.model !== undefined) expect(turn.model.slug).toBe(counted.model);
  }
  expect(page.streaming).toBe(expected.generating ?? expected.turns.at(-1)?.streaming === true);
  const media = page.turns.map((turn) => turn.media);
  for (const kind of ['inputFiles', 'inputImages', 'outputImages'] as const) {
    const stated = expected.media?.[kind];
    if (stated === undefined) continue;
    expect(
      media.reduce((sum, one) => sum + one[kind], 0),
      kind,
    ).toBe(stated);
  }
}
