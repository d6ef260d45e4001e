/**
 * ChatGPT (chatgpt.com). Three layouts are served side by side in autumn 2026; see each for its date.
 * Facts: public notes and saved pages of 2025-06 to 2026-10; nothing was checked on the live site after that.
 */
import type { ModelSeen } from '../../prompt';
import type { Layout, Site } from '../site';
import { anyOf, asLabel, attributeOf, CODE_EDITOR, firstSegment, NEVER_TEXT } from './common';

/** A and B (2025-06 to 2026-09). In C (2026-09) the button has only its label, which is translated. */
const MODEL_BUTTON = anyOf(
  '[data-testid="model-switcher-dropdown-button"]',
  'button[aria-label="Select ChatGPT model"]',
);

/**
 * The model's name out of a button's words: the shown text is "ChatGPT 5.2 Thinking" (2026-04) or "ChatGPT"
 * alone (2026-02), when only the label has it: "Model selector, current model is 5.2", in any language.
 */
function modelLabel(root: ParentNode): string | null {
  const button = root.querySelector(MODEL_BUTTON);
  const shown = asLabel(button?.textContent)?.replace(/^ChatGPT\s*/i, '') ?? '';
  if (shown !== '') return asLabel(shown);
  const spoken = asLabel(button?.getAttribute('aria-label'));
  if (spoken === null || spoken === 'Select ChatGPT model') return null;
  const name = /(?:gpt[-\s]?|\bo)?\d.*$/i.exec(spoken)?.[0] ?? spoken.replace(/^.*current model is\s+/i, '');
  return asLabel(name);
}

/** A report turn can lack the slug, and a turn can hold two messages: the last slug is that of the answer. */
function model(root: ParentNode, turn: Element | null): ModelSeen {
  const messages = turn?.querySelectorAll('[data-message-model-slug]') ?? [];
  const last = Array.from(messages).at(-1) ?? null;
  return { slug: asLabel(attributeOf(last, 'data-message-model-slug')), label: modelLabel(root) };
}

const QUESTION = '[data-message-author-role="user"]';
const ANSWER = '[data-message-author-role="assistant"]';

/** The "Thought for 12s" button stands before the answer's message, or between two of them (2026). */
const THOUGHT = anyOf(`button:has(+ ${ANSWER})`, `:not([data-message-author-role]):has(+ ${ANSWER}) button`);

const FILE_TILE = '[class*="group/file-tile"]';
/** Not in a capture. */
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

const NOT_TEXT = anyOf(
  NEVER_TEXT,
  '.cm-gutters',
  '.sr-only',
  '[data-testid="webpage-citation-pill"]', // 2026-02
);

function messageLayout(id: string, tag: 'article' | 'section', virtualised: boolean): Layout {
  const turn = `${tag}[data-testid^="conversation-turn-"]`;
  return {
    id,
    present: turn,
    unless: '[data-turn-key] [data-content-search-unit-key]',
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
      text: `${ANSWER} .markdown`,
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
    finished: '[data-testid="copy-turn-action-button"]',
    failed: anyOf('[role="alert"]', FAILED), // not in a capture
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

/** Where nothing but the label tells the stop button; only the English one was seen (2026-09-26). */
const STOP_LABELS = 'Stop Stopp Stoppen Anhalten Arrêter Detener Parar Interrompi Остановить 停止 중지'.split(
  ' ',
);
const C_FORM = 'form:has([data-composer-markdown])';
/** One selector, not one for each label: it is asked of every element of the page while an answer streams. */
const C_STOP = `${C_FORM} button:is(${anyOf(...STOP_LABELS.map((label) => `[aria-label="${label}"]`))})`;
const C_USER = '[data-content-search-unit-key$=":user"]';
const C_ASSISTANT = '[data-content-search-unit-key$=":assistant"]';
/** The user's own bar of buttons has the class too but no menus in it. */
const C_ACTIONS = '.turn-action-controls [aria-haspopup="menu"]';
const C_NOT_TEXT = anyOf(NOT_TEXT, '[data-conversation-role]', '[data-markdown-copy="exclude"]');

/** Measured live 2026-09-21 and 2026-09-26: one element per exchange, none of the marks of A and B. */
const exchanges: Layout = {
  id: 'chatgpt-c',
  present: anyOf(
    '[data-turn-key] [data-content-search-unit-key]',
    '[data-turn-key] [data-user-message-bubble]',
  ),
  turn: '[data-turn-key]',
  user: {
    // A prompt of files alone has no bubble.
    mark: anyOf('[data-user-message-bubble]', C_USER),
    text: '[data-user-message-bubble]',
    notText: C_NOT_TEXT,
    keepSpace: '.whitespace-pre-wrap',
  },
  assistant: {
    // While the model thinks there is no answer unit, only the place where it will stand.
    mark: anyOf('[data-chatgpt-agent-turn-start]', C_ASSISTANT, '[data-conversation-role="assistant"]'),
    // Commentary of the thinking phase carries the same mark outside the unit.
    text: `${C_ASSISTANT} [data-markdown-text-style="assistant-message"]`,
    notText: C_NOT_TEXT,
    keepSpace: anyOf('[data-markdown-copy="code-block"] [data-language]', CODE_EDITOR),
  },
  key: (turn) => attributeOf(turn, 'data-turn-key'),
  // Finished code blocks are text boxes as well.
  composer: 'form [data-composer-markdown][contenteditable]',
  send: `${C_FORM} button[type="submit"]:not(${C_STOP})`,
  stop: C_STOP,
  stopPlaces: ['button'],
  retry: anyOf(`[data-turn-key] ${C_ACTIONS}`, '[data-turn-key] button[aria-label="Regenerate response"]'),
  streaming: '[data-markdown-animated]',
  awaiting: `[data-turn-key]:has([data-chatgpt-agent-turn-start]):not(:has(${C_ASSISTANT}, ${C_ACTIONS}))`,
  // A copy button inside the unit belongs to a code block; the bar stands outside the unit.
  finished: anyOf(C_ACTIONS, ':has(> [data-chatgpt-agent-turn-start]) ~ * button[aria-haspopup="menu"]'),
  failed: '[role="alert"]', // not in a capture
  thinking: '[class~="group/activity-header"]',
  thinkingDuration: '[class~="group/activity-header"]',
  inputFiles: anyOf(FILE_TILE, `${C_USER} img`), // cards: 2026-10
  inputImages: `${C_USER} img`,
  outputImages: '[data-testid="generated-image-preview"]',
  virtualised: true,
  model,
};

/** First path segments of pages that are no live chat. */
const NOT_CHATS = new Set(
  'share s gpts explore codex library sora settings auth admin pricing business apps features overview download'.split(
    ' ',
  ),
);

export const chatgpt: Site = {
  id: 'chatgpt',
  hosts: ['chatgpt.com'],
  // `/c/<uuid>`, in projects and GPTs `/g/<id>/c/<uuid>`; `/c/WEB:<uuid>` is seen for a moment only.
  conversationKey: (url) =>
    /^\/(?:g\/[^/]+\/)?c\/([0-9a-f][0-9a-f-]{7,})(?:\/|$)/i.exec(url.pathname)?.[1]?.toLowerCase() ?? null,
  isChatPage: (url) => !NOT_CHATS.has(firstSegment(url)),
  layouts: [exchanges, sections, articles],
};
