// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { answerLine } from '../../entrypoints/background/answer-line';
import { type AnswerLines, createAnswerLines, LINE_TAG } from '../../entrypoints/content/answer-line';
import { siteFor } from '../../lib/scrapers/registry';
import { parseSettings } from '../../lib/settings';
import { anObservation } from '../fixtures/observation';
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
  let turns = 0;
  const addTurn = (role: 'user' | 'assistant') => {
    turns += 1;
    const turn = document.createElement('article');
    turn.dataset.testid = `conversation-turn-${turns}`;
    turn.dataset.turn = role;
    turn.dataset.turnId = `turn-${turns}`;
    document.body.append(turn);
    return turn;
  };
  const hosts = () => [...document.querySelectorAll(LINE_TAG)];
  const ask = (id: string, kind: 'first' | 'retry' = 'first') => {
    const observation = anObservation({
      id,
      layout: 'chatgpt-a',
      turnKey: lastKey(),
      attempt: { kind, of: null },
    });
    return {
      begins: () => lines.seen({ ...observation, status: 'pending' }),
      ends: () => lines.seen(observation),
      stored: () => lines.stored(id, `words of ${id}`),
    };
  };
  const lastKey = () =>
    [...document.querySelectorAll<HTMLElement>('[data-turn="user"]')].at(-1)?.dataset.turnId ?? null;

  beforeEach(() => {
    document.body.replaceChildren();
    turns = 0;
    const site = siteFor('chatgpt.com');
    if (site === null) throw new Error('no site');
    lines = createAnswerLines(site, document);
    lines.turn(true);
  });

  it('stand at the end of the answer’s turn, without text of their own and closed', () => {
    addTurn('user');
    const answer = addTurn('assistant');
    const prompt = ask('a');
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
    addTurn('user');
    const answer = addTurn('assistant');
    const first = ask('a');
    first.begins();
    first.ends();
    addTurn('user');
    const second = ask('b');
    second.begins();
    first.stored();
    expect(hosts()).toEqual([]);
    addTurn('assistant');
    second.ends();
    expect(hosts().map((host) => host.parentElement)).toEqual([answer]);
  });

  it('are not put under the answer of another prompt', () => {
    addTurn('user');
    addTurn('assistant');
    const first = ask('a');
    first.begins();
    addTurn('user');
    addTurn('assistant');
    first.ends();
    first.stored();
    expect(hosts()).toEqual([]);
  });

  it('go when another attempt takes the answer’s place', () => {
    addTurn('user');
    addTurn('assistant');
    const first = ask('a');
    first.begins();
    first.ends();
    first.stored();
    const again = ask('b', 'retry');
    again.begins();
    expect(hosts()).toEqual([]);
    again.ends();
    again.stored();
    expect(hosts()).toHaveLength(1);
  });

  it('go with their turn, and none comes for a turn that has gone', () => {
    addTurn('user');
    const answer = addTurn('assistant');
    const prompt = ask('a');
    prompt.begins();
    prompt.ends();
    answer.remove();
    prompt.stored();
    document.body.append(answer);
    expect(hosts()).toEqual([]);
  });

  it('go at once when switched off, and what was to come stays away', () => {
    addTurn('user');
    addTurn('assistant');
    const first = ask('a');
    first.begins();
    first.ends();
    first.stored();
    addTurn('user');
    addTurn('assistant');
    const second = ask('b');
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
