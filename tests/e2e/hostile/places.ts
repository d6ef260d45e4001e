import type { ChatLayout } from '../support';

/** Where the newest layout of each site has its live answer's text. */
export const ANSWERS = {
  'chatgpt-c': '[data-content-search-unit-key$=":assistant"] [data-markdown-text-style="assistant-message"]',
  'claude-c': '[data-testid="assistant-message"] [data-perf-reply-text]',
  'gemini-lr26': 'model-response message-content .markdown-main-panel',
} as const satisfies Partial<Record<ChatLayout, string>>;

export type StreamLayout = keyof typeof ANSWERS;
