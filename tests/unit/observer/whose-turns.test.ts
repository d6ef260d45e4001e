/** Which turns are a prompt's own and which it re-reads, in a chat whose turns are replaced, and come and go. */
import { describe, expect, it } from 'vitest';
import { BenchPage } from './bench-page';

async function ask(page: BenchPage, name: string): Promise<void> {
  page.send(`Question ${name}`, name);
  await page.answer(name, [`Answer ${name}.`]);
}

/** A chat that was watched from its start: `Question n`, answered with `Answer n.`. */
async function chatOf(exchanges: number): Promise<BenchPage> {
  const page = new BenchPage(() => {}, { virtualised: true });
  for (let n = 1; n <= exchanges; n += 1) await ask(page, String(n));
  return page;
}
const EXCHANGE = 'Question 1'.length + 'Answer 1.'.length;

/** Opens a turn's editor by its button. */
function edit(page: BenchPage, key: string): void {
  const question = page.at(key);
  page.mark(question, 'edit');
  question.querySelector('.edit')?.setAttribute('role', 'button');
  page.press('.edit');
}

const contexts = (page: BenchPage) => page.records().map(({ context }) => context);
const known = (turns: number, textLength: number) => ({ turns, textLength, complete: true });

describe('what a prompt re-reads', () => {
  it('is all earlier turns, mounted or not', async () => {
    const page = await chatOf(2);
    page.unmount('u1', 'a1');
    await ask(page, '3');
    expect(contexts(page)).toEqual([known(0, 0), known(2, EXCHANGE), known(4, 2 * EXCHANGE)]);
  });

  it('after a retry is the new answer and not the old one', async () => {
    const page = await chatOf(2);
    page.retry('a2');
    page.unmount('u1', 'a1', 'a2');
    page.startStream();
    await page.answer('2b', ['A longer answer 2.']);
    page.unmount('u2');
    await ask(page, '3');
    expect(contexts(page).slice(2)).toEqual([
      known(2, EXCHANGE),
      known(4, EXCHANGE + 'Question 2'.length + 'A longer answer 2.'.length),
    ]);
  });

  it.each<[string, (page: BenchPage) => Promise<void>]>([
    ['before the sign of its answer', async (page) => page.unmount('u2', 'a2')],
    [
      'after the sign of its answer, in the place of an editor',
      async (page) => {
        page.at('u2').className = 'editor';
        page.unmount('a2');
        page.startStream();
        await page.pass(300);
        page.unmount('u2');
      },
    ],
  ])('after an edit is the new question and not the old one: %s', async (_when, take) => {
    const page = await chatOf(2);
    edit(page, 'u2');
    await take(page);
    page.turn('user', 'u2b', 'A longer question 2');
    page.unmark('#stop');
    page.startStream();
    await page.answer('2b', ['Answer 2.']);
    await ask(page, '3');
    expect(contexts(page).slice(2)).toEqual([
      known(2, EXCHANGE),
      known(4, EXCHANGE + 'A longer question 2'.length + 'Answer 2.'.length),
    ]);
  });

  it('after an edit in the same row is the text that stands there now', async () => {
    const page = await chatOf(2);
    edit(page, 'u2');
    page.element('[data-key="u2"] .text').textContent = 'A longer question 2';
    // Until the new answer is there, the last one is that of another question.
    page.unmount('a2');
    page.startStream();
    await page.answer('2', ['A longer answer 2.']);
    expect(page.records().at(-1)).toMatchObject({
      attempt: { kind: 'edit', of: page.records().at(1)?.id },
      texts: { input: 'A longer question 2', output: 'A longer answer 2.' },
    });
    await ask(page, '3');
    expect(contexts(page).at(-1)).toEqual(
      known(4, EXCHANGE + 'A longer question 2'.length + 'A longer answer 2.'.length),
    );
  });

  it('after an edit far up has none of what came after it, though it was not in view', async () => {
    const page = await chatOf(4);
    page.unmount('u3', 'a3', 'u4', 'a4');
    edit(page, 'u2');
    page.unmount('u2', 'a2');
    page.turn('user', 'u2b', 'Question B');
    page.startStream();
    await page.answer('2b', ['Answer B.']);
    page.send('Question C', 'c');
    await page.answer('c', ['Answer C.']);
    expect(contexts(page).slice(4)).toEqual([known(2, EXCHANGE), known(4, 2 * EXCHANGE)]);
  });

  it('is not said to be whole where the site shows another branch than was seen', async () => {
    const page = await chatOf(3);
    page.unmount('u2', 'a2', 'u3', 'a3');
    page.turn('user', 'u2x', 'Question X');
    page.mark(page.turn('assistant', 'a2x', 'Answer X.'), 'bar');
    await page.pass(2_000);
    for (const n of ['4', '5']) {
      await ask(page, n);
      expect(contexts(page).at(-1)).toMatchObject({ complete: false });
    }
  });

  it.each<[string, (page: BenchPage) => Promise<void>, (page: BenchPage) => void]>([
    [
      'a retry',
      async (page) => {
        page.retry('a2');
        page.unmount('a2');
        page.startStream();
        await page.answer('2b', ['A longer answer 2.']);
        await ask(page, '3');
      },
      (page) => page.unmount('a2b', 'u3', 'a3'),
    ],
    [
      'an edit',
      async (page) => {
        edit(page, 'u2');
        page.unmount('u2', 'a2');
        page.turn('user', 'u2b', 'A longer question 2');
        page.startStream();
        await page.answer('2b', ['Answer 2.']);
      },
      (page) => {
        page.unmount('u2b', 'a2b');
        page.turn('user', 'u2', 'Question 2');
      },
    ],
  ])('is the branch that is shown again, and nothing of the other: after %s', async (_what, leave, back) => {
    const page = await chatOf(2);
    await leave(page);
    back(page);
    page.mark(page.turn('assistant', 'a2', 'Answer 2.'), 'bar');
    await page.pass(2_000);
    for (const n of [2, 3]) {
      await ask(page, String(n + 2));
      expect(contexts(page).at(-1)).toEqual({ ...known(2 * n, n * EXCHANGE), complete: false });
    }
  });

  it('knows a turn by the key that it got after its answer, once it is out of view', async () => {
    const page = new BenchPage(() => {}, { virtualised: true });
    page.send('Question 1', '1');
    for (const turn of page.document.querySelectorAll('.turn')) turn.removeAttribute('data-key');
    const answer = await page.answer('1', ['Answer 1.']);
    page.element('.turn.user').setAttribute('data-key', 'u1');
    answer.setAttribute('data-key', 'a1');
    await ask(page, '2');
    page.unmount('u1', 'a1');
    await ask(page, '3');
    expect(contexts(page)).toEqual([known(0, 0), known(2, EXCHANGE), known(4, 2 * EXCHANGE)]);
  });
});

describe('whose question is whose', () => {
  it('a prompt that is sent while a retry settles leaves the retry its own', async () => {
    const page = await chatOf(2);
    page.retry('a2');
    page.unmount('a2');
    page.startStream();
    await page.pass(500);
    page.grow(page.turn('assistant', 'a2b'), 'Another answer 2.');
    await page.pass(500);
    // No action bar comes: the answer is held to be whole only when it has stood still for a while.
    page.unmark('#stop');
    await page.pass(1_000);
    await ask(page, '3');
    const [, second, again, third] = page.records();
    expect(again).toMatchObject({
      attempt: { kind: 'retry', of: second?.id },
      turnKey: 'u2',
      texts: { input: 'Question 2', output: 'Another answer 2.' },
    });
    expect(third).toMatchObject({
      attempt: { kind: 'first' },
      turnKey: 'u3',
      texts: { input: 'Question 3', output: 'Answer 3.' },
      context: known(4, EXCHANGE + 'Question 2'.length + 'Another answer 2.'.length),
    });
  });

  it('an answer that stood there before the question came is not its answer', async () => {
    const page = await chatOf(1);
    page.press('#menu');
    // A suggestion: the page says that it answers before it shows what was asked.
    page.startStream();
    await page.pass(300);
    page.turn('user', 'u2', 'Suggested question');
    await page.answer('2', ['Answer 2.']);
    expect(page.records().at(-1)).toMatchObject({
      status: 'complete',
      turnKey: 'u2',
      texts: { input: 'Suggested question', output: 'Answer 2.' },
      context: known(2, EXCHANGE),
    });
  });

  it('a question that is scrolled out while its answer grows is still the one that was asked', async () => {
    const page = await chatOf(1);
    page.send('Question 2', '2');
    await page.pass(500);
    const answer = page.turn('assistant', 'a2');
    page.grow(answer, 'Answer');
    await page.pass(500);
    page.unmount('u2');
    page.grow(answer, ' 2.');
    await page.pass(500);
    page.endStream(answer);
    await page.pass(1_000);
    expect(page.records().at(-1)).toMatchObject({
      attempt: { kind: 'first' },
      turnKey: 'u2',
      texts: { input: 'Question 2', output: 'Answer 2.' },
    });
  });

  it('a row that is used for another turn while the answer grows is not taken for the question', async () => {
    const page = await chatOf(2);
    page.send('Question 3', '3');
    const row = page.at('u3');
    page.mark(row, 'file');
    await page.pass(500);
    const answer = page.turn('assistant', 'a3');
    page.grow(answer, 'Answer');
    await page.pass(500);
    row.setAttribute('data-key', 'u1');
    row.replaceChildren(...page.at('u1').children);
    page.at('u1').remove();
    page.grow(answer, ' 3.');
    await page.pass(500);
    page.endStream(answer);
    await page.pass(1_000);
    expect(page.records().at(-1)).toMatchObject({
      turnKey: 'u3',
      texts: { input: 'Question 3', output: 'Answer 3.' },
      media: { inputFiles: 1 },
    });
    await ask(page, '4');
    expect(contexts(page).at(-1)).toEqual(known(6, 3 * EXCHANGE));
  });

  it('a prompt whose question is scrolled out while it settles does not take the next one', async () => {
    const page = await chatOf(1);
    page.send('Question 2', '2');
    await page.pass(500);
    page.grow(page.turn('assistant', 'a2'), 'Answer 2.');
    await page.pass(500);
    // No action bar comes, and the thread is scrolled.
    page.unmark('#stop');
    page.unmount('u2');
    await page.pass(1_000);
    await ask(page, '3');
    const [, second, third] = page.records();
    expect(second).toMatchObject({ turnKey: 'u2', texts: { input: 'Question 2', output: 'Answer 2.' } });
    expect(third).toMatchObject({ turnKey: 'u3', context: known(4, 2 * EXCHANGE) });
  });

  it('what is asked again stays the last question when the thread is scrolled away from it', async () => {
    const page = await chatOf(2);
    page.retry('a2');
    page.unmount('a2');
    page.startStream();
    await page.pass(500);
    const answer = page.turn('assistant', 'a2b');
    page.grow(answer, 'Another');
    await page.pass(500);
    page.unmount('u2');
    page.grow(answer, ' answer 2.');
    await page.pass(500);
    page.endStream(answer);
    await page.pass(1_000);
    expect(page.records().at(-1)).toMatchObject({
      attempt: { kind: 'retry', of: page.records().at(1)?.id },
      turnKey: 'u2',
      texts: { input: 'Question 2', output: 'Another answer 2.' },
    });
    await ask(page, '3');
    expect(contexts(page).at(-1)).toEqual(
      known(4, EXCHANGE + 'Question 2'.length + 'Another answer 2.'.length),
    );
  });

  it('a retry of an earlier answer has its question, although later ones are there for a moment', async () => {
    const page = await chatOf(3);
    page.retry('a2');
    page.startStream();
    await page.pass(100);
    page.unmount('a2', 'u3', 'a3');
    await page.answer('2b', ['Another answer 2.']);
    expect(page.records().at(-1)).toMatchObject({
      turnKey: 'u2',
      attempt: { kind: 'retry', of: page.records().at(1)?.id },
      texts: { input: 'Question 2', output: 'Another answer 2.' },
      context: known(2, EXCHANGE),
    });
  });

  it('a retry that is chosen from a menu is one, also when the next prompt comes while it settles', async () => {
    const page = await chatOf(2);
    page.retry('a2');
    page.element('#menu').setAttribute('role', 'menuitem');
    await page.pass(1_000);
    page.press('#menu');
    page.unmount('a2');
    page.startStream();
    await page.pass(500);
    page.grow(page.turn('assistant', 'a2b'), 'Another answer 2.');
    await page.pass(500);
    page.unmark('#stop');
    await page.pass(1_000);
    await ask(page, '3');
    const [, second, again, third] = page.records();
    expect(again).toMatchObject({
      attempt: { kind: 'retry', of: second?.id },
      turnKey: 'u2',
      texts: { input: 'Question 2', output: 'Another answer 2.' },
    });
    expect(third).toMatchObject({ turnKey: 'u3', texts: { output: 'Answer 3.' } });
  });

  it('a retry stays that of its question when the site gives the question another key', async () => {
    const page = await chatOf(2);
    page.retry('a2');
    page.unmount('a2');
    page.startStream();
    await page.pass(300);
    page.at('u2').setAttribute('data-key', 'u2new');
    await page.answer('2b', ['Another answer 2.']);
    expect(page.records().at(-1)).toMatchObject({
      status: 'complete',
      turnKey: 'u2new',
      attempt: { kind: 'retry', of: page.records().at(1)?.id },
      texts: { output: 'Another answer 2.' },
    });
  });

  it('an edit in the same row stays that of its row when the thread is scrolled away from it', async () => {
    const page = await chatOf(2);
    edit(page, 'u2');
    page.element('[data-key="u2"] .text').textContent = 'A longer question 2';
    page.unmount('a2');
    page.startStream();
    await page.pass(1_000);
    const answer = page.turn('assistant', 'a2');
    page.grow(answer, 'A longer');
    await page.pass(500);
    page.unmount('u2');
    await page.pass(500);
    page.grow(answer, ' answer 2.');
    await page.pass(500);
    page.endStream(answer);
    await page.pass(1_000);
    expect(page.records().at(-1)).toMatchObject({
      turnKey: 'u2',
      attempt: { kind: 'edit', of: page.records().at(1)?.id },
      texts: { input: 'A longer question 2', output: 'A longer answer 2.' },
    });
  });

  it('a key that comes later is told, and so is a text', async () => {
    const page = await chatOf(1);
    page.press('#menu');
    page.startStream();
    await page.pass(100);
    const question = page.turn('user', '', '');
    question.removeAttribute('data-key');
    await page.pass(200);
    question.setAttribute('data-key', 'u2');
    page.element('[data-key="u2"] .text').textContent = 'Suggested question';
    await page.answer('2', ['Answer 2.']);
    expect(page.records().at(-1)).toMatchObject({
      turnKey: 'u2',
      texts: { input: 'Suggested question', output: 'Answer 2.' },
    });
    await ask(page, '3');
    expect(contexts(page).at(-1)).toEqual(
      known(4, EXCHANGE + 'Suggested question'.length + 'Answer 2.'.length),
    );
  });
});

describe('in a page without keys', () => {
  it('the place of a turn stays while something lies over the thread', async () => {
    const page = new BenchPage(() => {}, { key: () => null });
    await ask(page, '1');
    page.send('Question 2', '2');
    await page.pass(1_000);
    page.element('#thread').setAttribute('inert', '');
    await page.pass(30_000);
    page.element('#thread').removeAttribute('inert');
    await page.answer('2', ['Answer 2.']);
    const keys = new Map<string, Set<string | null>>();
    for (const { id, turnKey } of page.emitted) keys.set(id, (keys.get(id) ?? new Set()).add(turnKey));
    expect([...keys.values()].map((seen) => [...seen])).toEqual([['nth-1'], ['nth-2']]);
  });
});

describe('in a hidden page, whose steps do not wait for a task', () => {
  it('prompts are recorded as in any other', async () => {
    const records = async (soonMs: number | null) => {
      const page = new BenchPage();
      page.soonMs = () => soonMs;
      page.go('/c/this');
      page.send('Question 1', '1');
      await page.answer('1', ['Answer ', '1.']);
      page.send('Question 2', '2');
      await page.pass(500);
      page.grow(page.turn('assistant', 'a2'), 'Half an an');
      await page.pass(500);
      page.go('/c/other');
      page.exchange(9);
      await page.pass(2_000);
      return page.records().map(({ revision: _, ...record }) => record);
    };
    const hidden = await records(null);
    expect(hidden).toHaveLength(2);
    expect(hidden.map(({ status }) => status)).toEqual(['complete', 'interrupted']);
    expect(hidden).toEqual(await records(0));
  });
});
