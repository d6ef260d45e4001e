/** What a layout says of a turn right now: its text and its marks. Reads only. */
import type { MediaSeen, NotCounted, ThinkingSeen } from '../../prompt';
import type { Layout, Turn } from '../site';
import { NEVER_TEXT } from '../sites/common';
import { statedSeconds } from './duration';
import { isLeftOut, outermost, readText, textLength } from './text';

const ELEMENT_NODE = 1;

/** Whether the element, or one in it, matches. */
export function within(element: Element, selector: string | null | undefined): boolean {
  if (selector == null) return false;
  return element.matches(selector) || element.querySelector(selector) !== null;
}

function all(element: Element, selector: string | null | undefined): Element[] {
  return selector == null ? [] : outermost(element.querySelectorAll(selector));
}

/** The user's turn that an element stands in; null when it stands in none. */
export function questionAround(layout: Layout, element: Element): Element | null {
  const turn = element.closest(layout.turn);
  return turn !== null && within(turn, layout.user.mark) ? turn : null;
}

/** The elements that hold a turn's text, outermost only. Work: O(size of the turn). */
export function textRoots(layout: Layout, turn: Turn): Element[] {
  const selectors = layout[turn.role];
  const roots = outermost(turn.element.querySelectorAll(selectors.text));
  return roots.filter((root) => !isLeftOut(root, selectors.notText, turn.element));
}

/** The visible text of a turn, without labels, buttons, sources and thinking. Work: O(size of the turn). */
export function turnText(layout: Layout, turn: Turn): string {
  const { notText, keepSpace } = layout[turn.role];
  return readText(textRoots(layout, turn), notText, keepSpace);
}

/** Whether a changed node belongs to the counted text of an answer. Work: as {@link isLeftOut}. */
export function isAnswerText(layout: Layout, node: Node, turn: Element): boolean {
  const element = node.nodeType === ELEMENT_NODE ? (node as Element) : node.parentElement;
  const root = element?.closest(layout.assistant.text) ?? null;
  if (element === null || root === null || !turn.contains(root)) return false;
  return !isLeftOut(element, layout.assistant.notText, turn);
}

/** Whether the turn has the marks of an ended answer. Work: O(size of the turn). */
export function isFinished(layout: Layout, turn: Turn): boolean {
  return within(turn.element, layout.finished);
}

/** Whether what stands between a turn and the next matches. Work: O(size of what stands there). */
function followedBy(layout: Layout, turn: Element, selector: string): boolean {
  for (let next = turn.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (next.matches(layout.turn)) return false;
    if (within(next, selector)) return true;
  }
  return false;
}

/** Whether the site says of the turn that it failed or was cut off. Work: O(size of the turn). */
export function hasFailed(layout: Layout, turn: Turn): boolean {
  const { failed, failedAfter } = layout;
  return (
    within(turn.element, failed) ||
    (failedAfter !== undefined && followedBy(layout, turn.element, failedAfter))
  );
}

/** Whether the site says of the turn that its person stopped it. Work: O(size of the turn). */
export function wasStopped(layout: Layout, turn: Turn): boolean {
  return within(turn.element, layout.stopped);
}

/** The answers of a turn that grow side by side. Work: O(size of the turn), where the layout knows of such. */
export function alternativesOf(layout: Layout, turn: Turn): Element[] {
  return all(turn.element, layout.alternatives);
}

/** Whether the answer shows signs of thinking. Work: O(size of the turn), natively. */
export function isThinking(layout: Layout, turn: Turn): boolean {
  return within(turn.element, layout.thinking);
}

/** Signs of thinking in an answer; durations of several blocks add up. Work: O(size of the turn). */
export function thinkingOf(layout: Layout, turn: Turn): ThinkingSeen {
  const stated = all(turn.element, layout.thinkingDuration)
    .map((element) => statedSeconds(readText([element], '')))
    .filter((seconds) => seconds !== null);
  return {
    seen: isThinking(layout, turn),
    statedSeconds: stated.length === 0 ? null : stated.reduce((sum, seconds) => sum + seconds, 0),
    textLength: textLength(readText(all(turn.element, layout.thinkingText), NEVER_TEXT)),
  };
}

/** Files and pictures of an exchange; a picture among the files counts as both. Work: O(size of the turns). */
export function mediaOf(layout: Layout, user: Turn | null, assistant: Turn | null): MediaSeen {
  const count = (turn: Turn | null, selector: string | null): number =>
    turn === null ? 0 : all(turn.element, selector).length;
  return {
    inputFiles: count(user, layout.inputFiles),
    inputImages: count(user, layout.inputImages),
    // A picture alone can be all of an answer, with no mark of an answer in the exchange that it shares.
    outputImages: count(assistant ?? user, layout.outputImages),
  };
}

/** Names of what was made in the turn and cannot be counted, each once. Work: O(size of the turn). */
export function notCountableIn({ notCountable = [] }: Layout, turn: Turn): NotCounted[] {
  return notCountable.filter(({ selector }) => within(turn.element, selector)).map(({ name }) => name);
}

/** Between how many answers the turn lets its person choose; 0 where it offers no choice. Work: O(size of the turn). */
export function choicesIn(layout: Layout, turn: Turn): number {
  return all(turn.element, layout.choices).length;
}
