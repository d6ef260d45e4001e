/** What each of the tracker's times means, in seconds: a row on either side of it. */
import { begun, CHUNKS, complete, type Group, NEXT, old, QUESTION, scrollIn, scrollOut } from './row';

const fail = (what: string): never => {
  throw new Error(what);
};

export const TIMING: Group = {
  title: 'Times',
  rows: [
    {
      states: 'SETTLE_MS',
      name: 'an answer that seems to have ended for 0.25 s goes on',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.mark(one, { finished: true });
        page.pass(0.25);
        page.mark(one, { finished: false });
        page.startStream();
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      rest: 5,
      expect: [complete(QUESTION, 'The moon pulls.')],
    },
    {
      states: 'SETTLE_MS',
      name: 'a page that goes 0.5 s after the stop button leaves a whole answer',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        begun(page);
        page.endStream();
        page.pass(0.5);
        page.leave();
      },
      expect: [complete(QUESTION, 'The moon')],
    },
    {
      states: 'QUIET_END_MS',
      name: 'an answer that stands still for 4 s without any mark goes on',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        page.endStream();
        page.pass(4);
        page.startStream();
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      rest: 5,
      expect: [complete(QUESTION, 'The moon pulls.')],
    },
    {
      states: 'QUIET_END_MS',
      name: 'an answer without an action bar is whole after 7 s',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        begun(page);
        page.endStream();
      },
      rest: 7,
      expect: [complete(QUESTION, 'The moon')],
    },
    {
      states: 'EMPTY_END_MS',
      name: 'an answer whose stop button goes for 10 s before its first word is awaited',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.endStream();
        page.pass(10);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { first: 12 })],
    },
    {
      states: 'EMPTY_END_MS',
      name: 'an answer whose stop button went has failed after 18 s without a word',
      madeUp: true,
      on: ['keyed'],
      play: (page) => {
        page.ask(QUESTION);
        page.pass(1);
        page.endStream();
      },
      rest: 18,
      expect: [{ status: 'failed', length: 0 }],
    },
    {
      states: 'NO_SIGN_END_MS',
      name: 'a prompt without any sign of an answer is awaited for 45 s',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        const one = page.question(QUESTION);
        page.pass(45);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { first: 46 })],
    },
    {
      states: 'NO_SIGN_END_MS',
      name: 'a prompt without any sign of an answer has failed after 70 s',
      madeUp: true,
      on: ['keyed'],
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        page.question(QUESTION);
      },
      rest: 70,
      expect: [{ status: 'failed' }],
    },
    {
      states: 'AWAY_END_MS',
      name: 'an answer that ended out of view is waited for 290 s',
      madeUp: false,
      on: ['virtual'],
      begin: old,
      play: (page) => {
        const one = begun(page);
        scrollOut(page, one);
        page.pass(1);
        page.endStream();
      },
      rest: 290,
      expect: [{ status: 'pending' }],
    },
    {
      states: 'AWAY_END_MS',
      name: 'an answer that ended out of view is given up after 310 s',
      madeUp: false,
      on: ['virtual'],
      begin: old,
      play: (page) => {
        const one = begun(page);
        scrollOut(page, one);
        page.pass(1);
        page.endStream();
      },
      rest: 310,
      expect: [{ status: 'interrupted' }],
    },
    {
      states: 'SEND_PATIENCE_MS',
      name: 'a prompt whose question comes 45 s after it was sent',
      madeUp: true,
      on: ['keyed'],
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        page.pass(45);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { sent: 0, first: 46 })],
    },
    {
      states: 'SEND_PATIENCE_MS',
      name: 'what comes 75 s after something was sent is another’s',
      madeUp: true,
      on: ['keyed'],
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
        page.pass(75);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [],
    },
    {
      states: 'PRESS_PATIENCE_MS',
      name: 'a suggestion whose question comes after 7 s',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        page.press();
        page.pass(7);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { sent: 0 })],
    },
    {
      states: 'PRESS_PATIENCE_MS',
      name: 'what comes 13 s after a press is another’s',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        page.press();
        page.pass(13);
        const one = page.question(QUESTION);
        page.startStream();
        page.answer(one, CHUNKS);
      },
      expect: [],
    },
    {
      states: 'LOST_SEND_MS',
      name: 'a prompt that left the composer 15 s ago is no sign that the page cannot be read',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
      },
      rest: 15,
      expect: [],
      trouble: null,
    },
    {
      states: 'LOST_SEND_MS',
      name: 'a prompt that left the composer 25 s ago is one',
      madeUp: true,
      on: ['keyed'],
      play: (page) => {
        page.type(QUESTION);
        page.enter();
        page.type('');
      },
      rest: 25,
      expect: [],
      trouble: 'lost-send',
    },
    {
      states: 'HELD_BACK_MS',
      name: 'a prompt sent while an answer grows, whose question comes after 1.5 s, cuts it off',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        begun(page);
        page.type(NEXT);
        page.enter();
        page.type('');
        page.pass(1.5);
        page.answer(page.question(NEXT), ['Likewise.']);
      },
      expect: [{ status: 'stopped' }, complete(NEXT, 'Likewise.', { sent: 1.5 })],
    },
    {
      states: 'HELD_BACK_MS',
      name: 'a prompt sent while an answer grows, whose question comes after 3 s, was held back',
      madeUp: true,
      on: ['keyed'],
      play: (page) => {
        begun(page);
        page.type(NEXT);
        page.enter();
        page.type('');
        page.pass(3);
        page.answer(page.question(NEXT), ['Likewise.']);
      },
      expect: [{ status: 'complete' }, complete(NEXT, 'Likewise.', { sent: 4.5 })],
    },
    {
      states: 'LEAVING_MS',
      name: 'an address that changes 4 s after a link is another chat’s, though its thread comes later',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        begun(page);
        page.link();
        page.pass(4);
        page.go('other');
        page.changed();
        page.pass(0.5);
        page.openChat('other', 2);
      },
      expect: [{ status: 'interrupted', siteKey: null }],
    },
    {
      states: 'LEAVING_MS',
      name: 'an address that changes 7 s after a link that led nowhere is the chat’s own',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        page.link();
        page.pass(7);
        page.go('named');
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { siteKey: 'named' })],
    },
    {
      states: 'ASLEEP_MS',
      name: 'a page that was not looked at for 60 s was hidden, not asleep',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        page.freeze(60);
        page.grow(one, 'pulls.');
        page.pass(5);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { last: 61.5, throttled: false })],
    },
    {
      states: 'ASLEEP_MS',
      name: 'a page that was not looked at for 120 s was asleep',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        page.freeze(120);
        page.grow(one, 'pulls.');
        page.pass(0.1);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { last: null, throttled: true })],
    },
    {
      states: 'SIGHT_MS',
      name: 'a first word 2 s after a kept page came back may have come before',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.leave();
        page.freeze(10);
        page.comeBack();
        page.pass(2);
        page.reply(one);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { first: null })],
    },
    {
      states: 'SIGHT_MS',
      name: 'a first word 5 s after a kept page came back was seen to come',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.leave();
        page.freeze(10);
        page.comeBack();
        page.pass(5);
        page.reply(one);
        page.write(one, CHUNKS);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { first: 16 })],
    },
    ...[0.4, 0.8].map((seconds) => ({
      states: 'GAP_MS',
      name: `an answer that is out of the page for ${seconds} s`,
      madeUp: false,
      on: ['virtual'] as const,
      begin: old,
      play: (page: Parameters<Group['rows'][number]['play']>[0]) => {
        const one = begun(page);
        page.pass(1);
        scrollOut(page, one);
        page.pass(seconds);
        scrollIn(page, one);
        page.pass(1);
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { throttled: seconds > 0.5 })],
    })),
    ...[0.7, 1.5].map((seconds) => ({
      states: 'WIDEST_TIME_MS',
      name: `a first word that came in the ${seconds} s in which a page was kept`,
      madeUp: false,
      on: ['keyed'] as const,
      play: (page: Parameters<Group['rows'][number]['play']>[0]) => {
        const one = page.ask(QUESTION);
        page.pass(1);
        page.reply(one);
        page.pass(0.3);
        page.leave();
        page.freeze(seconds);
        page.grow(one, 'The moon ');
        page.comeBack();
        page.pass(6);
        page.grow(one, 'pulls.');
        page.pass(0.5);
        page.finish(one);
      },
      expect: [complete(QUESTION, 'The moon pulls.', { first: seconds < 1 ? 1.3 + seconds : null })],
    })),
    {
      states: 'BEHIND_MS',
      name: 'while an answer grows for 9 s its stored state is 2 s behind at most, and told each 2 s at most',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        const told = () => page.records.told.length;
        for (let n = 0; n < 90; n += 1) {
          page.grow(one, 'word ');
          page.pass(0.1);
          const length = page.records.all()[0]?.length ?? 0;
          if (length < 8 + (n - 26) * 5) fail(`at word ${n} only ${length} characters are stored`);
        }
        if (told() > 6) fail(`it was told ${told()} times`);
        page.finish(one);
      },
      expect: [{ status: 'complete' }],
    },
    {
      states: 'BEHIND_SHARE',
      name: 'while an answer grows for 100 s its stored state is a fifth of that behind at most, and seldom told',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        for (let n = 0; n < 500; n += 1) {
          page.grow(one, 'word ');
          page.pass(0.1);
        }
        const half = page.records.told.length;
        for (let n = 500; n < 1_000; n += 1) {
          page.grow(one, 'word ');
          page.pass(0.1);
          const length = page.records.all()[0]?.length ?? 0;
          if (length < 8 + (n * 0.8 - 20) * 5) fail(`at word ${n} only ${length} characters are stored`);
        }
        const told = page.records.told.length - half;
        if (told > 4) fail(`it was told ${told} times in 50 s`);
        page.finish(one);
      },
      expect: [{ status: 'complete' }],
    },
    {
      states: 'SILENT_REPORT_MS',
      name: 'a prompt that is awaited shows a sign of life after 25 s, and none before',
      madeUp: false,
      on: ['keyed'],
      play: (page) => {
        const one = begun(page);
        page.pass(3);
        const told = page.records.told.length;
        page.pass(20);
        if (page.records.told.length > told) fail('it was told before');
        page.pass(5);
        if (page.records.told.length === told) fail('no sign of life');
        page.finish(one);
      },
      expect: [{ status: 'complete' }],
    },
    {
      states: 'ASK_AGAIN_MS ASK_AGAIN_LAST_MS',
      name: 'the store is asked again while nobody’s answer streams: after 1.5 s, then twice as long each, to a minute',
      madeUp: false,
      on: ['keyed'],
      begin: (page) => {
        old(page);
        page.question(QUESTION);
        page.startStream();
      },
      play: (page) => {
        page.pass(300);
        const pauses = page.asked.map((at, n) => Math.round(at - (page.asked[n - 1] ?? 0)));
        const wanted = '0 2 3 6 12 24 48 60 60 60';
        if (pauses.join(' ') !== wanted) fail(`it was asked after ${pauses.join(' ')} s`);
      },
      expect: [],
    },
  ],
};
