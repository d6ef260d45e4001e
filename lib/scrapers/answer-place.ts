/** Whether a place of the page belongs to the answer under way. Constant work for a place that was judged before. */
import type { Layout, Turn } from './site';
import { isAnswerText } from './thread';

export interface AnswerPlace {
  /** Whether text at this node is the answer's. */
  holds(node: Node, answer: Turn | null): boolean;
  /** Whether a node that was just added is a new block of the answer, wrapper and all. */
  isNewBlock(node: Node, answer: Turn | null): boolean;
  /** Only what lies in the chosen part of the turn is the answer. */
  isOwn(element: Element): boolean;
  /** Another answer grows beside this one: only this part of the turn is its own. */
  keepTo(part: Element): void;
  /** The turn has new elements. */
  forget(): void;
}

export function createAnswerPlace(layout: Layout): AnswerPlace {
  /** The part of the turn that is the answer; null for all of it. */
  let part: Element | null = null;
  // Selectors that look into subtrees cost as much as the answer is long, and a streaming answer changes the same
  // few elements thousands of times: each element is judged once.
  let judged = new WeakMap<Element, boolean>();
  const isOwn = (element: Element): boolean => part === null || part.contains(element);

  return {
    isOwn,
    holds(node, answer) {
      const element = node instanceof Element ? node : node.parentElement;
      if (answer === null || element === null) return false;
      const known = judged.get(element);
      if (known !== undefined) return known;
      const verdict = isAnswerText(layout, element, answer.element) && isOwn(element);
      judged.set(element, verdict);
      return verdict;
    },
    isNewBlock(node, answer) {
      if (answer === null || !(node instanceof Element) || !answer.element.contains(node)) return false;
      if (!isOwn(node)) return false;
      const root = node.querySelector(layout.assistant.text);
      return root !== null && isAnswerText(layout, root, answer.element);
    },
    keepTo(own) {
      part = own;
      judged = new WeakMap();
    },
    forget() {
      part = null;
      judged = new WeakMap();
    },
  };
}
