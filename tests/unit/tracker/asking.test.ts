/** When the store is asked for the prompt of a turn that this page did not see being sent. */
import { describe, expect, it } from 'vitest';
import { PlainPage } from './plain-page';
import { KINDS } from './plain-turns';

/** The times at which it was asked, to the tenth of a second. */
const askedAt = (page: PlainPage): number[] => page.asked.map((seconds) => Math.round(seconds * 10) / 10);

describe.each(KINDS)('the store, on a page of the kind $name,', (kind) => {
  it('is asked less and less often while an answer streams, at most once a minute', () => {
    const page = new PlainPage(kind, (loaded) => {
      loaded.chatKey = 'old';
      loaded.reply(loaded.question('Go on?'), 'Half ');
      loaded.startStream();
    });
    page.pass(230);
    expect(askedAt(page)).toEqual([0, 1.5, 4.5, 10.5, 22.5, 46.5, 94.5, 154.5, 214.5]);
  });

  it('is asked again where the answer alone says that it streams, until it says so no more', () => {
    const page = new PlainPage(kind, (loaded) => {
      loaded.chatKey = 'old';
      const exchange = loaded.question('Go on?');
      loaded.reply(exchange, 'Half ').streaming = true;
    });
    page.pass(5);
    const [one] = page.blocks.filter(({ answer }) => answer !== null);
    if (one?.answer != null) one.answer.streaming = false;
    page.changed();
    page.pass(60);
    expect(askedAt(page)).toEqual([0, 1.5, 4.5]);
  });

  it('is asked once for a question whose answer is over', () => {
    const page = new PlainPage(kind, (loaded) => {
      loaded.chatKey = 'old';
      loaded.past('Old question', 'Old answer');
    });
    page.pass(60);
    expect(askedAt(page)).toEqual([0]);
  });

  it('is not asked for what was sent here', () => {
    const page = new PlainPage(kind, (loaded) => {
      loaded.chatKey = 'old';
      loaded.past('Old question', 'Old answer');
    });
    page.pass(1);
    page.answer(page.ask('And now?'), ['Likewise.']);
    page.pass(60);
    expect(askedAt(page)).toEqual([0]);
  });

  it('is not asked in a chat without a name, nor where nothing was asked', () => {
    const unnamed = new PlainPage(kind, (loaded) => void loaded.past('Old question', 'Old answer'));
    unnamed.pass(60);
    expect(unnamed.asked).toEqual([]);
    const empty = new PlainPage(kind, (loaded) => {
      loaded.chatKey = 'old';
    });
    empty.pass(60);
    expect(empty.asked).toEqual([]);
  });
});
