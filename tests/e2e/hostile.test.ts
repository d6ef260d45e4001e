/**
 * Markup that no site would make, in real browsers: nothing of the extension's reaches the page, the prompt that is
 * under way is recorded as it was, and the next ordinary one too. How long the extension's tasks get on the same
 * pages is measured by `npm run bench`.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PromptRecord } from '../../lib/prompt';
import { pageFor } from '../sites/serve';
import type { LogEntry, PageConfig } from '../sites/types';
import { BROWSER_NAMES, type Harness, launch, type SitePage } from './harness';
import { CASES } from './hostile/cases';
import { ANSWERS, type StreamLayout } from './hostile/places';
import { openReader, type Reader } from './reader';
import { newChatUrl } from './support';

const LAYOUTS = Object.keys(ANSWERS) as StreamLayout[];
const CONFIG: Partial<PageConfig> = { follow: false, plan: { chunks: 12, chunkMs: 60 } };
const PATIENCE_MS = 60_000;
/** Puts the focus by script: the driver's own click does not get through ten thousand elements. */
async function send(page: SitePage, text: string): Promise<void> {
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-sim="composer"]')?.focus());
  await page.insertText(text);
  await page.press('Enter');
}
/** Of the extension's own: what the browsers call its scripts in an error. */
const OWN = /(?:chrome|moz)-extension:|content-scripts/;

const counted = (text: string): number => [...text.replace(/\s+/g, ' ').trim()].length;
const told = ({ status, inputTextLength }: PromptRecord) => ({ status, input: inputTextLength });
const truth = ({ userText }: LogEntry) => ({ status: 'complete', input: counted(userText) });

describe.each(BROWSER_NAMES)('in %s', (browser) => {
  let harness: Harness;
  let reader: Reader;
  beforeAll(async () => {
    harness = await launch(browser);
    reader = await openReader(harness);
  });
  afterAll(async () => {
    await harness?.close();
  });

  /** The records since a moment of this page's prompts, when there are as many as the page knows of. */
  async function recordsOf(page: SitePage, since: number): Promise<PromptRecord[]> {
    const expected = (await page.log()).length;
    return reader.settled(expected, ({ startTime }) => startTime >= since, 20_000);
  }

  async function expectTrue(page: SitePage, since: number, added: number): Promise<void> {
    const found = await recordsOf(page, since);
    const log = await page.log();
    expect(found.map(told)).toEqual(log.map(truth));
    for (const [i, entry] of log.entries()) {
      const expected = counted(entry.answerText) + (i === 0 ? added : 0);
      const length = found[i]?.outputTextLength ?? 0;
      expect(Math.abs(length - expected) / expected, `${length} of ${expected}`).toBeLessThan(0.02);
    }
    expect(page.errors().filter((error) => OWN.test(error))).toEqual([]);
  }

  const open = (layout: StreamLayout, config: Partial<PageConfig> = {}): Promise<SitePage> =>
    harness.openChat(newChatUrl(layout), { layout, ...CONFIG, ...config });

  // Which layout meets which deed turns, so that each deed meets one of each browser and each layout some of them.
  it.each(CASES.map((one, i) => ({ ...one, layout: LAYOUTS[i % LAYOUTS.length] ?? 'chatgpt-c' })))(
    '$name ($layout): counted once and right, and so is the next prompt',
    async ({ when, deed, adds, layout }) => {
      const since = Date.now() / 1000;
      const page = await open(layout);
      if (when === 'before') await page.evaluate(deed, ANSWERS[layout]);
      await send(page, 'A prompt on a page that means ill.');
      if (when === 'streaming') {
        await page.waitFor(() => window.__sim.phase() === 'streaming', PATIENCE_MS);
        await page.evaluate(deed, ANSWERS[layout]);
      }
      await page.idle(PATIENCE_MS);
      await send(page, 'And an ordinary one after it.');
      await page.idle(PATIENCE_MS);
      await expectTrue(page, since, adds);
      await page.close();
    },
  );

  // Firefox itself, without the extension, takes a minute to show 5 MB of prompt.
  const words = browser === 'chromium' ? 1_000_000 : 100_000;
  it(`a prompt of ${words * 5} characters is one prompt of as many`, async () => {
    const since = Date.now() / 1000;
    const page = await open('claude-c');
    await page.evaluate((count: number) => {
      const composer = document.querySelector<HTMLElement>('[data-sim="composer"]');
      const paragraph = document.createElement('p');
      paragraph.style.display = 'none';
      paragraph.append('word '.repeat(count));
      composer?.replaceChildren(paragraph);
      composer?.focus();
    }, words);
    await page.press('Enter');
    await page.idle(PATIENCE_MS);
    await send(page, 'And an ordinary one after it.');
    await page.idle(PATIENCE_MS);
    await expectTrue(page, since, 0);
    await page.close();
  });

  it('what is typed beside the composer is no prompt', async () => {
    const since = Date.now() / 1000;
    const page = await open('gemini-lr26');
    for (const place of ['textarea', 'editable', 'shadow', 'frame'] as const) {
      await page.evaluate((kind: string) => {
        const host = document.createElement('div');
        document.body.prepend(host);
        const field = document.createElement(kind === 'editable' ? 'div' : 'textarea');
        if (kind === 'editable') field.setAttribute('contenteditable', '');
        if (kind === 'shadow') host.attachShadow({ mode: 'open' }).append(field);
        else if (kind === 'frame') {
          const frame = host.appendChild(document.createElement('iframe'));
          frame.contentDocument?.body.append(field);
          frame.contentWindow?.focus();
        } else host.append(field);
        field.focus();
      }, place);
      await page.type('Not a prompt');
      await page.press('Enter');
      await page.evaluate(() => document.body.firstElementChild?.remove());
    }
    await send(page, 'This one is.');
    await page.idle(PATIENCE_MS);
    await expectTrue(page, since, 0);
    await page.close();
  });

  it('a document that is written anew is measured like the one before', async () => {
    const since = Date.now() / 1000;
    const page = await open('chatgpt-c');
    await send(page, 'Before the document is written anew.');
    await page.idle(PATIENCE_MS);
    const html = await pageFor(newChatUrl('chatgpt-c'), { layout: 'chatgpt-c', ...CONFIG });
    await page.evaluate((text: string) => {
      document.open();
      document.write(text);
      document.close();
    }, html);
    await page.waitFor(() => window.__sim.phase() === 'idle');
    // Until the extension has looked at what stands there now.
    await new Promise((done) => setTimeout(done, 2_500));
    await send(page, 'After the document was written anew.');
    await page.idle(PATIENCE_MS);
    await expectTrue(page, since, 0);
    await page.close();
  });
});
