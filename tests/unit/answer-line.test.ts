// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { answerLine } from '../../entrypoints/background/answer-line';
import { type AnswerLines, createAnswerLines, LINE_TAG } from '../../entrypoints/content/answer-line';
import { parseSettings } from '../../lib/settings';
import { estimate } from './views/records';

const plain = (words: string | null) => words?.replaceAll('\u00a0', ' ') ?? null;

describe('the words of the line', () => {
  const settings = parseSettings({ inPageLine: true });
  const record = { status: 'complete', estimate: estimate() } as const;

  it('are a name, the energy and its range', () => {
    expect(plain(answerLine(record, settings, 'en'))).toBe('Tokenprint 0.34 Wh (0.12–0.95 Wh)');
  });

  it('follow the person’s language and unit', () => {
    const joules = { ...settings, energyUnit: 'joules', locale: 'de' } as const;
    expect(plain(answerLine(record, joules, 'en'))).toBe('Tokenprint 1,2 kJ (0,43–3,4 kJ)');
    expect(plain(answerLine(record, settings, 'fr'))).toBe('Tokenprint 0,34 Wh (0,12–0,95 Wh)');
  });

  it('are none unless asked for, and none for a prompt that did not come to its end', () => {
    expect(answerLine(record, parseSettings(null), 'en')).toBeNull();
    expect(answerLine({ ...record, status: 'stopped' }, settings, 'en')).toBeNull();
    expect(answerLine({ ...record, status: 'pending' }, settings, 'en')).toBeNull();
  });
});

describe('lines on the page', () => {
  let lines: AnswerLines;
  /** The answers as the observer knows them. */
  let answers: Map<string, Element>;
  const addTurn = () => {
    const turn = document.createElement('article');
    document.body.append(turn);
    return turn;
  };
  const hosts = () => [...document.querySelectorAll(LINE_TAG)];
  const ask = (id: string, answer: Element | null, kind: 'first' | 'retry' = 'first') => {
    if (answer !== null) answers.set(id, answer);
    const attempt = { kind, of: null };
    return {
      begins: () => lines.seen({ id, attempt, status: 'pending' }),
      ends: () => lines.seen({ id, attempt, status: 'complete' }),
      stops: () => lines.seen({ id, attempt, status: 'stopped' }),
      stored: () => lines.stored(id, `words of ${id}`),
    };
  };

  beforeEach(() => {
    document.body.replaceChildren();
    answers = new Map();
    lines = createAnswerLines(document, (id) => answers.get(id) ?? null);
    lines.turn(true);
  });

  it('stand at the end of the answer’s turn, without text of their own and closed', () => {
    const answer = addTurn();
    const prompt = ask('a', answer);
    prompt.begins();
    prompt.ends();
    expect(hosts(), 'nothing before it is stored').toEqual([]);
    prompt.stored();
    expect(hosts().map((host) => host.parentElement)).toEqual([answer]);
    expect(hosts().map((host) => [host.childNodes.length, host.shadowRoot, host.attributes.length])).toEqual([
      [0, null, 0],
    ]);
  });

  it('wait while the next answer grows, so that nothing moves above it', () => {
    const answer = addTurn();
    const first = ask('a', answer);
    first.begins();
    first.ends();
    const second = ask('b', addTurn());
    second.begins();
    first.stored();
    expect(hosts()).toEqual([]);
    second.ends();
    expect(hosts().map((host) => host.parentElement)).toEqual([answer]);
  });

  it('are not made where the answer is not known, or did not come to its end', () => {
    const unknown = ask('a', null);
    unknown.begins();
    unknown.ends();
    unknown.stored();
    const stopped = ask('b', addTurn());
    stopped.begins();
    stopped.stops();
    stopped.stored();
    expect(hosts()).toEqual([]);
  });

  it('go when another attempt takes the answer’s place', () => {
    const answer = addTurn();
    const first = ask('a', answer);
    first.begins();
    first.ends();
    first.stored();
    const again = ask('b', answer, 'retry');
    again.begins();
    expect(hosts()).toEqual([]);
    again.ends();
    again.stored();
    expect(hosts()).toHaveLength(1);
  });

  it('go with their turn, and none comes for a turn that has gone', () => {
    const answer = addTurn();
    const prompt = ask('a', answer);
    prompt.begins();
    prompt.ends();
    answer.remove();
    prompt.stored();
    document.body.append(answer);
    expect(hosts()).toEqual([]);
  });

  it('go at once when switched off, and what was to come stays away', () => {
    const first = ask('a', addTurn());
    first.begins();
    first.ends();
    first.stored();
    const second = ask('b', addTurn());
    second.begins();
    second.ends();
    const html = document.body.innerHTML;
    lines.turn(false);
    expect(document.body.innerHTML).toBe(html.replace(`<${LINE_TAG}></${LINE_TAG}>`, ''));
    second.stored();
    lines.turn(true);
    expect(hosts()).toEqual([]);
  });
});
