/** How a prompt can be sent. */
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { PromptRecord } from '../../../../lib/prompt';
import type { LogEntry } from '../../../sites/types';
import { siteOf } from '../../support';
import type { Situation, Stage } from '../types';

const QUESTION = 'How do tides work?';

/** Address of a project, custom GPT or gem on each site. */
function placeOf({ layout }: Stage): string {
  switch (siteOf(layout)) {
    case 'chatgpt':
      return '/g/g-abc123-harbour-pilot';
    case 'claude':
      return '/project/0d9c1f2a-3b4c-4d5e-8f60-7a8b9c0d1e2f';
    case 'gemini':
      return '/gem/harbour-pilot';
  }
}

/** Address of a chat that is not kept. */
const temporaryOf = ({ layout }: Stage): string =>
  ({ chatgpt: '/?temporary-chat=true', claude: '/new?incognito=true', gemini: '/app?temporary-chat=true' })[
    siteOf(layout)
  ];

/** A text of so many characters that no two lines are the same. */
const longText = (characters: number): string => {
  const lines: string[] = [];
  for (let length = 0, n = 1; length < characters; n += 1) {
    const line = `${n}. The gauge at the outer mole reads ${(n * 37) % 911} millimetres above the mark.`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join(' ').slice(0, characters).trim();
};

/** Seconds by which the duration of an answer may be off: less than both of its ends may be off together. */
const DURATION_TOLERANCE = 0.25;

/** What a plain prompt must say beyond what all must: the very tokens on ChatGPT, and how long the answer took. */
function inexact(record: PromptRecord, truth: LogEntry): string | null {
  const [first, last] = [record.firstTokenTime, record.lastTokenTime];
  const seconds = first === null || last === null ? Number.NaN : last - first;
  const wanted = ((truth.lastTokenAt ?? Number.NaN) - (truth.firstTokenAt ?? Number.NaN)) / 1000;
  if (!(Math.abs(seconds - wanted) < DURATION_TOLERANCE))
    return `the answer took ${seconds} s, not ${wanted} s`;
  if (record.site !== 'chatgpt') return null;
  const [input, output] = [countTokens(truth.userText), countTokens(truth.answerText)];
  if (record.inputTokens === input && record.outputTokens === output) return null;
  return `tokens are ${record.inputTokens} and ${record.outputTokens}, not ${input} and ${output}`;
}

export const SENDING: readonly Situation[] = [
  {
    id: 'send-enter',
    group: 'sending',
    title: 'Enter, in a new chat and again in the same',
    quickOn: 'every layout',
    play: async (stage) => {
      await stage.open('new');
      await stage.send(QUESTION);
      await stage.idle();
      await stage.send('And why are there two a day?\nPlease keep it short.');
      await stage.idle();
    },
    expect: [
      { also: (record, truth) => inexact(record, truth) },
      {
        also: (record, truth, [first]) =>
          record.contextTokens === (first?.inputTokens ?? 0) + (first?.outputTokens ?? 0)
            ? inexact(record, truth)
            : `context is ${record.contextTokens} tokens`,
      },
    ],
  },
  {
    id: 'send-enter-twice',
    group: 'sending',
    title: 'Enter pressed again while the site is slow to show what was sent',
    play: async (stage) => {
      await stage.open('old', { plan: { userTurnMs: 800 } });
      await stage.send(QUESTION);
      for (let n = 0; n < 2; n += 1) {
        await stage.pause(250);
        await stage.press('Enter');
      }
      await stage.idle();
    },
  },
  {
    id: 'send-before-bar',
    group: 'sending',
    title: 'Sent on after the end of an answer, before its action bar',
    decision: 'What had stopped when the next prompt was sent is whole.',
    play: async (stage) => {
      await stage.open('new', { plan: { actionBar: 'late', lateMs: 4_000 } });
      await stage.send(QUESTION);
      await stage.page.waitFor(() => window.__sim.phase() === 'streaming');
      await stage.page.waitFor(() => window.__sim.phase() === 'idle');
      await stage.pause(1_000);
      await stage.send('And why are there two a day?');
      await stage.idle();
    },
    expect: [{}, {}],
  },
  {
    id: 'send-click',
    group: 'sending',
    title: 'Click on send',
    play: async (stage) => {
      await stage.open('old');
      await stage.write(QUESTION);
      await stage.click('send');
      await stage.idle();
    },
  },
  {
    id: 'send-control-enter',
    group: 'sending',
    title: 'Ctrl/Cmd+Enter',
    play: async (stage) => {
      await stage.open('old');
      await stage.write(QUESTION);
      await stage.press('Control+Enter');
      await stage.idle();
    },
  },
  {
    id: 'send-suggestion',
    group: 'sending',
    title: 'Suggestion chip',
    play: async (stage) => {
      await stage.open('new');
      await stage.click('suggestion');
      await stage.idle();
    },
  },
  {
    id: 'send-dictated',
    group: 'sending',
    title: 'Dictated prompt: the text comes in one piece, send is clicked',
    decision:
      'A spoken conversation (voice mode) shows no thread while it lasts; what it leaves behind is history and is not counted.',
    play: async (stage) => {
      await stage.open('new');
      await stage.write('Tell me in one sentence what a groyne is for.');
      await stage.click('send');
      await stage.idle();
    },
  },
  {
    id: 'send-files-only',
    group: 'sending',
    title: 'Files without text',
    not: { 'chatgpt-d': 'No file of a prompt is known on this layout.' },
    decision: 'The tokens of files are not in the number; the record says how many there were.',
    play: async (stage) => {
      await stage.open('old');
      await stage.page.sim('attach', [
        { name: 'chart.png', kind: 'image' },
        { name: 'notes.pdf', kind: 'file' },
      ]);
      await stage.click('send');
      await stage.idle();
    },
    expect: [
      {
        also: ({ media }) =>
          media.inputFiles === 2 ? null : `${media.inputFiles} files and ${media.inputImages} pictures seen`,
      },
    ],
  },
  {
    id: 'send-pasted',
    group: 'sending',
    title: 'Pasted 200 kB',
    decision:
      'The typed text counts where the page shows it cut. A site that turns a long paste into a file shows a file: it is counted as one.',
    play: async (stage) => {
      await stage.open('old', { plan: { kind: 'short' } });
      await stage.send(longText(200_000));
      await stage.idle();
    },
  },
  {
    id: 'send-same-twice',
    group: 'sending',
    title: 'The same text twice in a row',
    play: async (stage) => {
      await stage.open('new', { plan: { kind: 'short' } });
      await stage.send(QUESTION);
      await stage.idle();
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'send-home',
    group: 'sending',
    title: 'From the home page, the address changing in the middle of the answer',
    play: async (stage) => {
      await stage.open('new', { plan: { addressMs: 1200 } });
      await stage.send(QUESTION);
      await stage.idle();
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
  {
    id: 'send-project',
    group: 'sending',
    title: 'Project, custom GPT and gem pages',
    not: { 'chatgpt-d': 'Projects and custom GPTs need an account.' },
    play: async (stage) => {
      await stage.open(placeOf(stage));
      await stage.send(QUESTION);
      await stage.idle();
    },
  },
  {
    id: 'send-temporary',
    group: 'sending',
    title: 'Temporary or incognito chat: no address of its own',
    not: { 'chatgpt-d': 'A chat without an account has one kind of address only.' },
    play: async (stage) => {
      await stage.open(temporaryOf(stage));
      await stage.send(QUESTION);
      await stage.idle();
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
  {
    id: 'send-while-loading',
    group: 'sending',
    title: 'While the page is still loading: the messages of the chat come after the prompt was sent',
    decision: 'What was not there when the prompt was sent is not known as its context: marked as partial.',
    play: async (stage) => {
      await stage.open('old', { historyMs: 6_000, history: 12, plan: { firstTokenMs: 6_500 } });
      await stage.send(QUESTION);
      await stage.idle();
      await stage.pause(1_000);
    },
    expect: [{ also: ({ context }) => (context.complete ? 'its context is taken for known' : null) }],
  },
  {
    id: 'send-model',
    group: 'sending',
    title: 'Model changed between prompts and during an answer',
    not: { 'chatgpt-d': 'The page names no model.' },
    decision: 'The model is the one that the page named at the moment of sending.',
    play: async (stage) => {
      await stage.open('new', { queue: [{ pauses: [{ afterChunk: 10, ms: 4_000 }] }] });
      await stage.send(QUESTION);
      await stage.grown(20);
      await stage.click('model');
      await stage.idle();
      await stage.send('And the wind?');
      await stage.idle();
    },
  },
];
