/** How a prompt can be sent. Enter, Ctrl+Enter, a click and a dictated text are one gesture to the tracker. */
import { ANSWER, CHUNKS, complete, type Group, NEXT, old, QUESTION } from './row';

const LONG = 'one line of a long text, '.repeat(8_000).trim();

export const SENDING: Group = {
  title: 'Sending',
  rows: [
    {
      name: 'in a new chat and again in the same',
      madeUp: false,
      play: (page) => {
        page.answer(page.ask(QUESTION), CHUNKS);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER, { kind: 'first', sent: 0, first: 1, last: 1.05, context: seen(0, 0) }),
        complete(NEXT, 'Likewise.', { chat: 0, sent: 2.1, first: 3.1, last: 3.1, context: seen(2, 33) }),
      ],
    },
    {
      name: 'Enter pressed again while the site is slow to show what was sent',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        for (let n = 0; n < 2; n += 1) {
          page.pass(0.25);
          page.enter();
        }
        page.pass(0.3);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: (page) => [
        complete(QUESTION, ANSWER, {
          sent: 0,
          // What a thread that takes turns out of the page has had before is not known.
          context: { turns: 4, textLength: 52, complete: !page.kind.virtualised },
        }),
      ],
    },
    {
      name: 'sent on after the end of an answer, before its action bar',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.reply(one);
        page.write(one, CHUNKS);
        page.endStream();
        page.pass(1);
        const two = page.ask(NEXT);
        page.mark(one, { finished: true });
        page.answer(two, ['Likewise.']);
      },
      expect: [complete(QUESTION, ANSWER), complete(NEXT, 'Likewise.')],
    },
    {
      name: 'by a suggestion',
      madeUp: false,
      play: (page) => {
        page.press();
        page.pass(0.1);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [complete(QUESTION, ANSWER, { kind: 'first', sent: 0, of: null })],
    },
    {
      name: 'files without text',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.enter();
        const one = page.question('', { files: 2 });
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [complete('', ANSWER, { files: 2, asked: 0 })],
    },
    {
      name: 'a pasted text of 200 kB that the page shows cut',
      madeUp: false,
      play: (page) => {
        page.type(LONG);
        page.enter();
        page.type('');
        const one = page.question(`${LONG.slice(0, 300)} … show more`);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [{ status: 'complete', question: LONG, asked: 199_999 }],
    },
    {
      name: 'a prompt of which the page shows less than what was typed by a space or two',
      madeUp: false,
      play: (page) => {
        page.type(`${'word '.repeat(40)}end  of it`);
        page.enter();
        page.type('');
        const one = page.question(`${'word '.repeat(40)}end of i`);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [{ status: 'complete', asked: 208 }],
    },
    {
      name: 'a prompt that the page shows half cut counts as it was typed',
      madeUp: false,
      play: (page) => {
        page.type('word '.repeat(40).trim());
        page.enter();
        page.type('');
        const one = page.question('word '.repeat(25).trim());
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [{ status: 'complete', asked: 199 }],
    },
    {
      name: 'the same text twice in a row',
      madeUp: false,
      play: (page) => {
        page.answer(page.ask(QUESTION), CHUNKS);
        page.answer(page.ask(QUESTION), CHUNKS);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, ANSWER, { kind: 'first', of: null, sent: 2.1, context: seen(2, 33) }),
      ],
    },
    {
      name: 'from the home page, the address changing in the middle of the answer',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.reply(one);
        page.write(one, CHUNKS);
        page.go('named');
        page.write(one, [' More.']);
        page.finish(one);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, `${ANSWER} More.`, { chat: 0, siteKey: 'named' }),
        complete(NEXT, 'Likewise.', { chat: 0, siteKey: 'named' }),
      ],
    },
    {
      name: 'in a temporary chat, which never gets an address of its own',
      madeUp: false,
      play: (page) => {
        page.answer(page.ask(QUESTION), CHUNKS);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER, { chat: 0, siteKey: null }),
        complete(NEXT, 'Likewise.', { chat: 0, siteKey: null }),
      ],
    },
    {
      name: 'while the messages of its chat are still to come',
      madeUp: false,
      begin: (page) => {
        page.chatKey = 'old';
      },
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        page.pass(6);
        for (const n of [1, 2, 3]) page.past(`Old question ${n}`, `Old answer ${n}`);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [
        complete(QUESTION, ANSWER, { sent: 0, context: { turns: 0, textLength: 0, complete: false } }),
      ],
    },
    {
      name: 'the model is changed between prompts and during an answer',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.model = 'Model 6';
        page.answer(one, CHUNKS);
        page.answer(page.ask(NEXT), CHUNKS);
      },
      expect: [{ model: 'Model 5' }, { model: 'Model 6' }],
    },
    {
      name: 'a prompt that the site refused is sent again, and counts from then',
      madeUp: true,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.pass(5);
        page.answer(page.ask(QUESTION), CHUNKS);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 5, first: 6 })],
    },
    {
      name: 'no gesture at all: the answer is nobody’s here',
      madeUp: false,
      play: (page) => {
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [],
    },
  ],
};

function seen(turns: number, textLength: number) {
  return { turns, textLength, complete: true };
}
