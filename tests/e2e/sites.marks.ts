/**
 * What must be in the document in each phase of a second prompt, written from what is known of the real pages,
 * not from the simulation and not from the scrapers: so that each checks the others.
 * Counts: while thinking, while text streams, when it is over.
 */
import type { LayoutId } from '../sites/types';

export interface Mark {
  readonly what: string;
  readonly selector: string;
  readonly thinking: number;
  readonly streaming: number;
  readonly idle: number;
}

export interface Marks {
  /** Address of the conversation after the first prompt. */
  readonly address: RegExp;
  /** Holds the text of every answer, and nothing else for answers of plain paragraphs. */
  readonly answer: string;
  /** False where no other attempt, edit or pager is known. */
  readonly attempts?: false;
  readonly marks: readonly Mark[];
}

const mark = (what: string, selector: string, thinking: number, streaming: number, idle: number): Mark => ({
  what,
  selector,
  thinking,
  streaming,
  idle,
});

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

function chatGptTurns(tag: 'article' | 'section'): Marks {
  return {
    address: new RegExp(`^https://chatgpt\\.com/c/${UUID}$`),
    answer: '[data-message-author-role="assistant"] .markdown',
    marks: [
      mark('turns', `${tag}[data-testid^="conversation-turn-"]`, 4, 4, 4),
      mark('turn ids', '[data-turn="user"][data-turn-id], [data-turn="assistant"][data-turn-id]', 4, 4, 4),
      mark('prompts', '[data-message-author-role="user"] .whitespace-pre-wrap', 2, 2, 2),
      mark(
        'answers with their model',
        '[data-message-author-role="assistant"][data-message-model-slug]',
        2,
        2,
        2,
      ),
      mark('empty answer that waits', '.markdown.result-thinking:empty', 1, 0, 0),
      mark('growing answer', '.markdown.streaming-animation', 0, 1, 0),
      mark('status box', '[data-streaming-response-status]', 1, 0, 0),
      mark('stop button', '#composer-submit-button[data-testid="stop-button"]', 1, 1, 0),
      mark('action bars', '[data-turn="assistant"] [data-testid="copy-turn-action-button"]', 1, 1, 2),
      mark('composer', 'div#prompt-textarea.ProseMirror[contenteditable="true"]', 1, 1, 1),
      mark('hidden namesake of the composer', 'textarea#prompt-textarea', 1, 1, 1),
      mark('model label', '[data-testid="model-switcher-dropdown-button"][aria-label*="5.2"]', 1, 1, 1),
    ],
  };
}

const claudeComposer = mark('composer', '.tiptap.ProseMirror[data-testid="chat-input"]', 1, 1, 1);
const claudeModel = mark('model selector', '[data-testid="model-selector-dropdown"]', 1, 1, 1);

function claudeRows(answer: string, own: readonly Mark[]): Marks {
  return {
    address: new RegExp(`^https://claude\\.ai/chat/${UUID}$`),
    answer,
    marks: [
      mark('rows', '[data-testid="transcript-row"][data-perf-row][data-index]', 4, 4, 4),
      mark('last row', '[data-last-message="true"][data-perf-row="assistant"][data-index="3"]', 1, 1, 1),
      mark('prompts', '[data-perf-row="human"] [data-testid="user-message"]', 2, 2, 2),
      mark('streaming answer', '[data-is-streaming="true"]', 1, 1, 0),
      mark('answers at rest', '[data-is-streaming="false"]', 1, 1, 2),
      mark('busy status', '[data-cds="TurnStatus"][data-state="busy"]', 1, 0, 0),
      mark('status that says how long', '[data-cds="TurnStatus"][data-state="done"]', 0, 1, 1),
      mark('stop button', '[data-testid="chat-input-stop"]', 1, 1, 0),
      mark('send button, disabled while empty', '[inert] [data-testid="chat-input-send"]:disabled', 0, 0, 1),
      mark('action bars', '[data-perf-row="assistant"] [data-cds="MessageActions"]', 1, 1, 2),
      claudeComposer,
      claudeModel,
      ...own,
    ],
  };
}

function gemini(own: readonly Mark[]): Marks {
  return {
    address: /^https:\/\/gemini\.google\.com\/app\/[0-9a-f]{16}$/,
    answer: 'message-content[id^="message-content-id-r_"] > .markdown.markdown-main-panel',
    marks: [
      mark('exchanges', '#chat-history infinite-scroller .conversation-container[id]', 2, 2, 2),
      mark('prompts', 'user-query .query-text', 2, 2, 2),
      mark('answers', 'model-response', 2, 2, 2),
      mark('answer panels', 'message-content[id^="message-content-id-r_"] > .markdown-main-panel', 2, 2, 2),
      mark('growing panel', '.markdown-main-panel.animate[aria-busy="true"]', 1, 1, 0),
      mark('thoughts', '[data-test-id="model-thoughts"]', 1, 1, 1),
      mark('thoughts with an empty id', 'message-content[id=""] .markdown-main-panel', 1, 0, 0),
      mark('growing footer', '.response-footer.animated', 1, 1, 0),
      mark('finished footers', '.response-footer.complete', 1, 1, 2),
      mark('actions', 'message-actions', 1, 1, 2),
      mark('stop sign', 'mat-icon[fonticon="stop"]', 1, 1, 0),
      mark('composer', 'rich-textarea .ql-editor.ql-blank[contenteditable][role="textbox"]', 1, 1, 1),
      mark('second editable beside it', '.ql-clipboard[contenteditable]', 1, 1, 1),
      mark('mode', 'bard-mode-switcher [data-test-id="bard-mode-menu-button"]', 1, 1, 1),
      ...own,
    ],
  };
}

export const MARKS: Readonly<Record<Exclude<LayoutId, 'foreign'>, Marks>> = {
  'chatgpt-a': chatGptTurns('article'),
  'chatgpt-b': chatGptTurns('section'),
  'chatgpt-c': {
    address: new RegExp(`^https://chatgpt\\.com/c/${UUID}$`),
    answer: '[data-content-search-unit-key$=":assistant"] [data-markdown-text-style="assistant-message"]',
    marks: [
      mark('exchanges', 'main[data-app-action-timeline-scroll] > :only-child > [data-turn-key]', 2, 2, 2),
      mark('prompts', '[data-content-search-unit-key$=":user"] [data-user-message-bubble]', 2, 2, 2),
      mark('answers', '[data-content-search-unit-key$=":assistant"]', 1, 2, 2),
      mark('growing answer', '[data-markdown-animated]', 0, 1, 0),
      mark('commentary that looks like an answer', '[data-markdown-text-style="assistant-message"]', 2, 2, 2),
      mark('activity header', '.group\\/activity-header', 1, 1, 1),
      mark('stop button', 'form button[aria-label="Stop"]', 1, 1, 0),
      mark('action bars', '[data-turn-key] .turn-action-controls button[aria-label="Copy"]', 1, 1, 2),
      mark(
        'nothing of the older layouts',
        'article, section, [data-turn], [data-message-author-role]',
        0,
        0,
        0,
      ),
      mark('composer', 'form [contenteditable][role="textbox"][data-composer-markdown]', 1, 1, 1),
    ],
  },
  'chatgpt-d': {
    address: new RegExp(`^https://chatgpt\\.com/uc/${UUID}$`),
    answer: '[data-assistant-markdown]',
    attempts: false,
    marks: [
      mark('messages', 'ol[data-conversation-transcript] > li[data-message-role]', 4, 4, 4),
      mark('prompts, inside buttons', 'button[data-user-message-bubble] [data-user-message-copy]', 2, 2, 2),
      mark('answers', 'li[data-message-role="assistant"] [data-assistant-markdown]', 2, 2, 2),
      mark('growing answer, its id provisional', 'li[data-message-streaming][id^="pending-"]', 1, 1, 0),
      mark('complete answers', 'li[data-message-complete]', 1, 1, 2),
      mark('stop button', '[data-composer-submit][data-stop-generating][type="button"]', 1, 1, 0),
      mark('send button', '[data-composer-submit][type="submit"]', 0, 0, 1),
      mark('templates', 'p[role="alert"]:empty, [data-composer-submission-status][hidden]', 2, 2, 2),
      mark('offer to try again, as a template', 'li[data-conversation-recovery][hidden]', 1, 1, 1),
      mark('composer', 'form[data-mobile-composer] [data-composer-editor-host] [contenteditable]', 1, 1, 1),
      mark(
        'nothing of the other layouts',
        'article, [data-turn], [data-turn-key], [data-message-author-role]',
        0,
        0,
        0,
      ),
    ],
  },
  'claude-a': {
    address: new RegExp(`^https://claude\\.ai/chat/${UUID}$`),
    answer: '.font-claude-response :is(.standard-markdown, .progressive-markdown)',
    marks: [
      mark('turns', '[data-test-render-count]', 4, 4, 4),
      mark('prompts', '[data-testid="user-message"]', 2, 2, 2),
      mark('streaming answer', '[data-is-streaming="true"] .font-claude-response', 1, 1, 0),
      mark('growing text', '.progressive-markdown', 0, 1, 0),
      mark('text at rest', '.standard-markdown', 1, 1, 2),
      mark('thinking', '.font-claude-response .row-start-1 .group\\/thinking', 1, 1, 1),
      mark(
        'answer in the second row',
        '.row-start-2 .row-start-1 :is(.standard-markdown, .progressive-markdown)',
        0,
        1,
        1,
      ),
      mark('stop button', 'button[aria-label="Stop response"]', 1, 1, 0),
      mark('action bars', '[data-testid="action-bar-retry"]', 1, 1, 2),
      claudeComposer,
      claudeModel,
    ],
  },
  'claude-b': claudeRows('[data-is-streaming] .font-claude-response .standard-markdown', [
    mark('streaming row', '[data-perf-row-streaming="true"]', 1, 1, 0),
    mark('total', '[aria-label="Message 4 of 4"]', 1, 1, 1),
    mark('list', '[data-testid="transcript-list"]', 1, 1, 1),
  ]),
  'claude-c': claudeRows('[data-testid="assistant-message"] [data-perf-reply-text]', [
    mark('answers', '[data-testid="assistant-message"][data-cds="AssistantMessage"]', 2, 2, 2),
    mark('old class', '.font-claude-response', 0, 0, 0),
    mark('list', '[data-perf-region="transcript"][role="feed"] [data-testid="transcript-sizer"]', 1, 1, 1),
  ]),
  'gemini-a': gemini([
    mark('stop state', 'button.send-button.stop', 1, 1, 0),
    mark('send state', 'button.send-button.submit', 0, 0, 1),
  ]),
  'gemini-lr26': gemini([
    mark('send container while it works, composer empty', '[data-test-id="send-button-container"]', 1, 1, 0),
    mark('wrapped buttons', 'gem-icon-button [aria-label="Redo"]', 1, 1, 2),
    mark('mode in the label', '[aria-label="Open mode picker, currently Fast"]', 1, 1, 1),
  ]),
};
