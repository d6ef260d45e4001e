/**
 * Claude (claude.ai). Three layouts; B and C are virtualised rows and share most of their marks.
 * Facts: public notes and saved pages of 2026-02 to 2026-10-07; nothing was checked on the live site after that.
 */
import type { ModelSeen } from '../../prompt';
import type { Layout, Site } from '../site';
import { anyOf, asLabel, attributeOf, CODE_EDITOR, firstSegment, NEVER_TEXT } from './common';

const MODEL_BUTTON = '[data-testid="model-selector-dropdown"]';

/**
 * The next prompt's model: Claude marks none on its answers. The ARIA label ("Model: Sonnet 5 Medium",
 * 2026-08) says more than the text ("Sonnet 5"); its part before the colon is translated.
 */
function model(root: ParentNode): ModelSeen {
  const button = root.querySelector(MODEL_BUTTON);
  const shown = asLabel(button?.textContent);
  const spoken = asLabel(button?.getAttribute('aria-label')?.replace(/^[^:：]*[:：]/, ''));
  const saysMore = spoken !== null && (shown === null || spoken.includes(shown));
  return { slug: null, label: saysMore ? spoken : shown };
}

/**
 * Steps and thinking stand in the first row of a grid, the answer in the second; inside the second the
 * answer itself may stand in a first row again (2026-02). The thinking text is there even when closed.
 */
const STEPS = anyOf(
  ':not(.row-start-2) > .row-start-1',
  '.row-start-1:has(+ .row-start-2)',
  '[class~="group/thinking"]',
);

const THUMBNAIL = '[data-testid="file-thumbnail"]';
/** Holds the thumbnails of a prompt (2026-09). */
const ATTACHMENTS = '[data-cds="MessageAttachments"]';
const FILES = anyOf(THUMBNAIL, ATTACHMENTS);
/** What stands for a file where there are no thumbnails. */
const PLAIN_ATTACHMENT = `${ATTACHMENTS}:not(:has(${THUMBNAIL})) :is(a, button, img)`;

const NOT_TEXT = anyOf(
  NEVER_TEXT,
  STEPS,
  '.sr-only',
  '[role="status"]',
  '[class~="artifact-block-cell"]',
  'a[class~="group/tag"]', // source marks in the prose; not in a capture
  ':is([class~="group/copy"] > div):not(:has(pre))', // the language above a code block, a bare line
  FILES,
  '[data-find-omitted]', // 2026-10
  '[data-cds="TurnStatus"]',
  '[data-cds="MessageActions"]',
  '[data-cds="RelativeTime"]',
  '[data-cds="Icon"]',
);

/** Marks of all layouts, so that a mix of two (seen within a week in 2026-08) still reads. */
const ANSWER_TEXT = anyOf(
  '[data-perf-reply-text]', // C, 2026-10
  '[data-cds="Prose"]', // C, 2026-10
  '.font-claude-response .standard-markdown', // A and B
  '.font-claude-response .progressive-markdown', // A and B while streaming
  '.font-claude-message', // A to about mid 2025
);

/** Not in a capture. The notice of an interrupted answer has two buttons and no mark but its text. */
const NOTICE = anyOf('[role="alert"]', '[role="status"]:has(button ~ button)');

/** A page in which an answer is being made. */
const MADE = `:root:has(${anyOf(
  '[data-is-streaming="true"]',
  '[data-perf-row-streaming="true"]',
  '[data-testid="assistant-message"]:not([data-is-streaming])',
)})`;
/**
 * Some accounts have no test id on the stop button, and its label is translated (2026-09-18). It stands where the
 * send button stands at rest: the last one of the row below the editor, and no menu. Other buttons can stand there at
 * rest, so it is believed only while an answer is made.
 */
const LAST_BUTTON =
  'button:last-child:not([data-testid], [aria-haspopup], [aria-expanded], [aria-pressed], :disabled)';
const BELOW_EDITOR = [
  `[data-testid="chat-input"] ~ ${LAST_BUTTON}`,
  `[data-testid="chat-input"] ~ * ${LAST_BUTTON}`,
  `fieldset :has([data-testid="chat-input"]) ~ * ${LAST_BUTTON}`,
];

const shared = {
  // The server-rendered text area before it has another test id and is no `div`.
  composer: 'div[data-testid="chat-input"]',
  send: anyOf('[data-testid="chat-input-send"]', 'button[aria-label="Send message"]'),
  // Without the test id (2026-09) the English label counts, and the place while an answer is made.
  stop: anyOf(
    '[data-testid="chat-input-stop"]',
    'button[aria-label="Stop response"]',
    ...BELOW_EDITOR.map((place) => `${MADE} ${place}`),
  ),
  stopPlaces: [
    '[data-testid="chat-input-stop"]',
    '[aria-label="Stop response"]',
    'fieldset button',
    '[data-testid="chat-input"] ~ button',
    '[data-testid="chat-input"] ~ * button',
  ],
  streaming: anyOf('[data-is-streaming="true"]', '[data-cds="TurnStatus"][data-state="busy"]'),
  finished: '[data-is-streaming="false"]',
  failed: NOTICE,
  inputFiles: anyOf(THUMBNAIL, PLAIN_ATTACHMENT), // reported 2026-09
  inputImages: anyOf(`${THUMBNAIL}:has(img)`, `${PLAIN_ATTACHMENT}:is(img, :has(img))`),
  outputImages: null,
  model,
};

/** To mid 2026; last capture 2026-02-27. All turns stay mounted. */
const wrappers: Layout = {
  ...shared,
  id: 'claude-a',
  present: anyOf(
    '[data-test-render-count] [data-testid="user-message"]',
    '[data-test-render-count] [data-is-streaming]',
  ),
  unless: '[data-testid="transcript-row"]',
  // The wrapper, since the action bar stands beside the answer's own element.
  turn: '[data-test-render-count]',
  user: {
    mark: '[data-testid="user-message"]',
    text: '[data-testid="user-message"]',
    notText: NOT_TEXT,
    keepSpace: '.whitespace-pre-wrap',
  },
  assistant: {
    mark: '[data-is-streaming]',
    text: ANSWER_TEXT,
    notText: NOT_TEXT,
    keepSpace: CODE_EDITOR,
  },
  key: () => null,
  retry: anyOf('[data-testid="action-bar-retry"]', '[data-test-render-count] button[aria-label="Retry"]'),
  thinking: STEPS,
  thinkingText:
    '[class~="group/thinking"] .standard-markdown, .row-start-1:has(+ .row-start-2) .standard-markdown',
  thinkingDuration: '.row-start-1:has(+ .row-start-2) [role="status"]',
  virtualised: false,
};

/** "Message 3 of 18" in any language: the larger of two numbers is the total; a single one says nothing. */
function totalTurns(root: ParentNode): number | null {
  const row = root.querySelector('[data-testid="transcript-row"] [role="article"][aria-label]');
  const numbers = row?.getAttribute('aria-label')?.match(/\d+/g)?.map(Number) ?? [];
  return numbers.length === 2 ? Math.max(...numbers) : null;
}

/** The row's place in the conversation; the element of a mounted row is used for other places later. */
function rowKey(turn: Element): string | null {
  const index = attributeOf(turn, 'data-index');
  return index === null ? null : `row-${index}`;
}

const ROW = '[data-testid="transcript-row"]';
const ACTIONS = anyOf(
  '[data-testid="message-actions"]',
  '[data-cds="MessageActions"]',
  '[data-testid^="action-bar-"]',
);

/** Parts of an answer's row that have buttons of their own. */
const PARTS = anyOf(
  '[data-transcript-engine-root]',
  '[data-cds="Prose"]',
  '.font-claude-response',
  '[data-cds="TurnStatus"]',
  '[class~="artifact-block-cell"]',
  '[role="group"]',
  '[role="toolbar"]',
);
const OTHER_BUTTON = 'button:not([data-testid], [data-approval-digit], [aria-expanded], [aria-haspopup])';
/** Levels between a row and the buttons of a notice. */
const MOST_LEVELS = 9;

/**
 * An answer that the site cut off, told by what is missing: it is not being made, has no action bar, and two buttons
 * stand beside each other in none of its known parts (reported; not in a capture).
 */
const CUT_OFF = anyOf(
  ...Array.from(
    { length: MOST_LEVELS },
    (_, levels) =>
      `${ROW}[data-perf-row="assistant"]:not(:has(${ACTIONS})):has([data-is-streaming="false"])` +
      `${` > :not(${PARTS})`.repeat(levels)} > ${OTHER_BUTTON} ~ ${OTHER_BUTTON}`,
  ),
);

/** The last answer comes without its streaming mark and gets it with the first token (2026-09-18). */
const AWAITED = `${ROW}[data-perf-row="assistant"]:not(:has([data-is-streaming], ${ACTIONS})):not(:has(+ ${ROW}))`;

const rows = {
  ...shared,
  streaming: anyOf(shared.streaming, AWAITED),
  failed: anyOf(NOTICE, CUT_OFF),
  // Reported 2026-09: each choice of a tool's permission has a digit.
  waitsForUser: '[data-approval-digit]',
  // Reported 2026-09: a prompt that the limit refuses is drawn and taken back after 0.3 to 0.8 s.
  refused: '[data-cds="ChatComposerNotices"] a[href*="from=ratelimit"]',
  turn: '[data-testid="transcript-row"]',
  user: {
    mark: '[data-testid="transcript-row"][data-perf-row="human"]',
    text: '[data-testid="user-message"]',
    notText: NOT_TEXT,
    keepSpace: '.whitespace-pre-wrap',
  },
  assistant: {
    mark: '[data-testid="transcript-row"][data-perf-row="assistant"]',
    text: ANSWER_TEXT,
    notText: NOT_TEXT,
    keepSpace: CODE_EDITOR,
  },
  key: rowKey,
  retry: anyOf(
    '[data-testid="action-bar-retry"]',
    '[data-testid="user-message-retry"]',
    '[data-testid="transcript-row"] button[aria-label="Retry"]',
  ),
  thinking: anyOf('[data-cds="TurnStatus"]', '[data-step-key^="thinking-"]', STEPS),
  thinkingText:
    '[class~="group/thinking"] .standard-markdown, .row-start-1:has(+ .row-start-2) .standard-markdown',
  thinkingDuration: anyOf(
    '[data-cds="TurnStatus"] [data-cds-row]', // 2026-10
    '.row-start-1:has(+ .row-start-2) [role="status"]',
  ),
  virtualised: true,
  totalTurns,
};

const HUB_MARKS = anyOf(
  '[data-testid="assistant-message"]',
  '[data-cds="AssistantMessage"]',
  '[data-testid="transcript-sizer"]',
  '[data-perf-region="transcript"][role="feed"]',
);

/** From 2026-08, staged; last seen 2026-08-31. */
const transcript: Layout = {
  ...rows,
  id: 'claude-b',
  present: '[data-testid="transcript-row"][data-perf-row]',
  unless: HUB_MARKS,
};

/** Seen live 2026-09-23 and 2026-09-26, last on 2026-10-07, when the response class was gone. */
const hub: Layout = { ...rows, id: 'claude-c', present: HUB_MARKS };

/** First path segments of pages that are no live chat. */
const NOT_CHATS = new Set(
  'share settings login logout artifacts public code recents projects customize admin upgrade onboarding download'.split(
    ' ',
  ),
);

export const claude: Site = {
  id: 'claude',
  hosts: ['claude.ai'],
  conversationKey: (url) =>
    /^\/chat\/([0-9a-f][0-9a-f-]{7,})(?:\/|$)/i.exec(url.pathname)?.[1]?.toLowerCase() ?? null,
  isChatPage: (url) => !NOT_CHATS.has(firstSegment(url)),
  layouts: [hub, transcript, wrappers],
};
