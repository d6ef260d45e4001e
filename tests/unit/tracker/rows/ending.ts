/** How an answer can end, or not. */
import { ANSWER, begun, CHUNKS, complete, type Group, KEYED, NEXT, old, QUESTION } from './row';

export const ENDING: Group = {
  title: 'Ending',
  rows: [
    {
      name: 'stop before the first token',
      madeUp: false,
      begin: old,
      play: (page) => {
        page.ask(QUESTION);
        page.pass(0.7);
        page.stop();
        page.endStream();
      },
      expect: [{ status: 'stopped', question: QUESTION, length: 0, first: null, sent: 0, waited: 1.2 }],
    },
    {
      name: 'stop after the first token: the tokens so far count',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.stop();
        page.pass(0.1);
        page.endStream();
        page.mark(one, { finished: true });
      },
      expect: [{ status: 'stopped', answer: 'The moon', first: 1, last: 1 }],
    },
    {
      name: 'stopped, as the turn itself says',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { stopped: true, finished: true });
      },
      expect: [{ status: 'stopped', answer: 'The moon' }],
    },
    {
      name: 'error before the first token',
      madeUp: true,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.endStream();
        page.reply(one).failed = true;
      },
      expect: [{ status: 'failed', question: QUESTION, length: 0, first: null }],
    },
    {
      name: 'error after the first token: the tokens so far count',
      madeUp: true,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { failed: true });
      },
      expect: [{ status: 'failed', answer: 'The moon', first: 1, last: 1 }],
    },
    {
      name: 'a limit banner instead of an answer',
      madeUp: true,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        page.question(QUESTION);
      },
      expect: [{ status: 'failed', question: QUESTION, length: 0, waited: 60 }],
      trouble: null,
    },
    {
      name: 'the stop button comes and goes, and nothing is answered',
      madeUp: true,
      play: (page) => {
        page.ask(QUESTION);
        page.pass(2);
        page.endStream();
      },
      expect: [{ status: 'failed', question: QUESTION, length: 0, waited: 17 }],
    },
    {
      name: 'the network is lost for 12 s and comes back',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.pass(12);
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { first: 1, last: 13.5 })],
    },
    {
      name: 'the tab is closed in the middle: interrupted, with the answer so far',
      madeUp: false,
      play: (page) => {
        begun(page);
        page.leave();
      },
      expect: [{ status: 'interrupted', answer: 'The moon', first: 1, last: 1 }],
    },
    {
      name: 'the tab is closed when the answer had ended for a second, before its action bar',
      madeUp: false,
      play: (page) => {
        begun(page);
        page.endStream();
        page.pass(1);
        page.leave();
      },
      expect: [complete(QUESTION, 'The moon', { last: 1 })],
    },
    {
      name: 'reloaded in the middle, and the site goes on with the stream: the same record goes on',
      madeUp: false,
      begin: old,
      on: KEYED,
      play: (page) => {
        const one = begun(page);
        const [asked, replied] = [one.ask.key ?? undefined, one.reply?.key ?? undefined];
        page.reload(() => {
          old(page);
          const again = page.question(QUESTION, { key: asked });
          page.reply(again, 'The moon ', replied);
          page.startStream();
          Object.assign(one, again);
        });
        page.pass(5);
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 0, first: 1, last: 6.5, throttled: true })],
    },
    {
      name: 'reloaded before the first token, and the site goes on with the stream',
      madeUp: false,
      begin: old,
      on: KEYED,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(0.6);
        const asked = one.ask.key ?? undefined;
        page.reload(() => {
          old(page);
          Object.assign(one, page.question(QUESTION, { key: asked }));
          page.startStream();
        });
        page.pass(14);
        page.reply(one);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 0, first: 14.6, throttled: true })],
    },
    {
      name: 'reloaded in the middle, and the site has lost the stream: what it still shows',
      madeUp: false,
      begin: old,
      on: KEYED,
      play: (page) => {
        const one = begun(page);
        const [asked, replied] = [one.ask.key ?? undefined, one.reply?.key ?? undefined];
        page.reload(() => {
          old(page);
          page.reply(page.question(QUESTION, { key: asked }), 'The moon ', replied).stopped = false;
        });
      },
      expect: [{ sent: 0, length: 8, first: 1 }],
    },
    {
      name: 'another chat is opened in the middle, and this one again',
      madeUp: false,
      begin: old,
      on: KEYED,
      play: (page) => {
        const one = begun(page);
        const kept = [...page.blocks];
        page.link();
        page.openChat('other', 2);
        page.pass(2);
        page.link();
        page.go('old');
        page.remove(...page.blocks);
        const copies = new Map(kept.map((block) => [block, page.mount(block)]));
        one.ask = copies.get(one.ask) ?? one.ask;
        one.reply = copies.get(one.reply ?? one.ask) ?? null;
        page.startStream();
        page.pass(5);
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { siteKey: 'old', first: 1, last: 8.5, throttled: true })],
    },
    {
      name: 'another chat is opened in the middle, and this one again when the answer is done',
      madeUp: false,
      begin: old,
      on: KEYED,
      play: (page) => {
        const one = begun(page);
        const kept = [...page.blocks];
        page.link();
        page.openChat('other', 2);
        page.pass(11);
        page.link();
        page.go('old');
        page.remove(...page.blocks);
        if (one.reply?.answer != null) Object.assign(one.reply.answer, { text: ANSWER, finished: true });
        for (const block of kept) page.mount(block);
      },
      expect: [complete(QUESTION, ANSWER, { siteKey: 'old', first: 1, last: null, throttled: true })],
    },
    {
      name: 'another chat is opened before the first token, and this one again when the answer is done',
      madeUp: false,
      begin: old,
      on: ['keyed', 'virtual'],
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(0.8);
        const kept = [...page.blocks];
        page.link();
        page.openChat('other', 2);
        page.pass(11);
        page.link();
        page.go('old');
        page.remove(...page.blocks);
        for (const block of kept) {
          const copy = page.mount(block);
          if (block === one.ask) one.ask = copy;
        }
        page.reply(one, ANSWER).finished = true;
      },
      expect: [complete(QUESTION, ANSWER, { first: null, last: null, throttled: true })],
    },
    {
      name: 'another chat is opened in the middle, for good, and a prompt is sent there',
      madeUp: false,
      begin: old,
      play: (page) => {
        begun(page);
        page.link();
        page.openChat('other', 2);
        page.pass(0.3);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        { status: 'interrupted', answer: 'The moon', chat: 0, siteKey: 'old' },
        complete(NEXT, 'Likewise.', { chat: 1, siteKey: 'other', sent: 1.8 }),
      ],
    },
    {
      name: 'a chat without a name is left for the home page by a link, the moment the action bar comes',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { finished: true });
        page.link();
        page.openChat(null);
      },
      expect: [complete(QUESTION, 'The moon', { siteKey: null })],
    },
    {
      name: 'a chat without a name is left for the home page 1 s after the end of an answer without a bar',
      madeUp: false,
      play: (page) => {
        begun(page);
        page.endStream();
        page.pass(1);
        page.link();
        page.openChat(null);
      },
      expect: [complete(QUESTION, 'The moon', { siteKey: null, last: 1 })],
    },
    {
      name: 'a chat without a name is left for the home page in the middle of an answer',
      madeUp: false,
      play: (page) => {
        begun(page);
        page.link();
        page.openChat(null);
      },
      rest: 400,
      expect: [{ status: 'interrupted', answer: 'The moon', siteKey: null }],
    },
    {
      name: 'another chat is opened the moment the action bar comes, and this one again',
      madeUp: false,
      begin: old,
      on: KEYED,
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { finished: true });
        const kept = [...page.blocks];
        page.link();
        page.openChat('other', 2);
        page.pass(3);
        page.link();
        page.go('old');
        page.remove(...page.blocks);
        for (const block of kept) page.mount(block);
      },
      expect: [complete(QUESTION, 'The moon', { last: 1, throttled: false })],
    },
    {
      name: 'a retry the moment the action bar comes, on a machine that is slow to read',
      madeUp: false,
      play: (page) => {
        page.soonMs = () => 300;
        const one = begun(page);
        page.endStream();
        page.mark(one, { finished: true });
        page.pass(0.35);
        page.again(one);
        page.pass(1);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon'), complete(QUESTION, ANSWER, { kind: 'retry', of: 0 })],
    },
    {
      name: 'the page is kept in the middle and comes back; then a prompt there',
      madeUp: false,
      begin: old,
      play: (page) => {
        const one = begun(page);
        page.leave();
        page.freeze(0.8);
        page.comeBack();
        page.pass(5);
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER, { first: 1, last: 7.3, throttled: true }),
        complete(NEXT, 'Likewise.', { throttled: false }),
      ],
    },
    {
      name: 'the computer sleeps for 100 s in the middle, and the answer is done when it wakes',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.freeze(100);
        page.grow(one, 'pulls.');
        page.endStream();
        page.mark(one, { finished: true });
      },
      expect: [complete(QUESTION, ANSWER, { first: 1, last: null, throttled: true })],
    },
    {
      name: 'the clock is set an hour forward and two back while the answer grows',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.setClock(3_600);
        page.pass(2);
        page.grow(one, 'pulls.');
        page.setClock(-7_200);
        page.pass(2);
        page.finish(one);
      },
      expect: [complete(QUESTION, ANSWER, { sent: 0, first: 1, last: 3.5 })],
    },
    {
      name: 'the tab is in the background for one prompt, and in front for the next',
      madeUp: false,
      play: (page) => {
        const one = begun(page);
        page.hide();
        page.grow(one, 'pulls.');
        page.pass(1);
        page.finish(one);
        page.pass(2);
        page.show();
        page.answer(page.ask(NEXT), ['Likewise.']);
      },
      expect: [
        complete(QUESTION, ANSWER, { throttled: true }),
        complete(NEXT, 'Likewise.', { throttled: false }),
      ],
    },
    {
      name: 'the site takes the question back and refuses it, in an old chat',
      madeUp: false,
      begin: old,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.endStream();
        page.remove(one.ask);
        page.type(QUESTION);
      },
      expect: [{ status: 'failed', question: QUESTION, length: 0 }],
      trouble: null,
    },
    {
      name: 'the site takes the first question of a chat back',
      madeUp: false,
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.endStream();
        page.remove(one.ask);
        page.type(QUESTION);
      },
      expect: [{ status: 'failed', question: QUESTION, length: 0, waited: 16 }],
      trouble: null,
    },
    {
      name: 'the site refuses three prompts in a row: the page can be read all the same',
      madeUp: true,
      play: (page) => {
        for (let n = 0; n < 3; n += 1) {
          const one = page.ask(`Question ${n}`);
          page.pass(1);
          page.endStream();
          page.reply(one).failed = true;
          page.pass(20);
        }
      },
      expect: [{ status: 'failed' }, { status: 'failed' }, { status: 'failed' }],
      trouble: null,
    },
    {
      name: 'two answers in a row stream and are not found: the page cannot be read',
      madeUp: true,
      play: (page) => {
        for (let n = 0; n < 2; n += 1) {
          page.ask(`Question ${n}`);
          page.pass(3);
          page.endStream();
          page.pass(30);
        }
      },
      expect: [{ status: 'failed' }, { status: 'failed' }],
      trouble: 'lost-answer',
    },
    {
      name: 'two answers in a row have no text: the page cannot be read, until one has',
      madeUp: true,
      play: (page) => {
        for (let n = 0; n < 2; n += 1) {
          const one = page.ask(`Question ${n}`);
          page.pass(1);
          page.reply(one);
          page.pass(3);
          page.finish(one);
          page.pass(30);
        }
        if (page.trouble !== 'empty-answer') throw new Error(`it is said to be ${page.trouble}`);
        page.answer(page.ask(QUESTION), CHUNKS);
      },
      expect: [{ length: 0 }, { length: 0 }, complete(QUESTION, ANSWER)],
      trouble: null,
    },
    {
      name: 'a prompt leaves the composer and is never seen again: the page cannot be read, until one is',
      madeUp: true,
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        page.pass(22);
        if (page.trouble !== 'lost-send') throw new Error(`it is said to be ${page.trouble}`);
        page.pass(60);
        page.answer(page.ask(NEXT), CHUNKS);
      },
      expect: [complete(NEXT, ANSWER)],
      trouble: null,
    },
  ],
};
