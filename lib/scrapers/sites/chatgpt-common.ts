/** What the layouts of ChatGPT for people with an account have in common. */
import type { ModelSeen } from '../../prompt';
import { readText } from '../page/text';
import { anyOf, asLabel, attributeOf, NEVER_TEXT, NOT_SHOWN } from './common';

export const FILE_TILE = '[class*="group/file-tile"]';

export const NOT_TEXT = anyOf(
  NEVER_TEXT,
  '.cm-gutters',
  '.sr-only',
  '[role="alert"]', // a failure
  '.text-token-text-error', // a failure in A and B
  '[data-dil-render-failed]', // reported 2026-09: says that a part could not be drawn
  '[data-testid="webpage-citation-pill"]', // 2026-02
);

/** In C (2026-09-29) the label of the button is translated, the mark is not. */
const TRIGGER = '[data-codex-intelligence-trigger]';
/** A and B (2025-06 to 2026-09), and C where the mark is missing. */
const MODEL_BUTTON = anyOf(
  '[data-testid="model-switcher-dropdown-button"]',
  'button[aria-label="Select ChatGPT model"]',
);

/** A name that no language translates: with a number ("GPT-5.6"), or "Pro". */
const NAME = /\d|\bpro\b/i;
/** Values of the effort's attribute that are words of effort; "none" and the like are left to the shown words. */
const EFFORT = /^(?:low|light|medium|standard|high|x-?high|extra[- ]?high|max|heavy)$/i;

/**
 * The words of C's button. The effort's attribute is in English in every language of the page, so it stands for
 * shown words that are no name, and beside a name.
 */
function triggerLabel(trigger: Element): string | null {
  // A hidden copy of longer words measures the width (2026-09-29).
  const shown = asLabel(readText([trigger], NOT_SHOWN));
  const effort = attributeOf(trigger, 'data-selected-reasoning-effort');
  if (effort === null || !EFFORT.test(effort)) return shown;
  const word = `${effort.charAt(0).toUpperCase()}${effort.slice(1).toLowerCase()}`;
  return asLabel(shown !== null && NAME.test(shown) ? `${shown} ${word}` : word);
}

/**
 * The model's name out of a button's words: the shown text is "ChatGPT 5.2 Thinking" (2026-04) or "ChatGPT"
 * alone (2026-02), when only the label has it: "Model selector, current model is 5.2", in any language.
 */
function modelLabel(root: ParentNode): string | null {
  const trigger = root.querySelector(TRIGGER);
  const triggered = trigger === null ? null : triggerLabel(trigger);
  if (triggered !== null) return triggered;
  const button = root.querySelector(MODEL_BUTTON);
  const shown = asLabel(button?.textContent)?.replace(/^ChatGPT\s*/i, '') ?? '';
  if (shown !== '') return asLabel(shown);
  const spoken = asLabel(button?.getAttribute('aria-label'));
  if (spoken === null || spoken === 'Select ChatGPT model') return null;
  const name = /(?:gpt[-\s]?|\bo)?\d.*$/i.exec(spoken)?.[0] ?? spoken.replace(/^.*current model is\s+/i, '');
  return asLabel(name);
}

/** A report turn can lack the slug, and a turn can hold two messages: the last slug is that of the answer. */
export function model(root: ParentNode, turn: Element | null): ModelSeen {
  const messages = turn?.querySelectorAll('[data-message-model-slug]') ?? [];
  const last = Array.from(messages).at(-1) ?? null;
  return { slug: asLabel(attributeOf(last, 'data-message-model-slug')), label: modelLabel(root) };
}
