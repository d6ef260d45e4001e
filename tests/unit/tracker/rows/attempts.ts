/** Asking again. */
import { expect } from 'vitest';
import {
  ANSWER,
  APART,
  begun,
  CHUNKS,
  complete,
  type Group,
  KEYED,
  NEXT,
  old,
  QUESTION,
  scrollIn,
  scrollOut,
  sendEdit,
  VIRTUALISED,
} from './row';

export const ATTEMPTS: Group = {
  title: 'Attempts',
  rows: [
    {
      name: 'a retry: the same turn filled anew, or another one, as the page does it',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.pass(2);
        page.again(one);
        page.pass(1);
        page.write(one, ['Quite ', 'another.']);
        page.finish(one);
      },
      expect: [
        complete(QUESTION, ANSWER, { sent: 0 }),
        complete(QUESTION, 'Quite another.', { kind: 'retry', of: 0, sent: 4.1, first: 5.1, last: 5.15 }),
      ],
    },
    {
      name: 'two retries, and the same text comes again each time',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        for (let n = 0; n < 2; n += 1) {
          page.again(one);
          page.pass(1);
          page.write(one, CHUNKS);
          page.finish(one);
        }
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, ANSWER, { kind: 'retry', of: 0 }),
        complete(QUESTION, ANSWER, { kind: 'retry', of: 1 }),
      ],
    },
    {
      name: 'a retry in an old chat begins a task of its own',
      madeUp: false,
      begin: old,
      play: (page) => {
        const last = page.blocks.findLast(({ answer }) => answer !== null) ?? null;
        const asked = page.blocks.findLast(({ question }) => question !== null);
        if (asked === undefined) throw new Error('an old chat has a question');
        const one = { ask: asked, reply: last };
        page.again(one);
        page.pass(1);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [
        complete('Old question 2', ANSWER, { kind: 'retry', of: null, context: expectContext(2, 26) }),
      ],
    },
    {
      name: 'a retry by a menu that stands beside the turns',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.retry(one.reply);
        page.pass(1);
        page.press(null, true);
        page.clearReply(one);
        page.startStream();
        page.pass(1);
        page.write(one, ['Another.']);
        page.finish(one);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, 'Another.', { kind: 'retry', of: 0, sent: 3.1, first: 4.1 }),
      ],
    },
    {
      name: 'a retry after Enter in an empty composer, and an edit after it',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.enter();
        page.pass(1);
        page.again(one);
        page.pass(1);
        page.write(one, ['Another.']);
        page.finish(one);
        page.enter();
        page.pass(1);
        const edited = sendEdit(page, one, 'How do neap tides work?');
        page.pass(1);
        if (edited.reply === null) page.reply(edited);
        page.write(edited, ['Less ', 'water.']);
        page.finish(edited);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, 'Another.', { kind: 'retry', of: 0, sent: 3.1 }),
        complete('How do neap tides work?', 'Less water.', { kind: 'edit', of: 1, sent: 6.15 }),
      ],
    },
    {
      name: 'a retry while a prompt that the site refused still stands in the composer',
      madeUp: true,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.type(NEXT);
        page.enter();
        page.pass(4);
        page.again(one);
        page.pass(1);
        page.write(one, ['Another.']);
        page.finish(one);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, 'Another.', { kind: 'retry', of: 0, sent: 6.1 }),
      ],
    },
    {
      name: 'the pager of two attempts is turned back and forth',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.again(one);
        page.pass(1);
        page.write(one, ['Another.']);
        page.finish(one);
        for (const text of [ANSWER, 'Another.', ANSWER]) {
          page.press(one.reply);
          page.render(one, text);
          page.pass(0.4);
        }
      },
      expect: [complete(QUESTION, ANSWER), complete(QUESTION, 'Another.', { kind: 'retry', of: 0 })],
    },
    {
      name: 'the pager is turned back, then a follow-up in the older branch',
      madeUp: false,
      on: ['keyed', 'virtual'],
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        const first = one.reply;
        page.again(one);
        page.pass(1);
        page.write(one, ['Another answer.']);
        page.finish(one);
        page.press(one.reply);
        page.remove(one.reply);
        one.reply = first === null ? null : page.mount(first);
        page.pass(0.4);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: (page) => [
        complete(QUESTION, ANSWER),
        complete(QUESTION, 'Another answer.', { kind: 'retry', of: 0 }),
        complete(NEXT, 'Likewise.', {
          context: { turns: 2, textLength: 33, complete: !page.kind.virtualised },
        }),
      ],
    },
    {
      name: 'an edited prompt',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.pass(1);
        const edited = sendEdit(page, one, 'How do neap tides work?');
        page.pass(1);
        if (edited.reply === null) page.reply(edited);
        page.write(edited, ['Less ', 'water.']);
        page.finish(edited);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete('How do neap tides work?', 'Less water.', {
          kind: 'edit',
          of: 0,
          sent: 3.1,
          first: 4.1,
          context: expectContext(0, 0),
        }),
      ],
    },
    {
      name: 'an edited prompt whose answer is scrolled away from, and back',
      madeUp: false,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.pass(1);
        const edited = sendEdit(page, one, 'How do neap tides work?');
        page.pass(1);
        if (edited.reply === null) page.reply(edited);
        page.grow(edited, 'Less ');
        page.pass(0.5);
        scrollOut(page, edited);
        page.pass(2);
        scrollIn(page, edited);
        page.pass(5);
        page.grow(edited, 'water.');
        page.pass(0.5);
        page.finish(edited);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete('How do neap tides work?', 'Less water.', { kind: 'edit', of: 0, throttled: true }),
      ],
    },
    {
      name: 'an edited prompt, sent after the end of an answer that has no action bar yet',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.pass(1);
        page.edit(one.ask);
        page.pass(0.5);
        const edited = sendEdit(page, one, 'How do neap tides work?');
        page.pass(1);
        if (edited.reply === null) page.reply(edited);
        page.write(edited, ['Less ', 'water.']);
        page.finish(edited);
      },
      expect: [
        complete(QUESTION, 'The moon'),
        complete('How do neap tides work?', 'Less water.', { kind: 'edit', of: 0, sent: 3, first: 4 }),
      ],
    },
    {
      name: 'an edit of an earlier prompt, then a follow-up in the new branch',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.answer(page.ask(NEXT), ['Likewise.']);
        const edited = sendEdit(page, one, 'In short: how do tides work?');
        page.pass(1);
        if (edited.reply === null) page.reply(edited);
        page.write(edited, ['Pull.']);
        page.finish(edited);
        page.answer(page.ask('And the rain?'), ['Falls.']);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(NEXT, 'Likewise.'),
        complete('In short: how do tides work?', 'Pull.', { kind: 'edit', of: 0 }),
        complete('And the rain?', 'Falls.', { kind: 'first', context: expectContext(2, 33) }),
      ],
    },
    {
      name: 'a retry after a failure that the turn itself shows',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { failed: true });
        page.pass(2);
        page.again(one);
        page.pass(1);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [
        { status: 'failed', answer: 'The moon', first: 1 },
        complete(QUESTION, ANSWER, { kind: 'retry', of: 0, sent: 3.5 }),
      ],
    },
    {
      name: 'a retry pressed at once when the failure is there',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { failed: true });
        page.pass(0.05);
        page.again(one);
        page.pass(1);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [
        { status: 'failed', answer: 'The moon' },
        complete(QUESTION, ANSWER, { kind: 'retry', of: 0 }),
      ],
    },
    {
      name: 'two answers to choose from, side by side in one turn',
      madeUp: true,
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.reply(one).parts = [
          { element: 901, text: '' },
          { element: 902, text: '' },
        ];
        page.grow(one, 'Left', 901);
        page.pass(0.3);
        page.grow(one, 'Right', 902);
        page.pass(0.3);
        page.grow(one, ' side', 901);
        page.pass(0.3);
        page.grow(one, ' side', 902);
        page.pass(0.3);
        page.finish(one);
      },
      expect: [
        complete(QUESTION, 'Left side', { kind: 'first', sent: 0, first: 1, last: 1.6 }),
        complete(QUESTION, 'Right side', { kind: 'alternative', of: 0, sent: 0, first: 1.3, last: 1.9 }),
      ],
    },
    {
      name: 'an answer that was cut goes on',
      madeUp: true,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.pass(1);
        page.press(one.reply);
        page.mark(one, { finished: false });
        page.startStream();
        page.pass(1);
        page.grow(one, ' And the sun');
        page.pass(0.5);
        page.grow(one, ' too.');
        page.pass(0.2);
        page.finish(one);
      },
      expect: [
        complete(QUESTION, ANSWER),
        {
          status: 'complete',
          kind: 'continue',
          of: 0,
          asked: 0,
          answer: 'And the sun too.',
          sent: 3.1,
          first: 4.1,
          last: 4.6,
          context: expectContext(2, 33),
        },
      ],
    },
    {
      name: 'an older answer is tried again where the page keeps what follows',
      madeUp: true,
      on: APART,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.pass(1);
        page.again(one);
        page.pass(1);
        page.write(one, ['Short.']);
        page.finish(one);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, 'Short.', { kind: 'retry', of: 0 }),
        complete(NEXT, 'Likewise.', { context: expectContext(2, 24) }),
      ],
    },
    {
      name: 'a retry whose question gets another key',
      madeUp: false,
      on: KEYED,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.again(one);
        page.pass(0.5);
        one.ask.key = 'final';
        page.changed();
        page.pass(0.5);
        page.write(one, ['Another.']);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER), complete(QUESTION, 'Another.', { kind: 'retry', of: 0 })],
    },
  ],
};

function expectContext(turns: number, textLength: number) {
  return expect.objectContaining({ turns, textLength });
}
