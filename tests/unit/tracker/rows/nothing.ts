/** What must count nothing. */
import { ANSWER, CHUNKS, complete, type Group, old, QUESTION, scrollIn, scrollOut, VIRTUALISED } from './row';

export const NOTHING: Group = {
  title: 'Not a prompt',
  rows: [
    {
      name: 'an old chat is opened',
      madeUp: false,
      play: (page) => {
        page.link();
        page.openChat('old', 4);
      },
      expect: [],
    },
    {
      name: 'an old chat is opened by a control whose turns come one after the other',
      madeUp: false,
      play: (page) => {
        page.press();
        page.go('old');
        for (let n = 0; n < 5; n += 1) {
          page.pass(0.2);
          page.past(`Old question ${n}`, `Old answer ${n}`);
        }
      },
      expect: [],
    },
    {
      name: 'an old chat is loaded again',
      madeUp: false,
      begin: old,
      play: (page) => page.reload(() => old(page)),
      expect: [],
    },
    {
      name: 'a virtualised thread is scrolled up and down',
      madeUp: false,
      on: VIRTUALISED,
      begin: old,
      play: (page) => {
        const [first, last] = [page.blocks.slice(0, 1), page.blocks.slice(-1)];
        for (let n = 0; n < 3; n += 1) {
          page.press();
          page.remove(...page.blocks);
          page.pass(0.3);
          for (const block of n % 2 === 0 ? first : last) page.mount(block);
          page.pass(0.3);
        }
      },
      expect: [],
    },
    {
      name: 'chats are switched',
      madeUp: false,
      begin: old,
      play: (page) => {
        for (const key of ['one', 'old', 'two']) {
          page.link();
          page.openChat(key, 3);
          page.pass(0.5);
        }
      },
      expect: [],
    },
    {
      name: 'typing and deleting, Enter in an empty composer',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.type('half a thou');
        page.pass(1);
        page.type('');
        page.pass(0.3);
        page.enter();
      },
      expect: [],
      trouble: null,
    },
    {
      name: 'an edit is begun and cancelled',
      madeUp: false,
      begin: old,
      play: (page) => {
        const block = page.blocks[0];
        if (block === undefined) throw new Error('an old chat has a turn');
        page.edit(block);
        page.pass(1);
        page.edit(block);
      },
      expect: [],
    },
    {
      name: 'copy, rate, change the model, press what does nothing',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.press(page.blocks.at(-1) ?? null);
        page.press(page.blocks.at(-1) ?? null);
        page.press(null, true);
        page.model = 'Model 6';
        page.press();
      },
      expect: [],
    },
    {
      name: 'every text is replaced by the browser’s translation, after a press',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.press();
        for (const { question, answer } of page.blocks) {
          if (question !== null) question.text = question.text.toUpperCase();
          if (answer !== null) answer.text = answer.text.toUpperCase();
        }
        page.changed();
      },
      expect: [],
    },
    {
      name: 'the same chat in two tabs: an answer grows that was asked for in the other one',
      madeUp: false,
      begin: old,
      play: (page) => {
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [],
    },
    {
      name: 'a press long before a prompt that another tab sends',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.press();
        page.pass(12);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [],
    },
    {
      name: 'an old chat is opened while its turns are taken out and put back, then a prompt',
      madeUp: false,
      on: VIRTUALISED,
      play: (page) => {
        page.link();
        const [one, two] = page.openChat('old', 2);
        page.pass(1);
        if (one === undefined || two === undefined) throw new Error('two exchanges were opened');
        scrollOut(page, one);
        page.pass(1);
        scrollOut(page, two);
        scrollIn(page, one, two);
        page.pass(1);
        page.answer(page.ask(QUESTION), CHUNKS);
      },
      expect: [complete(QUESTION, ANSWER, { siteKey: 'old' })],
    },
  ],
};
