/** How an answer can come. */
import {
  ANSWER,
  begun,
  CHUNKS,
  complete,
  type Group,
  NEXT,
  old,
  QUESTION,
  scrollIn,
  scrollOut,
  VIRTUALISED,
} from './row';

const FAMILY = '👨‍👩‍👧 '.repeat(3);

export const ANSWERING: Group = {
  title: 'Answering',
  rows: [
    {
      name: 'one token, gone in a moment',
      madeUp: false,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        const one = page.question(QUESTION);
        page.pass(0.1);
        page.reply(one, 'No.').finished = true;
      },
      expect: [complete(QUESTION, 'No.', { sent: 0, first: 0.1 })],
    },
    {
      name: '100 kB',
      madeUp: false,
      play: (page) =>
        page.answer(
          page.ask(QUESTION),
          Array.from({ length: 400 }, () => 'w'.repeat(250)),
        ),
      expect: [{ status: 'complete', length: 100_000, first: 1, last: 20.95 }],
    },
    {
      name: 'thinking is shown before the first word',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(0.5);
        page.reply(one).thinking = true;
        page.pass(6);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { thought: true, first: 6.5, last: 6.55 })],
    },
    {
      name: 'thinking is shown and taken away before the end',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(0.5);
        page.reply(one).thinking = true;
        page.pass(2);
        page.mark(one, { thinking: false });
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { thought: true })],
    },
    {
      name: 'the stop button flickers between thinking and answering',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(2);
        page.endStream();
        page.pass(0.2);
        page.startStream();
        page.pass(2);
        page.reply(one);
        page.grow(one, 'The moon ');
        page.pass(0.5);
        page.endStream();
        page.pass(0.2);
        page.startStream();
        page.grow(one, 'pulls.');
        page.pass(0.1);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 4.2, last: 4.9 })],
    },
    {
      name: 'three minutes of silence before the first token',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(180);
        page.reply(one);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 0, first: 180, last: 180.05, throttled: false })],
    },
    {
      name: 'pauses of 40 s inside the answer',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.pass(40);
        page.grow(one, 'pulls.');
        page.pass(40);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 1, last: 41.5 })],
    },
    {
      name: 'the site waits for its user in the middle: that time is told apart',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { waitsForUser: true });
        page.pass(30);
        page.mark(one, { waitsForUser: false });
        page.startStream();
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { waitedForUser: 30, last: 31.5 })],
    },
    {
      name: 'the page goes while the site waits for its user: the wait so far is told apart',
      madeUp: true,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(2);
        page.reply(one).waitsForUser = true;
        page.endStream();
        page.pass(10);
        page.leave();
      },
      expect: [{ status: 'interrupted', waitedForUser: 10, waited: 2 }],
    },
    {
      name: 'the site waits for its user before the first token',
      madeUp: true,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.reply(one).waitsForUser = true;
        page.endStream();
        page.pass(100);
        page.mark(one, { waitsForUser: false });
        page.startStream();
        page.pass(1);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { waitedForUser: 100, first: 102 })],
    },
    {
      name: 'code is rendered anew at the end, word for word',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.grow(one, 'pulls.');
        page.pass(3);
        page.endStream();
        page.render(one);
        page.mark(one, { finished: true });
        page.pass(2);
        page.render(one);
      },
      expect: [complete(QUESTION, ANSWER, { last: 1.5 })],
    },
    {
      name: 'the answer is rendered anew while it grows: that is no growth',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.grow(one, 'pulls.');
        page.pass(2);
        page.render(one);
        page.pass(2);
        page.endStream();
        page.mark(one, { finished: true });
        page.pass(1);
      },
      expect: [complete(QUESTION, ANSWER, { last: 1.5 })],
    },
    {
      name: 'the answer is rendered anew right before its end, on a machine that is slow to read it',
      madeUp: false,
      play: (page) => {
        page.soonMs = () => 300;
        const one = begun(page);
        page.render(one);
        page.grow(one, 'pulls.');
        page.pass(0.55);
        page.render(one);
        page.pass(0.2);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { last: 1.5 })],
    },
    {
      name: 'the text is replaced by another one while it grows',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.pass(1);
        page.render(one, 'Something quite different');
        page.pass(0.5);
        page.grow(one, ', and longer.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'Something quite different, and longer.', { first: 1, last: 3 })],
    },
    {
      name: 'the text is emptied and filled anew with less',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.reply(one);
        page.grow(one, 'A first attempt that the site throws away again');
        page.pass(2);
        page.empty(one);
        page.pass(1);
        page.grow(one, 'The moon.');
        page.pass(1);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon.', { first: 1, last: 4 })],
    },
    {
      name: 'emoji of several code points',
      madeUp: false,
      play: (page) => page.answer(page.ask(`${FAMILY}?`), [FAMILY]),
      expect: [{ status: 'complete', asked: 19, length: 17 }],
    },
    {
      name: 'pictures alone',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(5);
        page.reply(one);
        page.pass(10);
        page.mark(one, { images: 2 });
        page.finish(one);
      },
      expect: [{ status: 'complete', length: 0, first: null, last: null, pictures: 2 }],
      trouble: null,
    },
    {
      name: 'the action bar comes 4 s late',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.pass(4);
        page.mark(one, { finished: true });
      },
      expect: [complete(QUESTION, 'The moon', { last: 1 })],
    },
    {
      name: 'the action bar never comes',
      madeUp: false,
      play: (page) => {
        begun(page);
        page.endStream();
      },
      expect: [complete(QUESTION, 'The moon', { last: 1 })],
    },
    {
      name: 'the thread is scrolled up while the answer grows, and down again',
      madeUp: false,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        const one = begun(page);
        scrollOut(page, one);
        page.pass(4);
        if (one.reply?.answer != null) one.reply.answer.text += 'pulls';
        scrollIn(page, one);
        page.pass(4);
        page.grow(one, '.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 1, last: 9.5, throttled: true })],
    },
    {
      name: 'the thread is scrolled up while the answer grows, and down again after its end',
      madeUp: false,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        const one = begun(page);
        scrollOut(page, one);
        page.pass(4);
        page.endStream();
        page.pass(20);
        if (one.reply?.answer != null) Object.assign(one.reply.answer, { text: ANSWER, finished: true });
        scrollIn(page, one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 1, last: null, throttled: true })],
    },
    {
      name: 'the thread is scrolled up for good: what was seen stays, for 5 min',
      madeUp: false,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        const one = begun(page);
        scrollOut(page, one);
        page.pass(2);
        page.endStream();
        page.pass(290);
        if (page.records.all()[0]?.status !== 'pending') throw new Error('it is waited for that long');
      },
      expect: [{ status: 'interrupted', answer: 'The moon', first: 1 }],
    },
    {
      name: 'a virtualised thread that is scrolled up while the answer is awaited: its first token was not seen',
      madeUp: false,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        scrollOut(page, one);
        page.pass(10);
        page.endStream();
        page.pass(1);
        one.ask = page.mount(one.ask);
        page.reply(one, ANSWER).finished = true;
      },
      expect: [complete(QUESTION, ANSWER, { first: null, last: null, throttled: true })],
    },
    {
      name: 'two prompts, the second while the first is scrolled out and done',
      madeUp: false,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        const one = begun(page);
        scrollOut(page, one);
        page.pass(3);
        page.endStream();
        page.pass(3);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [{ status: 'interrupted', answer: 'The moon' }, complete(NEXT, 'Likewise.')],
    },
  ],
};
