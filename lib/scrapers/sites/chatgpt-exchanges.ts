/** ChatGPT since autumn 2026 (layout C): one element per exchange, none of the marks of A and B. */
import type { Layout } from '../site';
import { FILE_TILE, model, NOT_TEXT } from './chatgpt-common';
import { anyOf, attributeOf, CODE_EDITOR } from './common';

const TURN = '[data-turn-key]';

/** What only this layout has as soon as a question is there. */
export const EXCHANGE_UNIT = anyOf(
  `${TURN} [data-content-search-unit-key]`,
  `${TURN} [data-chatgpt-search-unit-key]`,
);

/** The part of an exchange that one role has. Pages of 2026-10 have the second key alone. */
const unit = (role: 'user' | 'assistant'): string =>
  `:is([data-content-search-unit-key$=":${role}"], [data-chatgpt-search-unit-key$=":${role}"])`;
const USER = unit('user');
const ASSISTANT = unit('assistant');

/** The composer of people without an account (D) can hold the same editor. */
const FORM = 'form:not([data-mobile-composer]):has([data-composer-markdown])';

/** In the place of the send button; at rest and empty, a button with a state starts a talk there (2026-09-29). */
const STOP_BY_LOOK = 'button[type="button"].size-token-button-composer.bg-composer-primary:not([data-state])';
/** The only button beside the editor, at the form's end, where a submit button stands at rest (2026-09-26). */
const ONLY_BUTTON = 'button[type="button"]:only-of-type:last-child:not([data-state]):not([aria-haspopup])';
const STOP_BY_PLACE = anyOf(
  `${FORM} > [data-composer-markdown] ~ ${ONLY_BUTTON}`,
  `${FORM} > :has([data-composer-markdown]) ~ ${ONLY_BUTTON}`,
);
/** What the button says in some languages, where nothing else tells it. */
const STOP_LABELS = [
  ...'Stop Stopp Stoppen Stoppa Anhalten Arrêter Detener Parar Interrompi Ferma Zatrzymaj Zastavit'.split(
    ' ',
  ),
  ...'Остановить Зупинити Durdur إيقاف עצור रोकें หยุด Dừng Hentikan 停止 停止する 停止回應 停止生成 중지 정지'.split(
    ' ',
  ),
  'Stop streaming',
  'Stop answering',
  'Stop generating',
];
const labelled = anyOf(...STOP_LABELS.map((label) => `[aria-label="${label}"]`));
/** One selector, not one for each label: it is asked of every button of the page while an answer streams. */
const STOP = anyOf(`${FORM} ${STOP_BY_LOOK}`, STOP_BY_PLACE, `${FORM} button:is(${labelled})`);

/** A failure inside the exchange: network, resuming, a conversation too large (2026-09-26, 2026-10-07). */
const FAILED = 'aside[role="alert"]';

/** The state stands round the turn (2026-10-07); after a failure it can stay as it was. */
const IN_PROGRESS = '[data-talvt-turn-state="in_progress"]';
const COMPLETE = '[data-talvt-turn-state="complete"]';

/** The user's own bar of buttons has the class too but no menus in it, and stands before the answer. */
const MENU = '.turn-action-controls [aria-haspopup="menu"]';
const ACTIONS = anyOf(
  MENU,
  `${ASSISTANT} ~ .turn-action-controls`,
  `:has(> ${ASSISTANT}) ~ .turn-action-controls`,
);
/** The bar without its class (2026-09-26). */
const BESIDE_ANSWER = ':has(> [data-chatgpt-agent-turn-start]) ~ * button[aria-haspopup="menu"]';
const C_NOT_TEXT = anyOf(NOT_TEXT, '[data-conversation-role]', '[data-markdown-copy="exclude"]');

const PREVIEW = '[data-testid="generated-image-preview"]';
const GALLERY = '[data-testid="generated-image-gallery"]';
const ROW_ITEM = `:is(button, [role="button"]):not(${PREVIEW})`;
/** A picture of the gallery's row (reported). Only the large one is a preview, and it is one of the row. */
const IN_ROW = `${GALLERY} ${ROW_ITEM}:not(${PREVIEW} *) img`;

/** Measured live 2026-09-21 and 2026-09-26; newest mark seen 2026-10-09. */
export const exchanges: Layout = {
  id: 'chatgpt-c',
  present: anyOf(EXCHANGE_UNIT, `${TURN} [data-user-message-bubble]`),
  turn: TURN,
  user: {
    // A prompt of files alone has no bubble.
    mark: anyOf('[data-user-message-bubble]', USER),
    text: '[data-user-message-bubble]',
    // A long prompt ends in an ellipsis of its own (2026-09-30).
    notText: anyOf(C_NOT_TEXT, '[data-user-message-bubble] span.block:last-child'),
    keepSpace: anyOf('.whitespace-pre-wrap', '[style*="pre-wrap"]'),
  },
  assistant: {
    // While the model thinks there is no answer unit, only the place where it will stand.
    mark: anyOf('[data-chatgpt-agent-turn-start]', ASSISTANT, '[data-conversation-role="assistant"]'),
    // Commentary of the thinking phase carries the same mark outside the unit.
    text: `${ASSISTANT} [data-markdown-text-style="assistant-message"]`,
    notText: C_NOT_TEXT,
    keepSpace: anyOf('[data-markdown-copy="code-block"] [data-language]', CODE_EDITOR),
  },
  key: (turn) => attributeOf(turn, 'data-turn-key'),
  // Finished code blocks are text boxes as well.
  composer: 'form:not([data-mobile-composer]) [data-composer-markdown][contenteditable]',
  send: `${FORM} button[type="submit"]`,
  stop: STOP,
  stopPlaces: ['button'],
  retry: anyOf(
    `${TURN} ${MENU}`,
    `${TURN} ${BESIDE_ANSWER}`,
    `${TURN} button[aria-label="Regenerate response"]`,
  ),
  streaming: anyOf(
    '[data-markdown-animated]',
    `${IN_PROGRESS} ${TURN}:not(:has(${FAILED}))`,
    `${TURN}${IN_PROGRESS}:not(:has(${FAILED}))`,
    `${TURN}:not(:has(${FAILED})) ${IN_PROGRESS}`,
  ),
  awaiting: `${TURN}:has([data-chatgpt-agent-turn-start]):not(:has(${ASSISTANT})):not(:has(${MENU}))`,
  // A copy button inside the unit belongs to a code block; the bar stands outside the unit.
  finished: anyOf(
    ACTIONS,
    BESIDE_ANSWER,
    `${COMPLETE} ${TURN}`,
    `${TURN}${COMPLETE}`,
    // Comes as the stream ends (2026-09-25), but not on every page.
    `${ASSISTANT} [data-chatgpt-selection-message-id]`,
  ),
  failed: FAILED,
  thinking: '[class~="group/activity-header"]',
  thinkingDuration: '[class~="group/activity-header"]',
  // Beside the bubble, in the outer of the two units; a picture attached is a file as well.
  inputFiles: anyOf(
    `${USER} [class~="group/resource-card"]`,
    `${USER} ${FILE_TILE}`,
    `${USER} [role="button"] > img`,
    `${USER} button > img`,
  ),
  inputImages: anyOf(`${USER} [role="button"] > img`, `${USER} button > img`, `${USER} ${FILE_TILE} img`),
  outputImages: anyOf(
    IN_ROW,
    `${GALLERY}:not(:has(${ROW_ITEM} img)) ${PREVIEW}`,
    `${TURN}:not(:has(${GALLERY})) ${PREVIEW}`,
  ),
  // The report of a Deep Research stands in a frame of another origin.
  notCountable: [{ selector: '[data-mcp-app-frame]', name: 'report-frame' }],
  virtualised: true,
  model,
};
