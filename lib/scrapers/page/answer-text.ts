/** Reads an answer whole. O(length): done in quiet moments, and never in the task that saw it change. */
import type { Layout } from '../site';
import type { AnswerText } from '../tracker/events';
import { mediaOf, textRoots, thinkingOf } from './marks';
import { readText, textLength } from './text';

export interface AnswerRead {
  readonly words: string;
  readonly text: AnswerText;
}

/**
 * What an attempt has made of a turn: the part after `former`, which stood there before a continuation. Null when the
 * turn shows nothing any more.
 */
export function readAnswerText(
  layout: Layout,
  turn: Element,
  { part, former, asksModel }: { part: Element | null; former: string; asksModel: boolean },
): AnswerRead | null {
  const { notText, keepSpace } = layout.assistant;
  const seen = { role: 'assistant', element: turn, key: null } as const;
  const roots = textRoots(layout, seen).filter((root) => part === null || part.contains(root));
  const whole = readText(roots, notText, keepSpace);
  if (whole === '' && !turn.isConnected) return null;
  const words = former === '' ? whole : whole.slice(former.length).trim();
  const length = textLength(words);
  return {
    words,
    text: {
      length,
      wholeLength: former === '' ? length : textLength(whole),
      thinking: thinkingOf(layout, seen),
      images: mediaOf(layout, null, seen).outputImages,
      model: asksModel ? layout.model(turn.ownerDocument, turn) : null,
    },
  };
}
