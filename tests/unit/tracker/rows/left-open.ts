/** What the first design left open, and what the review of November 2026 found beside it. */
import {
  ANSWER,
  APART,
  begun,
  CHUNKS,
  complete,
  type Group,
  KEYED,
  NAMED,
  NEXT,
  old,
  QUESTION,
  VIRTUALISED,
} from './row';

/** A follow-up is typed while the answer grows; the site sends it so many seconds after the end. */
const queued = (seconds: number): Group['rows'][number] => ({
  name: `a follow-up typed while the answer grows, sent by the site ${seconds} s after its end`,
  madeUp: true,
  play: (page) => {
    const one = begun(page);
    page.type(NEXT);
    page.enter();
    page.type('');
    page.pass(20);
    page.grow(one, 'pulls.');
    page.pass(0.5);
    page.endStream();
    page.mark(one, { finished: true });
    page.pass(seconds);
    const two = page.question(NEXT);
    page.startStream();
    page.answer(two, ['Likewise.']);
  },
  expect: [
    complete(QUESTION, ANSWER, { first: 1, last: 21.5 }),
    complete(NEXT, 'Likewise.', { sent: 22 + seconds, first: 23 + seconds }),
  ],
});

const enterAgain = (seconds: number, rebuilt: boolean): Group['rows'][number] => ({
  name: `Enter on the empty composer ${seconds} s into a wait, ${rebuilt ? 'the question built anew' : 'nothing else'}`,
  madeUp: false,
  on: rebuilt ? KEYED : undefined,
  play: (page) => {
    page.type(QUESTION);
    page.enter();
    page.type('');
    const one = page.question(QUESTION);
    page.pass(seconds);
    page.enter();
    page.pass(0.5);
    if (rebuilt) page.rebuild([one], () => 'final');
    page.startStream();
    page.answer(one, CHUNKS);
  },
  expect: [complete(QUESTION, ANSWER, { sent: 0, first: seconds + 1.5 })],
});

export const LEFT_OPEN: Group = {
  title: 'Left open by the first design',
  rows: [
    enterAgain(1, true),
    enterAgain(3.5, true),
    enterAgain(10, true),
    enterAgain(3.5, false),
    enterAgain(10, false),
    {
      name: 'a temporary chat is left in the middle of an answer by a control that is no link',
      madeUp: false,
      on: ['keyed', 'virtual', 'exchange', 'keyless'],
      play: (page) => {
        begun(page);
        page.press();
        page.openChat('other', 2);
        page.pass(3);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        { status: 'interrupted', answer: 'The moon', chat: 0, siteKey: null },
        complete(NEXT, 'Likewise.', { chat: 1, siteKey: 'other' }),
      ],
    },
    {
      name: 'a temporary chat at rest, another one opened by a control within 10 s, and a prompt there',
      madeUp: false,
      play: (page) => {
        page.answer(page.ask(QUESTION), CHUNKS);
        page.pass(5);
        page.press();
        page.openChat('other', 2);
        page.pass(1);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER, { chat: 0, siteKey: null }),
        complete(NEXT, 'Likewise.', { chat: 1, siteKey: 'other' }),
      ],
    },
    queued(0),
    queued(0.1),
    queued(0.4),
    queued(3),
    {
      name: 'a follow-up that the site holds back for 90 s',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        page.type(NEXT);
        page.enter();
        page.type('');
        for (let n = 0; n < 9; n += 1) {
          page.pass(10);
          page.grow(one, 'more ');
        }
        page.pass(0.5);
        page.endStream();
        page.mark(one, { finished: true });
        page.pass(0.3);
        const two = page.question(NEXT);
        page.startStream();
        page.answer(two, ['Likewise.']);
      },
      expect: [{ status: 'complete', last: 91.5 }, complete(NEXT, 'Likewise.', { sent: 92.3, first: 93.3 })],
      trouble: null,
    },
    {
      name: 'two follow-ups are queued: both are counted',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        for (const text of [NEXT, 'And the rain?']) {
          page.type(text);
          page.enter();
          page.type('');
          page.pass(3);
        }
        page.finish(one);
        const two = page.question(NEXT);
        page.startStream();
        page.answer(two, ['Likewise.']);
        page.pass(0.2);
        const three = page.question('And the rain?');
        page.startStream();
        page.answer(three, ['Falls.']);
      },
      expect: [
        complete(QUESTION, 'The moon'),
        complete(NEXT, 'Likewise.', { sent: 8.5, context: { turns: 2, textLength: 26, complete: true } }),
        complete('And the rain?', 'Falls.', {
          sent: 10.8,
          context: { turns: 4, textLength: 48, complete: true },
        }),
      ],
    },
    {
      name: 'two follow-ups are queued and shown together, and answered one after the other',
      madeUp: true,
      on: APART,
      play: (page) => {
        const one = begun(page);
        for (const text of [NEXT, 'And the rain?']) {
          page.type(text);
          page.enter();
          page.type('');
          page.pass(1);
        }
        page.finish(one);
        const two = page.question(NEXT);
        page.startStream();
        page.answer(two, ['Likewise.']);
        const three = page.question('And the rain?');
        page.startStream();
        page.answer(three, ['Falls.']);
      },
      expect: [
        complete(QUESTION, 'The moon'),
        complete(NEXT, 'Likewise.'),
        complete('And the rain?', 'Falls.'),
      ],
    },
    {
      name: 'an edit is sent while the answer grows: the old one is stopped, the new one counted',
      madeUp: true,
      on: ['keyed', 'virtual'],
      play: (page) => {
        const one = begun(page);
        page.edit(one.ask);
        page.pass(1);
        page.edit(one.ask);
        page.remove(one.ask, one.reply);
        const two = page.question('How do neap tides work?');
        page.pass(1);
        page.reply(two);
        page.write(two, ['Less ', 'water.']);
        page.finish(two);
      },
      expect: [
        { status: 'stopped', answer: 'The moon' },
        complete('How do neap tides work?', 'Less water.', { kind: 'edit', of: 0, sent: 2.5, first: 3.5 }),
      ],
    },
    {
      name: 'an edit is sent in place while the answer grows',
      madeUp: true,
      on: ['keyless', 'rows'],
      play: (page) => {
        const one = begun(page);
        page.edit(one.ask);
        page.pass(1);
        page.edit(one.ask);
        if (one.ask.question !== null) one.ask.question.text = 'How do neap tides work?';
        page.remove(one.reply);
        page.pass(1);
        page.reply(one);
        page.write(one, ['Less ', 'water.']);
        page.finish(one);
      },
      expect: [
        { status: 'stopped', answer: 'The moon' },
        complete('How do neap tides work?', 'Less water.', { kind: 'edit', of: 0, sent: 2.5 }),
      ],
    },
    {
      name: 'an edit is sent in place while the answer grows, and its element is filled anew',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        page.edit(one.ask);
        page.pass(1);
        page.edit(one.ask);
        if (one.ask.question !== null) one.ask.question.text = 'How do neap tides work?';
        page.empty(one);
        page.pass(1);
        page.write(one, ['Less ', 'water.']);
        page.finish(one);
      },
      expect: [
        { status: 'stopped', answer: 'The moon' },
        complete('How do neap tides work?', 'Less water.', { kind: 'edit', of: 0, sent: 2.5, first: 3.5 }),
      ],
    },
    {
      name: 'an edit is sent in place while the answer grows, and its text is replaced at once',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        page.edit(one.ask);
        page.pass(1);
        page.edit(one.ask);
        if (one.ask.question !== null) one.ask.question.text = 'How do neap tides work?';
        page.pass(1);
        page.render(one, 'Less ');
        page.pass(0.5);
        page.grow(one, 'water.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [
        { status: 'stopped', answer: 'The moon' },
        complete('How do neap tides work?', 'Less water.', { kind: 'edit', of: 0, sent: 2.5, first: 3.5 }),
      ],
    },
    {
      name: 'an edit is typed in the question itself and given up, and the end of the answer is rendered anew meanwhile',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        page.grow(one, 'pulls at the sea, the sun does too, and **both together make the spring');
        page.pass(0.5);
        page.edit(one.ask);
        if (one.ask.question !== null) one.ask.question.text = 'How do neap';
        page.changed();
        page.pass(1);
        page.render(
          one,
          'The moon pulls at the sea, the sun does too, and both together make the spring tides.',
        );
        page.pass(1);
        if (one.ask.question !== null) one.ask.question.text = QUESTION;
        page.finish(one);
      },
      expect: [
        complete(
          QUESTION,
          'The moon pulls at the sea, the sun does too, and both together make the spring tides.',
        ),
      ],
    },
    {
      name: 'an answer grows while an edit is typed and given up',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.edit(one.ask);
        page.pass(1);
        page.edit(one.ask);
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER)],
    },
    {
      name: 'a retry of a failure that stands beside the turns, before any token',
      madeUp: true,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.endStream();
        page.pass(1);
        page.retry(null);
        page.pass(0.2);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [
        { status: 'failed', length: 0, first: null },
        complete(QUESTION, ANSWER, { kind: 'retry', of: 0, sent: 2, first: 3.2 }),
      ],
    },
    {
      name: 'rows are used again for another chat in the task that changes the address',
      madeUp: true,
      on: ['rows'],
      begin: old,
      play: (page) => {
        begun(page);
        page.go('other');
        page.generating = false;
        for (const [place, block] of page.blocks.entries()) {
          if (block.question !== null) block.question.text = `Other question ${place}`;
          if (block.answer !== null)
            Object.assign(block.answer, { text: `Other answer ${place}`, finished: true });
        }
        page.changed();
        page.pass(2);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        { status: 'interrupted', siteKey: 'old', chat: 0 },
        complete(NEXT, 'Likewise.', { siteKey: 'other', chat: 1 }),
      ],
    },
    {
      name: 'a home prompt gets a name that was shown before',
      madeUp: true,
      on: NAMED,
      begin: old,
      play: (page) => {
        page.link();
        page.openChat(null);
        page.pass(6);
        const one = begun(page);
        page.go('old');
        page.grow(one, 'pulls.');
        page.pass(1);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER)],
    },
    {
      name: 'an answer of pictures alone is emptied to a shell before its end is believed',
      madeUp: true,
      on: ['rows', 'virtual'],
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(5);
        page.reply(one);
        page.pass(5);
        page.mark(one, { images: 1 });
        page.pass(1);
        page.endStream();
        page.pass(0.2);
        page.mark(one, { emptied: true });
        page.pass(3);
        page.mark(one, { emptied: false, finished: true });
      },
      expect: [{ status: 'complete', pictures: 1, length: 0 }],
      trouble: null,
    },
    {
      name: 'two switches of branches in a row, then a follow-up',
      madeUp: false,
      on: ['keyed', 'virtual'],
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        const first = one.reply;
        page.again(one);
        page.pass(1);
        page.write(one, ['Another answer, longer.']);
        page.finish(one);
        const second = one.reply;
        if (first === null || second === null) throw new Error('both were answered');
        page.press(second);
        page.remove(second);
        const again = page.mount(first);
        page.pass(0.4);
        page.press(again);
        page.remove(again);
        page.mount(second);
        page.pass(0.4);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, 'Another answer, longer.', { kind: 'retry', of: 0 }),
        complete(NEXT, 'Likewise.', { context: { turns: 2, textLength: 41, complete: true } }),
      ],
    },
    {
      name: 'branches with equal keys: the length that was read last counts',
      madeUp: false,
      on: ['keyless', 'rows', 'exchange'],
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.again(one);
        page.pass(1);
        page.write(one, ['A much longer answer than the one before.']);
        page.finish(one);
        page.press(one.reply);
        page.render(one, ANSWER);
        page.pass(0.4);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER),
        { status: 'complete', kind: 'retry', of: 0 },
        complete(NEXT, 'Likewise.', { context: { turns: 2, textLength: 59, complete: true } }),
      ],
    },
    {
      name: 'an answer of a chat that is left right after its first text',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.soonMs = () => 300;
        const one = page.ask(QUESTION);
        page.pass(1);
        page.reply(one);
        page.grow(one, 'The moon ');
        page.pass(0.02);
        page.link();
        page.openChat('other', 3);
        page.pass(2);
      },
      expect: [{ status: 'interrupted', answer: 'The moon', length: 8, siteKey: 'old' }],
    },
    {
      name: 'a press, and an answer that starts by itself under a question of its own',
      madeUp: true,
      begin: old,
      play: (page) => {
        page.press();
        page.pass(4);
        const one = page.question('What the site asks each morning');
        page.startStream();
        page.answer(one, CHUNKS);
      },
      // Nothing of the page tells it from a suggestion that was pressed: it is counted as one.
      expect: [complete('What the site asks each morning', ANSWER, { kind: 'first' })],
    },
    {
      name: 'a press, and an answer that starts by itself without a question: no retry without characters',
      madeUp: true,
      begin: old,
      on: APART,
      play: (page) => {
        page.press();
        page.pass(4);
        page.startStream();
        page.pass(0.5);
        const last = page.question('');
        page.remove(last.ask);
        page.reply(last);
        page.write(last, CHUNKS);
        page.finish(last);
      },
      expect: (page) => page.records.all().map(() => ({ length: ANSWER.length })),
    },
    {
      name: 'a press, and a stop button that comes and goes while nothing is written: no record',
      madeUp: true,
      begin: old,
      play: (page) => {
        page.press();
        page.pass(1);
        page.startStream();
        page.pass(40);
        page.endStream();
      },
      expect: [],
    },
    {
      name: 'a press that asks for another attempt under a name that nobody knows',
      madeUp: false,
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.press(one.reply);
        page.clearReply(one);
        page.startStream();
        page.pass(1);
        page.write(one, ['Another.']);
        page.finish(one);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(QUESTION, 'Another.', { kind: 'retry', of: 0, first: 3.1 }),
      ],
    },
    {
      name: 'a question is taken back in a virtualised thread while it is awaited',
      madeUp: true,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        const one = page.question(QUESTION);
        page.startStream();
        page.pass(2);
        page.endStream();
        page.remove(one.ask);
        page.pass(30);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        { status: 'failed', question: QUESTION, waited: 17 },
        complete(NEXT, 'Likewise.', { sent: 32 }),
      ],
      trouble: null,
    },
  ],
};
