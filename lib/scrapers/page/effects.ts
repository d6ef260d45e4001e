/** Does what the tracker asks for: reads answers, hands states of prompts on, measures earlier turns, asks the store. */
import type { Observation, ResumedPrompt, ResumeQuestion, SiteId } from '../../prompt';
import type { Clock } from '../clock';
import type { Effect, Report, TrackerEvent } from '../tracker/events';
import type { TrackerState } from '../tracker/state';
import { readAnswerText } from './answer-text';
import { measureTurns } from './earlier-turns';
import type { LayoutReader } from './layout-reader';

export interface EffectsDeps {
  readonly site: { readonly id: SiteId };
  readonly clock: Clock;
  readonly newId: () => string;
  readonly emit: (observation: Observation) => void;
  readonly resume: (question: ResumeQuestion) => Promise<ResumedPrompt | null>;
  readonly reader: () => LayoutReader | null;
  readonly tracker: () => TrackerState;
  readonly dispatch: (event: TrackerEvent) => void;
  /** Runs a step in a task of its own, as soon as the page lets it. */
  readonly later: (step: () => void) => void;
  readonly idle: Pick<Clock, 'whenIdle'>;
  /** A look follows after so many ms. */
  readonly wakeIn: (ms: number) => void;
}

export interface Effects {
  run(effects: readonly Effect[]): void;
  /** Does at once what waits for a task of its own. */
  flush(): void;
  /** The turn that holds a prompt's answer, while a state of that prompt is handed on. */
  answerOf(id: string): Element | null;
}

export function createEffects(deps: EffectsDeps): Effects {
  const { clock, dispatch } = deps;
  const names = { attempt: new Map<number, string>(), chat: new Map<number, string>() };
  let waiting: (() => void)[] = [];
  let handedOn: { id: string; element: Element | null } | null = null;

  function nameOf(kind: keyof typeof names, no: number): string {
    const name = names[kind].get(no) ?? deps.newId();
    names[kind].set(no, name);
    return name;
  }

  function observationOf(report: Report): Observation {
    const { attemptNo, resumedId, chat, attempt, texts, answerTurn: _, ...seen } = report;
    const words = deps.reader()?.words;
    return {
      ...seen,
      id: resumedId ?? nameOf('attempt', attemptNo),
      site: deps.site.id,
      chat: { localId: nameOf('chat', chat.no), siteKey: chat.siteKey },
      attempt: {
        kind: attempt.kind,
        of: typeof attempt.of === 'number' ? nameOf('attempt', attempt.of) : attempt.of,
      },
      texts:
        texts === null
          ? null
          : {
              input: words?.of(texts.input) ?? '',
              output: texts.output ? (words?.answers.get(attemptNo) ?? '') : '',
            },
    };
  }

  function handOn(observation: Observation, element: Element | null): void {
    handedOn = { id: observation.id, element };
    deps.emit(observation);
    handedOn = null;
  }

  function read({ attempt, turn, part, former, asksModel }: Extract<Effect, { type: 'read' }>): void {
    const reader = deps.reader();
    const element = reader?.elementOf(turn) ?? null;
    const own = part === null || element === null ? null : (reader?.partOf(element, part) ?? null);
    // Without its part, the text would be that of both answers.
    if (reader === null || element === null || (part !== null && own === null)) {
      dispatch({ type: 'text', at: clock.now(), attempt, text: null });
      return;
    }
    const found = readAnswerText(reader.layout, element, {
      part: own,
      former: reader.words.of(former),
      asksModel,
    });
    if (found !== null) reader.words.answers.set(attempt, found.words);
    dispatch({ type: 'text', at: clock.now(), attempt, text: found?.text ?? null });
  }

  function measure({ chat, turns }: Extract<Effect, { type: 'measure' }>): void {
    const reader = deps.reader();
    if (reader === null) return;
    const found = turns.flatMap((id) => {
      const element = reader.elementOf(id);
      return element === null ? [] : [{ id, element }];
    });
    measureTurns(reader.layout, found, deps.idle, (lengths) => dispatch({ type: 'lengths', chat, lengths }));
  }

  function ask({ chat, againMs, question }: Extract<Effect, { type: 'ask' }>): void {
    const { turnKey, chatKey } = question;
    const put = { site: deps.site.id, chat: { localId: nameOf('chat', chat), siteKey: chatKey }, turnKey };
    deps.resume(put).then(
      (prompt) => {
        if (prompt === null) deps.wakeIn(againMs);
        else deps.later(() => goOn(chat, turnKey, prompt));
      },
      () => undefined,
    );
  }

  function goOn(chat: number, turnKey: string, prompt: ResumedPrompt): void {
    const wall = clock.wall();
    const utcOffsetMinutes = clock.utcOffsetMinutes(prompt.startTime * 1000);
    dispatch({ type: 'found', at: clock.now(), wall, utcOffsetMinutes, prompt, chat, turnKey });
    deps.wakeIn(0);
  }

  function inTask(step: () => void): void {
    waiting.push(step);
    deps.later(() => {
      if (!waiting.includes(step)) return;
      waiting = waiting.filter((one) => one !== step);
      step();
    });
  }

  function run(effect: Effect): void {
    switch (effect.type) {
      case 'read':
        if (effect.soon) inTask(() => read(effect));
        else read(effect);
        break;
      case 'emit': {
        // The words are held for as long as their prompt is known, so they are taken now.
        const observation = observationOf(effect.report);
        const { answerTurn } = effect.report;
        const element = answerTurn === null ? null : (deps.reader()?.elementOf(answerTurn) ?? null);
        if (effect.soon) inTask(() => handOn(observation, element));
        else handOn(observation, element);
        break;
      }
      case 'measure':
        measure(effect);
        break;
      case 'ask':
        ask(effect);
        break;
    }
  }

  return {
    run: (effects) => effects.forEach(run),
    flush() {
      const steps = waiting;
      waiting = [];
      for (const step of steps) step();
    },
    answerOf: (id) => (handedOn?.id === id ? handedOn.element : null),
  };
}
