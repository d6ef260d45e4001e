/**
 * What the extension adds to a page while an answer streams: 5,000 chunks appended to a live answer, each in a
 * task of its own, with the extension, without it, and without it again as the control that shows the noise.
 */
import { type Harness, launch, type SitePage } from '../../tests/e2e/harness';
import { type ChatLayout, newChatUrl } from '../../tests/e2e/support';

const CHUNKS = 5_000;
const ROUNDS = 7;

/** Where each site's page writes the answer. */
const ANSWERS: Readonly<Partial<Record<ChatLayout, string>>> = {
  'chatgpt-c': '[data-content-search-unit-key$=":assistant"] [data-markdown-text-style="assistant-message"]',
  'claude-c': '[data-testid="assistant-message"] [data-perf-reply-text]',
  'gemini-lr26': 'model-response message-content .markdown-main-panel',
};

export interface PageCost {
  readonly layout: string;
  readonly chunks: number;
  readonly rounds: number;
  /** Medians, ms from the first to the last chunk. */
  readonly withMs: number;
  readonly withoutMs: number;
  readonly controlMs: number;
  /** With over without, and control over without: what of it is noise. */
  readonly ratio: number;
  readonly controlRatio: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds that the page takes for all chunks, one task each. */
async function streamChunks(page: SitePage, selector: string): Promise<number> {
  return page.evaluate(
    async ({ answerSelector, chunks }) => {
      const answer = document.querySelector(answerSelector);
      if (answer === null) throw new Error('the page shows no answer');
      const channel = new MessageChannel();
      const paragraph = answer.appendChild(document.createElement('p'));
      const start = performance.now();
      await new Promise<void>((done) => {
        let sent = 0;
        channel.port1.onmessage = () => {
          const chunk = document.createElement('span');
          chunk.append(' word');
          paragraph.append(chunk);
          sent += 1;
          if (sent === chunks) done();
          else channel.port2.postMessage(null);
        };
        channel.port2.postMessage(null);
      });
      return performance.now() - start;
    },
    { answerSelector: selector, chunks: CHUNKS },
  );
}

async function round(harness: Harness, layout: ChatLayout, selector: string): Promise<number> {
  const page = await harness.openChat(newChatUrl(layout), {
    layout,
    follow: false,
    // The page's own first words; the rest of the answer is ours to write.
    plan: { text: 'So', firstTokenMs: 50, chunks: 2, chunkMs: 600_000 },
  });
  await page.send('Write a long answer.');
  await page.waitForSelector(selector);
  await page.waitFor(() => window.__sim.phase() === 'streaming');
  const ms = await streamChunks(page, selector);
  await page.close();
  return ms;
}

export async function benchPageCost(): Promise<PageCost[]> {
  const loaded = await launch('chromium');
  const bare = await launch('chromium', { extension: false });
  try {
    const results: PageCost[] = [];
    for (const [layout, selector] of Object.entries(ANSWERS) as [ChatLayout, string][]) {
      const times = { with: [] as number[], without: [] as number[], control: [] as number[] };
      for (let count = 0; count < ROUNDS; count += 1) {
        times.without.push(await round(bare, layout, selector));
        times.with.push(await round(loaded, layout, selector));
        times.control.push(await round(bare, layout, selector));
      }
      const [withMs, withoutMs, controlMs] = [
        median(times.with),
        median(times.without),
        median(times.control),
      ];
      results.push({
        layout,
        chunks: CHUNKS,
        rounds: ROUNDS,
        withMs,
        withoutMs,
        controlMs,
        ratio: withMs / withoutMs,
        controlRatio: controlMs / withoutMs,
      });
    }
    return results;
  } finally {
    await Promise.all([loaded.close(), bare.close()]);
  }
}
