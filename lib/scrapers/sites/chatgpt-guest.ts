/**
 * ChatGPT without an account (layout D): captured 2026-09-25, reported from 2026-08-29 to 2026-10-18. One list item
 * per message, none of the marks of the other layouts but the one of the question's bubble.
 */
import type { Layout } from '../site';
import { anyOf, attributeOf, NEVER_TEXT, NOT_SHOWN } from './common';

const LIST = '[data-conversation-transcript]';
const ITEM = `${LIST} > [data-message-role]`;
const FORM = 'form[data-mobile-composer]';
const RETRY = '[data-conversation-recovery-retry]';

/** The item that offers to try again is always in the list as a template; its button says why once it is needed. */
const RECOVERY = `[data-conversation-recovery]:not([hidden], [inert], [aria-hidden="true"]) ${RETRY}[aria-description]`;

/** An item has a provisional id until the address names the chat. */
function itemKey(turn: Element): string | null {
  const id = attributeOf(turn, 'id');
  return id?.startsWith('pending-') === true ? null : id;
}

export const guests: Layout = {
  id: 'chatgpt-d',
  present: ITEM,
  turn: ITEM,
  user: {
    mark: `${LIST} > [data-message-role="user"]`,
    text: '[data-user-message-copy]',
    // The question stands inside a button that shows what can be done with it.
    notText: anyOf(NOT_SHOWN, 'button:not([data-user-message-bubble])', '[data-message-attribution]'),
    keepSpace: '[data-user-message-copy]',
  },
  assistant: {
    mark: `${LIST} > [data-message-role="assistant"]`,
    text: '[data-assistant-markdown]',
    notText: anyOf(NEVER_TEXT, '[data-message-content-controls]', '[data-message-attribution]'),
  },
  key: itemKey,
  composer: anyOf(
    `${FORM} textarea[name="prompt"]`,
    'textarea#mobile-composer-prompt',
    '[data-composer-editor-host] [contenteditable]',
  ),
  send: '[data-composer-submit][type="submit"]',
  stop: '[data-composer-submit][data-stop-generating]',
  stopPlaces: ['[data-stop-generating]'],
  retry: anyOf(RETRY, '[data-safety-retry]'),
  streaming: '[data-message-streaming]',
  finished: '[data-message-complete]',
  failed: '[data-safety-retry]',
  failedAfter: RECOVERY,
  thinking: null,
  thinkingDuration: null,
  inputFiles: null,
  inputImages: null,
  outputImages: null,
  virtualised: false,
  // The page names no model.
  model: () => ({ slug: null, label: null }),
};
