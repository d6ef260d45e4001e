/**
 * What a layout says of the page right now: its turns, their text, and whether an answer grows. Reads only.
 * `root` is the document (or the part of it that holds thread and composer).
 */
import type { MediaSeen, ThinkingSeen } from '../prompt';
import { statedSeconds } from './duration';
import type { Layout, Turn } from './site';
import { NEVER_TEXT, PUT_AWAY } from './sites/common';
import { isLeftOut, outermost, readText, textLength } from './text';

const ELEMENT_NODE = 1;

function within(element: Element, selector: string | null | undefined): boolean {
  if (selector == null) return false;
  return element.matches(selector) || element.querySelector(selector) !== null;
}

function all(element: Element, selector: string | null | undefined): Element[] {
  return selector == null ? [] : outermost(element.querySelectorAll(selector));
}

/**
 * Leaves out what lies in a part of the page that is put away, such as the thread of a chat that was left. An
 * open dialogue puts everything away, the composer too: then nothing is left out.
 */
function inUse(layout: Layout, root: ParentNode, elements: Iterable<Element>): Element[] {
  const found = Array.from(elements);
  const shown = found.filter((element) => element.closest(PUT_AWAY) === null);
  if (shown.length > 0 || found.length === 0) return shown;
  const composers = Array.from(root.querySelectorAll(layout.composer));
  return composers.some((composer) => composer.closest(PUT_AWAY) === null) ? [] : found;
}

/**
 * The turns of the thread in document order; of an element that holds question and answer, the question first.
 * Work: one pass of the selector engine, then O(turns × depth).
 */
export function mountedTurns(layout: Layout, root: ParentNode): Turn[] {
  const { user, assistant } = layout;
  const users = new Set(root.querySelectorAll(user.turn));
  const assistants = new Set(root.querySelectorAll(assistant.turn));
  return inUse(layout, root, root.querySelectorAll(`${user.turn}, ${assistant.turn}`)).flatMap((element) => {
    const key = layout.key(element);
    const turns: Turn[] = [];
    if (users.has(element)) turns.push({ role: 'user', element, key });
    if (assistants.has(element)) turns.push({ role: 'assistant', element, key });
    return turns;
  });
}

/** The last mounted turn of a role. Work: one pass of the selector engine, then O(turns × depth). */
export function lastTurn(layout: Layout, root: ParentNode, role: Turn['role']): Turn | null {
  const element = inUse(layout, root, root.querySelectorAll(layout[role].turn)).at(-1);
  return element === undefined ? null : { role, element, key: layout.key(element) };
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

/**
 * Whether an answer is being made: a stop button is there, or the turn is marked. Where no composer is mounted
 * no stop button can be, and a turn that waits for its answer counts as well. Work: passes of the selector
 * engine over the page.
 */
export function isStreaming(layout: Layout, root: ParentNode, turn: Turn | null): boolean {
  if (inUse(layout, root, root.querySelectorAll(layout.stop)).length > 0) return true;
  if (turn === null) return false;
  if (within(turn.element, layout.streaming)) return true;
  return root.querySelector(layout.composer) === null && within(turn.element, layout.awaiting);
}

/** Whether the turn has the marks of an ended answer. Work: O(size of the turn). */
export function isFinished(layout: Layout, turn: Turn): boolean {
  return within(turn.element, layout.finished);
}

/** Whether the site says of the turn that it failed or was cut off. Work: O(size of the turn). */
export function hasFailed(layout: Layout, turn: Turn): boolean {
  return within(turn.element, layout.failed);
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
    outputImages: count(assistant, layout.outputImages),
  };
}
