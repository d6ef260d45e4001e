/** Markup that lies, throws or is far too large: nothing of ours reaches the page, and the next prompt counts. */
import { describe, expect, it } from 'vitest';
import { randomOf } from '../faults/random';
import { BenchPage } from '../observer/bench-page';

/** What the observer asks of an element, and the emulation itself does not. */
const MEMBERS = [
  'querySelectorAll',
  'closest',
  'matches',
  'contains',
  'nodeName',
  'parentElement',
  'isConnected',
  'ownerDocument',
] as const;

/** Makes each use of the member fail until the returned function is called. */
function lie(element: Element, member: string): () => void {
  Object.defineProperty(element, member, {
    configurable: true,
    get() {
      throw new Error(`no ${member} for you`);
    },
  });
  return () => Reflect.deleteProperty(element, member);
}

async function prompt(
  page: BenchPage,
  key: string,
  afterTurn: (turn: Element) => void = () => {},
): Promise<void> {
  page.send(`Question ${key}`, key);
  await page.pass(200);
  const turn = page.turn('assistant', `a${key}`);
  page.grow(turn, 'One ');
  afterTurn(turn);
  await page.pass(300);
  page.grow(turn, 'two.');
  await page.pass(300);
  page.endStream(turn);
  await page.pass(1_500);
}

describe('elements that throw', () => {
  it.each(MEMBERS)(
    'in the answer, at %s: the page hears nothing, and the next prompt counts',
    async (member) => {
      const page = new BenchPage();
      const honest: (() => void)[] = [];
      await prompt(page, '1', (turn) => {
        honest.push(lie(turn, member));
        const holder = turn.firstElementChild;
        if (holder !== null) honest.push(lie(holder, member));
      });
      for (const stop of honest) stop();
      await page.pass(2_000);
      await prompt(page, '2');
      const last = page.records().at(-1);
      expect(last).toMatchObject({ status: 'complete', texts: { input: 'Question 2', output: 'One two.' } });
      expect(page.records().length).toBeLessThanOrEqual(2);
      expect(page.observer.state().kind).toBe('measuring');
    },
  );

  it.each(MEMBERS)('in an old turn, at %s: the context is marked as partial at most', async (member) => {
    const page = new BenchPage((bench) => {
      for (let n = 0; n < 12; n += 1) bench.exchange(n);
    });
    const old = page.document.querySelectorAll('.turn .text')[7];
    if (old === undefined) throw new Error('no old turn');
    const honest = lie(old, member);
    await prompt(page, 'x1');
    honest();
    await page.pass(3_000);
    await prompt(page, 'x2');
    expect(page.records().at(-1)).toMatchObject({ status: 'complete', context: { turns: 26 } });
  });

  it.each(MEMBERS)(
    'in the composer, at %s: the state says that the page cannot be looked at, or it counts',
    async (member) => {
      const page = new BenchPage();
      await page.pass(500);
      const honest = lie(page.element('#composer'), member);
      page.type('Hidden');
      page.enter('#composer');
      page.type('');
      page.turn('user', 'u1', 'Hidden');
      page.startStream();
      await page.pass(1_000);
      page.endStream(page.turn('assistant', 'a1', 'Seen?'));
      await page.pass(2_000);
      const counted = page.records().length === 1;
      expect(counted || page.states.some((state) => state.kind === 'unreadable')).toBe(true);
      honest();
      await page.pass(3_000);
      await prompt(page, '2');
      expect(page.records().at(-1)).toMatchObject({ status: 'complete', inputTextLength: 10 });
    },
  );
});

describe('soup of the site’s own marks', () => {
  const CLASSES = 'turn user assistant text bar streaming error thinking retry label'.split(' ');
  const IDS = ['stop', 'send', 'composer', 'thread', 'model', ''];

  it.each(Array.from({ length: 40 }, (_, i) => i + 1))(
    'without a gesture nothing is a prompt: seed %i',
    async (seed) => {
      const random = randomOf(seed);
      const page = new BenchPage();
      const { document } = page;
      for (let i = 0; i < 120; i += 1) {
        const all = [...document.body.querySelectorAll('*')];
        const place = random.pick([document.body, ...all]);
        switch (random.below(5)) {
          case 0:
            if (place !== document.body && random.chance(0.3)) place.remove();
            break;
          case 1:
            place.append(`text ${random.below(1e6)}`);
            break;
          case 2:
            if (place !== document.body) place.className = random.pick(CLASSES);
            break;
          default: {
            const element = document.createElement(random.pick(['div', 'button', 'span', 'pre', 'form']));
            element.className = `${random.pick(CLASSES)} ${random.pick(CLASSES)}`;
            element.id = random.pick(IDS);
            element.setAttribute('data-key', `k${random.below(20)}`);
            place.append(element);
          }
        }
        if (random.chance(0.2)) page.press('body', false);
        if (random.chance(0.1)) page.go(random.pick(['/', '/c/one', '/c/two', '/share/x']));
        if (random.chance(0.3)) await page.pass(random.below(2_000));
      }
      await page.pass(20_000);
      expect(page.records()).toEqual([]);
    },
  );
});

describe('work that is bounded', () => {
  /** Counts the characters that tree walkers hand out, and those of elements that are read whole. */
  function countReads(page: BenchPage): () => number {
    const { document } = page;
    const create = document.createTreeWalker.bind(document);
    let characters = 0;
    const { prototype } = page.window.Element;
    const whole = Object.getOwnPropertyDescriptor(prototype, 'textContent');
    Object.defineProperty(prototype, 'textContent', {
      ...whole,
      get(): string {
        const text: string = whole?.get?.call(this) ?? '';
        characters += text.length;
        return text;
      },
    });
    document.createTreeWalker = (root, what, filter) => {
      const walker = create(root, what, filter);
      for (const move of ['firstChild', 'nextSibling', 'nextNode'] as const) {
        const step = walker[move].bind(walker);
        walker[move] = () => {
          const node = step();
          if (node?.nodeType === 3) characters += node.nodeValue?.length ?? 0;
          return node;
        };
      }
      return walker;
    };
    return () => characters;
  }

  it('a text of 1 MB that grows 300 times in 15 s is read as often as the stored state may be behind', async () => {
    const page = new BenchPage();
    page.send('Everything?', '1');
    await page.pass(200);
    const reads = countReads(page);
    const turn = page.turn('assistant', 'a1');
    const text = 'all of it '.repeat(100_000);
    page.grow(turn, text);
    for (let i = 0; i < 300; i += 1) {
      page.grow(turn, 'more ');
      await page.pass(50);
    }
    page.endStream(turn);
    await page.pass(2_000);
    expect(page.records()).toMatchObject([
      { status: 'complete', outputTextLength: text.length + 300 * 5 - 1 },
    ]);
    expect(reads()).toBeGreaterThanOrEqual(text.length);
    // At 0, 2, 4, 6, 8, 10, 12 and 14.4 s, and at the end.
    expect(reads()).toBeLessThan(9.1 * text.length);
  });

  it('5 MB beside the thread are never read', async () => {
    const page = new BenchPage();
    const foreign = page.document.createElement('section');
    foreign.append('not ours '.repeat(600_000));
    page.document.body.append(foreign);
    const reads = countReads(page);
    await prompt(page, '1');
    expect(page.records()).toHaveLength(1);
    expect(reads()).toBeLessThan(2_000);
  });
});
