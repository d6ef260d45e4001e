/**
 * What DOM changes say, record by record: which turns they touch, whether the thread has another structure, and which
 * answers grew. Constant work for a place that was judged before, and never a look at the whole answer.
 */
import type { Layout } from '../site';
import { isAnswerText } from './marks';
import { marksOf } from './thread-list';

/** Attributes by which sites put parts of a page away. */
const PUT_AWAY_ATTRIBUTES = new Set(['hidden', 'inert', 'aria-hidden']);

/** Where a change happened: in an answer's text, elsewhere in a turn, or beside the thread. */
type Place =
  | { readonly kind: 'answer' | 'turn'; readonly turn: Element }
  | { readonly kind: 'outside'; readonly turn: null };

const OUTSIDE: Place = { kind: 'outside', turn: null };

export interface Growth {
  readonly turn: Element;
  /** Where text was added. */
  readonly at: Element;
}

/** What has changed since the page was last read. */
export interface Dirt {
  /** The thread may have other turns, or in another order. */
  structure: boolean;
  /** Something beside the turns changed: composer, stop button. */
  chrome: boolean;
  /** A mark round the turns changed, such as the state of the whole thread. */
  around: boolean;
  /** Turns of which something changed, and those whose question did. */
  readonly turns: Set<Element>;
  readonly questions: Set<Element>;
}

export const cleanDirt = (): Dirt => ({
  structure: true,
  chrome: true,
  around: false,
  turns: new Set(),
  questions: new Set(),
});

export interface Changes {
  /** Takes note of one record, and tells the growth it brought. */
  note(record: MutationRecord, dirt: Dirt): Growth | null;
  /** The thread has other elements: every place is judged anew. */
  forget(): void;
}

export function createChanges(layout: Layout): Changes {
  const marks = marksOf(layout);
  // A streaming answer changes the same few elements thousands of times: each is judged once.
  let judged = new WeakMap<Element, Place>();

  function judge(element: Element): Place {
    const turn = element.closest(layout.turn);
    if (turn === null) return OUTSIDE;
    const question = element.closest(layout.user.mark);
    const isQuestion = question !== null && turn.contains(question);
    return { kind: !isQuestion && isAnswerText(layout, element, turn) ? 'answer' : 'turn', turn };
  }

  function placeOf(element: Element): Place {
    const known = judged.get(element);
    if (known !== undefined) return known;
    const place = judge(element);
    judged.set(element, place);
    return place;
  }

  const holds = (node: Node, selector: string): boolean =>
    node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null);

  const changesThread = ({ addedNodes, removedNodes }: MutationRecord): boolean =>
    [...addedNodes].some((node) => holds(node, marks)) ||
    [...removedNodes].some((node) => holds(node, marks) || holds(node, layout.turn));

  function noteTurn(turn: Element, element: Element, dirt: Dirt): void {
    dirt.turns.add(turn);
    // Where one element holds a question and its answer, the answer's changes say nothing of the question.
    const inQuestion = element === turn || element.closest(layout.user.mark) !== null;
    if (inQuestion) dirt.questions.add(turn);
  }

  function noteAttribute(record: MutationRecord, element: Element, place: Place, dirt: Dirt): void {
    if (place.turn !== null) noteTurn(place.turn, element, dirt);
    else dirt.chrome = true;
    if (place.turn === null && record.attributeName?.startsWith('data-') === true) dirt.around = true;
    const isPutAway = PUT_AWAY_ATTRIBUTES.has(record.attributeName ?? '');
    if (element === place.turn || (place.turn === null && (isPutAway || element.matches(marks))))
      dirt.structure = true;
  }

  /** A new block inside the turn that holds text of the answer, wrapper and all. */
  function newBlock(record: MutationRecord, turn: Element): Element | null {
    for (const node of record.addedNodes) {
      if (!(node instanceof Element) || !hasText(node)) continue;
      if (node.matches(layout.assistant.text)) return node;
      const text = node.querySelector(layout.assistant.text);
      if (text !== null && isAnswerText(layout, text, turn)) return node;
    }
    return null;
  }

  return {
    note(record, dirt) {
      const { target } = record;
      const element = target instanceof Element ? target : target.parentElement;
      if (element === null) return null;
      const place = placeOf(element);
      if (record.type === 'attributes') {
        noteAttribute(record, element, place, dirt);
        return null;
      }
      if (place.kind === 'answer') {
        dirt.turns.add(place.turn);
        return record.type === 'characterData' || addsText(record) ? { turn: place.turn, at: element } : null;
      }
      if (place.kind === 'outside') dirt.chrome = true;
      else noteTurn(place.turn, element, dirt);
      if (record.type === 'characterData') return null;
      if (!dirt.structure && changesThread(record)) dirt.structure = true;
      const block = place.turn === null ? null : newBlock(record, place.turn);
      return block === null || place.turn === null ? null : { turn: place.turn, at: block };
    },
    forget() {
      judged = new WeakMap();
    },
  };
}

const hasText = (node: Node): boolean =>
  node instanceof Text ? node.data.trim() !== '' : node instanceof Element && node.firstChild !== null;

function addsText({ addedNodes }: MutationRecord): boolean {
  for (const node of addedNodes) if (hasText(node)) return true;
  return false;
}

/** Whether changes took as much text out of an answer as they put in. Read once per answer, at its end. */
export function addsNothing(records: readonly MutationRecord[]): boolean {
  const length = (nodes: NodeList): number =>
    [...nodes].reduce((sum, node) => sum + (node.textContent?.length ?? 0), 0);
  let added = records.length === 0 ? 1 : 0;
  for (const record of records) {
    // The former text of a changed text node is not known: it is believed to have grown.
    if (record.type === 'characterData') return false;
    added += length(record.addedNodes) - length(record.removedNodes);
  }
  return added <= 0;
}
