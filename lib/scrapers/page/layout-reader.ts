/** Reads a page by one layout: its turns, the words they hold, and gestures as the tracker takes them. */
import type { Layout } from '../site';
import type { Gesture, GestureKind, PageReading, TurnId } from '../tracker/events';
import { focusOf, textsIn } from '../tracker/focus';
import type { TrackerState } from '../tracker/state';
import { attributesOf } from './attributes';
import { createComposers } from './composers';
import type { Grown } from './growth';
import { turnText } from './marks';
import { createPageReader, type Numbers } from './reading';
import { typedText } from './typed';
import { createWords, settledPart, type Words } from './words';

export interface LayoutReader {
  readonly layout: Layout;
  readonly words: Words;
  /** What a mutation observer has to report. */
  readonly observed: MutationObserverInit;
  note(records: readonly MutationRecord[], at: number): readonly Grown[];
  read(): PageReading;
  /** A gesture, without its times. Call before the site reacts to it. */
  gesture(kind: GestureKind, target: Element): Omit<Gesture, 'at' | 'wall' | 'utcOffsetMinutes'>;
  /** A trusted event went to this element: the composer round it is the one in use. */
  used(element: Element): void;
  /** Turns to what the tracker wants told, and drops the words that it needs no more. */
  follow(state: TrackerState): void;
  /** Forgets what was read: the next reading tells everything. */
  startOver(): void;
  elementOf(id: TurnId): Element | null;
  partOf(turn: Element, part: number): Element | null;
}

function createNumbers(): Numbers {
  const numbers = new WeakMap<Element, number>();
  const elements = new Map<number, WeakRef<Element>>();
  let next = 0;
  return {
    get: (element) => numbers.get(element) ?? null,
    elementOf: (number) => elements.get(number)?.deref() ?? null,
    of(element) {
      const known = numbers.get(element);
      if (known !== undefined) return known;
      next += 1;
      numbers.set(element, next);
      elements.set(next, new WeakRef(element));
      return next;
    },
  };
}

/** Numbers of elements and words stay the same when a page turns out to have another layout. */
const shared = new WeakMap<LayoutReader, { numbers: Numbers }>();

export function createLayoutReader(
  root: Document,
  layout: Layout,
  before: LayoutReader | null,
): LayoutReader {
  const numbers = (before === null ? undefined : shared.get(before)?.numbers) ?? createNumbers();
  const words = before?.words ?? createWords();
  const composers = createComposers(root, layout);
  const turns = createPageReader(root, layout, words, numbers, composers);
  let isSettling = false;

  function lastAnswer(kind: GestureKind) {
    const turn = turns.lastAnswer();
    const isGrowing = turns.isGenerating();
    if (turn === null || !(isGrowing ? ['edit'] : ['retry', 'edit', 'press']).includes(kind)) return null;
    const text = turnText(layout, { role: 'assistant', element: turn, key: null });
    return words.keep(isGrowing ? settledPart(text) : text);
  }

  function typed() {
    const composer = composers.find(!turns.isGenerating());
    return composer === null ? null : words.keep(typedText(composer));
  }

  function editedText(target: Element) {
    const turn = target.closest(layout.turn);
    return turn === null ? null : words.keep(turnText(layout, { role: 'user', element: turn, key: null }));
  }

  const reader: LayoutReader = {
    layout,
    words,
    observed: { subtree: true, childList: true, characterData: true, attributeFilter: attributesOf(layout) },
    note: turns.note,
    // Marks that go away may change nothing else: while an answer settles they are asked anew.
    read: () => turns.read(isSettling),
    gesture: (kind, target) => ({
      type: 'gesture',
      kind,
      element: turns.numberAround(target),
      inMenu: target.closest('[role^="menuitem"]') !== null,
      typed: kind === 'send' ? typed() : null,
      edited: kind === 'edit' ? editedText(target) : null,
      lastAnswer: lastAnswer(kind),
      model: layout.model(root, null),
    }),
    follow(state) {
      const open = state.attempts.filter(({ isLeft }) => !isLeft);
      isSettling = open.some(({ life }) => life.idleSince !== null);
      turns.focus(focusOf(state));
      words.prune(textsIn(state), new Set(state.attempts.map(({ no }) => no)));
    },
    used: composers.used,
    startOver: turns.startOver,
    elementOf: turns.elementOf,
    partOf: turns.partOf,
  };
  shared.set(reader, { numbers });
  return reader;
}
