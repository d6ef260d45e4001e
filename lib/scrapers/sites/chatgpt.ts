/**
 * ChatGPT (chatgpt.com). Four layouts are served side by side in autumn 2026: A and B here, C (`-exchanges`) and
 * D (`-guest`) beside it; see each for its date.
 * Facts: public notes and saved pages of 2025-06 to 2026-10; nothing was checked on the live site after that.
 */
import type { Layout, Site } from '../site';
import { FILE_TILE, model, NOT_TEXT } from './chatgpt-common';
import { EXCHANGE_UNIT, exchanges } from './chatgpt-exchanges';
import { guests } from './chatgpt-guest';
import { anyOf, attributeOf, CODE_EDITOR, firstSegment } from './common';

const QUESTION = '[data-message-author-role="user"]';
const ANSWER = '[data-message-author-role="assistant"]';

/** The "Thought for 12s" button stands before the answer's message, or between two of them (2026). */
const THOUGHT = anyOf(`button:has(+ ${ANSWER})`, `:not([data-message-author-role]):has(+ ${ANSWER}) button`);

/** Confirmed 2026-09. */
const FAILED = '[data-testid="regenerate-thread-error-button"]';
const STOP = '[data-testid="stop-button"]';

const STREAMING = anyOf(
  '.markdown.streaming-animation', // 2025-06, 2026-09-26
  '.markdown.result-streaming', // before 2025-06
);

/** Until its answer is done, a first turn can have a provisional id (2026): as good as none. */
function messageKey(turn: Element): string | null {
  const id = attributeOf(turn, 'data-turn-id');
  if (id === null) return attributeOf(turn, 'data-testid');
  return id.startsWith('request-') ? null : id;
}

/** Since 2026-09-16 an answer can be drawn by another renderer, without `.markdown`. */
const DRAWN = anyOf(
  '.puik-root.not-markdown > [class*="DilResponseRoot"]',
  '[data-dil-message-id]:not(:has([class*="DilResponseRoot"])):not([class*="DilResponseRoot"])',
);

function messageLayout(id: string, tag: 'article' | 'section', virtualised: boolean): Layout {
  const turn = `${tag}[data-testid^="conversation-turn-"]`;
  return {
    id,
    present: turn,
    unless: EXCHANGE_UNIT,
    turn,
    user: {
      // `data-turn` from 2025-09 on; before, the message inside tells the role.
      mark: anyOf(`${turn}[data-turn="user"]`, `${turn}:not([data-turn]) ${QUESTION}`),
      text: `${QUESTION} .whitespace-pre-wrap`,
      notText: NOT_TEXT,
      keepSpace: '.whitespace-pre-wrap',
    },
    assistant: {
      mark: anyOf(`${turn}[data-turn="assistant"]`, `${turn}:not([data-turn]) ${ANSWER}`),
      text: anyOf(`${ANSWER} .markdown`, DRAWN),
      notText: NOT_TEXT,
      keepSpace: CODE_EDITOR,
    },
    key: messageKey,
    // A hidden text area has the same id.
    composer: 'div#prompt-textarea',
    send: anyOf('[data-testid="send-button"]', `#composer-submit-button:not(${STOP})`),
    stop: STOP,
    stopPlaces: [STOP],
    retry: anyOf(
      `${tag}[data-turn="assistant"] [data-testid*="regenerate"]`,
      `${tag}[data-turn="assistant"] button[aria-haspopup="menu"]`, // 2026-02: opens the menu of another try
      FAILED,
    ),
    streaming: STREAMING,
    // 2026-09-26: an answer that stalled kept its empty block without a stop button.
    awaiting: anyOf('.markdown.result-thinking', '[data-streaming-response-status]'),
    // Not in a capture: two answers that grow at once are two messages of one turn.
    alternatives: `${ANSWER}:has(${STREAMING})`,
    choices: '[data-testid="paragen-prefer-response-button"]', // reported 2026-09
    finished: '[data-testid="copy-turn-action-button"]',
    failed: anyOf(FAILED, '[role="alert"]'), // the second is not in a capture
    thinking: anyOf('.markdown.result-thinking', THOUGHT),
    thinkingDuration: THOUGHT,
    inputFiles: anyOf(FILE_TILE, `${QUESTION} img`), // tile: 2026-04
    inputImages: `${QUESTION} img`,
    outputImages: '[class*="imagegen-image"]',
    virtualised,
    model,
  };
}

/** To about 2026-03; last capture 2026-02-27. */
const articles = messageLayout('chatgpt-a', 'article', false);

/** From 2026-03-20; still served to one account on 2026-09-26. Off-screen turns are emptied. */
const sections = messageLayout('chatgpt-b', 'section', true);

/** First path segments of pages that are no live chat. */
const NOT_CHATS = new Set(
  'share s gpts explore codex library sora settings auth admin pricing business apps features overview download'.split(
    ' ',
  ),
);

export const chatgpt: Site = {
  id: 'chatgpt',
  hosts: ['chatgpt.com'],
  // `/c/<uuid>`, in projects and GPTs `/g/<id>/c/<uuid>`; `/c/WEB:<uuid>` is seen for a moment only. Without an
  // account `/uc/<uuid>`.
  conversationKey: (url) =>
    /^\/(?:(?:g\/[^/]+\/)?c|uc)\/([0-9a-f][0-9a-f-]{7,})(?:\/|$)/i.exec(url.pathname)?.[1]?.toLowerCase() ??
    null,
  isChatPage: (url) => !NOT_CHATS.has(firstSegment(url)),
  layouts: [exchanges, guests, sections, articles],
};
