/**
 * Gemini (gemini.google.com). One family of custom elements in two dresses, which share all selectors.
 * Facts: saved pages of 2026-02 to 2026-10-03 and notes to 2026-10-03; nothing was checked on the live site later.
 */
import type { ModelSeen } from '../../prompt';
import { readText } from '../page/text';
import type { Layout, Site } from '../site';
import { anyOf, asLabel, attributeOf, firstSegment, NEVER_TEXT, NOT_SHOWN } from './common';

const PILL = '[data-test-id="logo-pill-label-container"], .logo-pill-label-container';
const MODE_BUTTON = '[data-test-id="bard-mode-menu-button"]';

/**
 * The mode of the next prompt; older notes know a label on the answer. The shown word is the label itself;
 * from 2026-05 the ARIA label is a sentence that ends in it.
 */
function model(root: ParentNode, turn: Element | null): ModelSeen {
  const answered = asLabel(turn?.querySelector('[data-test-id="response-model-label"]')?.textContent);
  const button = root.querySelector(`bard-mode-switcher ${MODE_BUTTON}`) ?? root.querySelector(MODE_BUTTON);
  // Mode and effort are words of their own in the pill ("Flash" and "Extended", 2026-10-03).
  const pill = button?.querySelector(PILL) ?? button?.querySelector('.picker-primary-text') ?? button;
  const shown = pill == null ? null : asLabel(readText([pill], anyOf(NOT_SHOWN, 'mat-icon', 'gem-icon')));
  return { slug: null, label: answered ?? shown ?? asLabel(button?.getAttribute('aria-label')) };
}

const NOT_TEXT = anyOf(
  NEVER_TEXT,
  'model-thoughts',
  'thinking-overlay',
  '.search-images', // pictures from the web with their captions, 2026-09-28
  '.code-block-decoration',
  'sources-list',
  '.cdk-visually-hidden',
  'message-actions',
  'mat-icon',
  // Source marks in the prose; not in our captures.
  'source-footnote',
  'source-inline-chips',
);

/** An icon by its name, which no language translates; pages of 2026-09 have the second attribute alone. */
const icon = (name: string): string => `mat-icon:is([fonticon="${name}"], [data-mat-icon-name="${name}"])`;

const INPUT = ':is(input-container, input-area-v2, .input-area)';
const STOP_LABELS = 'Stop Stopp Arrêter Detener Parar Interrompi 停止 중지 Остановить'.split(' ');

/**
 * One button sends and stops. 2026-03: class `stop` and a stop icon. From 2026-09: its container is there
 * while the composer is empty only to stop; an attachment without text also shows it, but then to send.
 */
const CONTAINER = '[data-test-id="send-button-container"]';
/** Told from outside, by what each holds: else every button and icon of a long thread were asked what it says. */
const STOP = anyOf(
  '.send-button.stop',
  `${INPUT} :is(.send-button, ${CONTAINER}):has(${icon('stop')})`,
  `${INPUT}:has(.ql-editor.ql-blank) ${CONTAINER}:not(.disabled)` +
    `:not(:has(.submit, [aria-disabled="true"], :disabled, ${icon('arrow_upward')}, ${icon('send')}))`,
  `${CONTAINER}:has(button:is(${anyOf(...STOP_LABELS.map((label) => `[aria-label^="${label}"]`))}))`,
);

const MADE_IMAGE = 'single-image:not(.spark-licensed-center-host, :has(.spark-licensed-center))';
const OVERLAY = 'thinking-overlay [data-test-id="thinking-overlay-content"]';

const shared = {
  turn: 'user-query, model-response',
  user: {
    mark: 'user-query',
    text: 'user-query .query-text',
    notText: NOT_TEXT,
  },
  assistant: {
    mark: 'model-response',
    // The thoughts have a panel of the same class in a `message-content` without an id.
    text: anyOf(
      'message-content[id^="message-content-id-r_"] .markdown-main-panel',
      'structured-content-container.model-response-text message-content .markdown-main-panel',
    ),
    notText: NOT_TEXT,
  },
  key: (turn: Element): string | null => {
    const id = attributeOf(turn.closest('.conversation-container[id]'), 'id');
    return id === null ? null : `${id}:${turn.matches('user-query') ? 'user' : 'assistant'}`;
  },
  // A second editable (`.ql-clipboard`) stands beside it.
  composer: 'rich-textarea .ql-editor[contenteditable]',
  send: anyOf(`${INPUT} .send-button:not(.stop)`, `${CONTAINER} .send-button:not(.stop)`),
  stop: STOP,
  stopPlaces: ['.send-button', CONTAINER],
  retry: anyOf('regenerate-button', '.regenerate-menu [role="menuitem"]'),
  // `aria-busy` was seen to stay true after the end (2026-09-26), so it is not used.
  streaming: '.response-footer.animated',
  stopped: '.stopped-draft-message:not([hidden])', // 2026-03
  finished: anyOf('.response-footer.complete', 'model-response:not(:has(.response-footer)) message-actions'),
  // Named by others; not in a capture.
  failed: anyOf('[role="alert"]', '.error-container', '.blocked-response-text'),
  // The class alone: 2026-05-30. An overlay shows the thinking of lr26 while it goes on (reported 2026-09).
  thinking: anyOf('model-thoughts', '.response-footer.has-thoughts', OVERLAY, '.thinking-dots-animation'),
  thinkingText: anyOf('[data-test-id="thoughts-content"] message-content', OVERLAY),
  thinkingDuration: null,
  inputFiles: 'user-query-file-preview',
  inputImages: 'user-query-file-preview:has(img[data-test-id="uploaded-img"], .preview-image-button)',
  // A picture that a web search found is not made (2026-09-28).
  outputImages: anyOf(
    'generated-image',
    `:not(.search-images, response-element) > ${MADE_IMAGE}`,
    `:not(.search-images) > response-element > ${MADE_IMAGE}`,
  ),
  // Older exchanges come only when scrolled up.
  virtualised: true,
  model,
};

/** Captures of 2026-05-30 and notes of 2026-08, last seen 2026-09-26: other buttons and classes round the same elements. */
const lr26: Layout = {
  ...shared,
  id: 'gemini-lr26',
  present: anyOf(
    '.lr26 user-query',
    'model-response[class*="enable-lr26"]',
    '[class*="enable-lr26"] user-query',
  ),
  composer: '.lr26 rich-textarea .ql-editor[contenteditable]',
};

/** To about 2026-03; last capture 2026-03-15. */
const material: Layout = {
  ...shared,
  id: 'gemini-a',
  present: anyOf('user-query', 'model-response'),
  unless: lr26.present,
};

/** First path segments, after the account's, of pages that are no live chat. */
const NOT_CHATS = new Set(
  'share gems saved-info settings faq mystuff extensions updates advanced search sharing'.split(' '),
);

/** The address without the part that tells several accounts apart (`/u/1`). */
function withoutAccount(url: URL): URL {
  return new URL(url.pathname.replace(/^\/u\/\d+(?=\/|$)/, '') || '/', url.origin);
}

export const gemini: Site = {
  id: 'gemini',
  hosts: ['gemini.google.com'],
  conversationKey: (url) =>
    /^\/(?:app|gem\/[^/]+)\/([0-9a-f]{8,})(?:\/|$)/i.exec(withoutAccount(url).pathname)?.[1]?.toLowerCase() ??
    null,
  isChatPage: (url) => !NOT_CHATS.has(firstSegment(withoutAccount(url))),
  layouts: [lr26, material],
};
