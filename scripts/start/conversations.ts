/** What `npm start` plays: one conversation on each simulated site, with what people do: retry, stop, think. */
import type { Harness, SitePage } from '../../tests/e2e/harness';
import { type ChatLayout, newChatUrl } from '../../tests/e2e/support';
import type { Plan } from '../../tests/sites/types';

interface DemoPrompt {
  readonly text: string;
  readonly plan: Partial<Plan>;
  /** Presses the site's stop button this long after sending. */
  readonly stopAfterMs?: number;
}

export interface Conversation {
  readonly layout: ChatLayout;
  readonly model: { readonly label: string; readonly slug: string };
  readonly prompts: readonly DemoPrompt[];
}

export const CONVERSATIONS: readonly Conversation[] = [
  {
    layout: 'chatgpt-b',
    model: { label: 'GPT-5.5', slug: 'gpt-5-5' },
    prompts: [
      { text: 'How do tides work?', plan: { kind: 'markdown', firstTokenMs: 900 } },
      {
        text: 'Explain it to a child, please.',
        plan: { kind: 'plain', minCharacters: 900, firstTokenMs: 700 },
      },
      {
        text: 'Write a function that predicts the next one.',
        plan: { kind: 'code', minCharacters: 1500 },
        stopAfterMs: 2500,
      },
    ],
  },
  {
    layout: 'claude-c',
    model: { label: 'Sonnet 5', slug: '' },
    prompts: [
      { text: 'Plan a weekend walk along the coast.', plan: { kind: 'markdown', thinkingMs: 3000 } },
      { text: 'And if it rains?', plan: { kind: 'plain', minCharacters: 600, firstTokenMs: 1100 } },
    ],
  },
  {
    layout: 'gemini-lr26',
    model: { label: 'Flash', slug: '' },
    prompts: [
      { text: 'Which moon is the largest?', plan: { kind: 'short', firstTokenMs: 600 } },
      { text: 'Compare the five largest in a table.', plan: { kind: 'table', thinkingMs: 1500 } },
    ],
  },
];

/** Plays one conversation to its end in a tab of its own. */
export async function play(harness: Harness, { layout, model, prompts }: Conversation): Promise<SitePage> {
  const page = await harness.openChat(newChatUrl(layout), {
    layout,
    models: [model],
    queue: prompts.map((prompt) => prompt.plan),
  });
  for (const prompt of prompts) {
    await page.bringToFront();
    await page.send(prompt.text);
    if (prompt.stopAfterMs !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, prompt.stopAfterMs));
      await page.click('[data-sim="stop"]');
    }
    await page.idle(120_000);
  }
  return page;
}
