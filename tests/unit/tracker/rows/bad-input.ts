/** Pages that do what no page should: each has an outcome of its own, and never a wrong number without its mark. */
import { ANSWER, begun, CHUNKS, complete, type Group, KEYED, NAMED, NEXT, old, QUESTION } from './row';

export const BAD_INPUT: Group = {
  title: 'Bad input',
  rows: [
    {
      name: 'all marks of turns and of streaming change in the middle of an answer: what was seen of it stays',
      madeUp: true,
      begin: old,
      play: (page) => {
        begun(page);
        // Under other names nothing is a turn any more.
        page.generating = false;
        page.composer = null;
        page.remove(...page.blocks);
      },
      rest: 400,
      expect: [{ status: 'interrupted', answer: 'The moon', first: 1 }],
    },
    {
      name: 'the marks of the end change in the middle of an answer: the quiet tells',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        page.grow(one, 'pulls.');
        page.pass(1);
        page.endStream();
      },
      expect: [complete(QUESTION, ANSWER, { last: 1.5 })],
    },
    {
      name: 'the page puts its whole thread elsewhere while the answer grows, with the same keys',
      madeUp: true,
      on: KEYED,
      begin: old,
      play: (page) => {
        const one = begun(page);
        page.rebuild([one]);
        page.pass(0.3);
        page.grow(one, 'pulls.');
        page.pass(1);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 1, last: 1.8 })],
    },
    {
      name: 'the page puts its whole thread elsewhere while the answer grows, without keys',
      madeUp: true,
      on: ['keyless'],
      begin: old,
      play: (page) => {
        const one = begun(page);
        page.rebuild([one]);
        page.pass(0.3);
        page.grow(one, 'pulls.');
        page.pass(1);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 1 })],
    },
    {
      name: 'the page puts its whole thread elsewhere while an answer is awaited',
      madeUp: true,
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.rebuild([one]);
        page.answer(one, CHUNKS);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 0, first: 2 })],
    },
    {
      name: 'the page puts its whole thread elsewhere at rest',
      madeUp: true,
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.answer(one, CHUNKS);
        page.pass(2);
        page.rebuild([one]);
        page.pass(2);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [complete(QUESTION, ANSWER), complete(NEXT, 'Likewise.')],
    },
    {
      name: 'the editor keeps its text after sending',
      madeUp: true,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
        page.pass(3);
        page.type('');
      },
      expect: [complete(QUESTION, ANSWER, { sent: 0 })],
    },
    {
      name: 'the editor keeps its text after sending, and Enter is pressed again during the answer',
      madeUp: true,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        const one = page.question(QUESTION);
        page.startStream();
        page.pass(1);
        page.enter();
        page.reply(one);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 0 })],
    },
    {
      name: 'two editables: Enter in the other one is a press, and begins nothing by itself',
      madeUp: true,
      begin: old,
      play: (page) => {
        page.press();
        page.pass(1);
        page.answer(page.ask(QUESTION), CHUNKS);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 1 })],
    },
    {
      name: 'an answer that begins with the question’s words',
      madeUp: false,
      play: (page) => page.answer(page.ask(QUESTION), [QUESTION, ' The moon pulls.']),
      expect: [complete(QUESTION, `${QUESTION} The moon pulls.`)],
    },
    {
      name: 'the next prompt is typed while the answer grows, and sent after its end',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        for (let n = 1; n <= NEXT.length; n += 1) {
          page.type(NEXT.slice(0, n));
          if (n === 6) page.grow(one, 'pulls.');
          page.pass(0.1);
        }
        page.finish(one);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [complete(QUESTION, ANSWER, { last: 2 }), complete(NEXT, 'Likewise.')],
    },
    {
      name: 'the next prompt is typed while the first is awaited',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        for (let n = 1; n <= 5; n += 1) {
          page.type(NEXT.slice(0, n));
          page.pass(0.1);
        }
        page.answer(one, CHUNKS);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [complete(QUESTION, ANSWER), complete(NEXT, 'Likewise.')],
    },
    {
      name: 'the next prompt is sent while the answer grows, and cuts it off',
      madeUp: false,
      play: (page) => {
        begun(page);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [{ status: 'stopped', answer: 'The moon' }, complete(NEXT, 'Likewise.', { sent: 1.5 })],
    },
    {
      name: 'a dialogue lies over the page while the answer grows',
      madeUp: false,
      begin: old,
      play: (page) => {
        const one = begun(page);
        for (const block of page.blocks) block.shown = false;
        page.covered = true;
        page.changed();
        page.pass(3);
        page.grow(one, 'pulls.');
        page.pass(1);
        for (const block of page.blocks) block.shown = true;
        page.covered = false;
        page.changed();
        page.pass(1);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 1, last: 4.5, throttled: false })],
    },
    {
      name: 'an old chat stays in the page, put away, under the new one',
      madeUp: false,
      on: NAMED,
      begin: old,
      play: (page) => {
        page.link();
        page.go(null);
        for (const block of page.blocks) block.shown = false;
        page.changed();
        page.pass(6);
        page.answer(page.ask(QUESTION), CHUNKS);
      },
      expect: [complete(QUESTION, ANSWER, { context: { turns: 0, textLength: 0, complete: true } })],
    },
    {
      name: 'a key comes only after the answer',
      madeUp: false,
      on: NAMED,
      play: (page) => {
        const one = page.ask(QUESTION);
        const key = one.ask.key;
        one.ask.key = null;
        page.answer(one, CHUNKS);
        one.ask.key = key;
        page.changed();
        page.pass(2);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER),
        complete(NEXT, 'Likewise.', { context: { turns: 2, textLength: 33, complete: true } }),
      ],
    },
  ],
};
