/** What an answer says: all of its turn, or what a prompt added to or made anew of what stood there before. */
import type { Layout, Turn } from './site';
import { isNew, type Snapshot } from './snapshot';
import { hasVisibleText, readText, textLength } from './text';
import { textRoots } from './thread';

export interface AnswerText {
  /** Whether the turn shows text that this prompt has made. Stops at the first such text of a new turn. */
  isVisible(turn: Turn): boolean;
  /** Reads the turn and keeps what it says. O(length). Returns the length of the prompt's own part. */
  read(turn: Turn): number;
  /** As `read`, but what shows nothing any more is taken for what it last said. Null then. */
  readLast(turn: Turn): number | null;
  /** What this prompt made of the turn, as it was last read. */
  text(): string;
  length(): number;
  /** Length of all the turn, with what was there before a continuation. */
  wholeLength(): number;
  /** The answer that was there at the gesture grows on: the site continues what it had cut off. */
  isContinued(): boolean;
}

export interface AnswerTextDeps {
  readonly layout: Layout;
  readonly snapshot: Snapshot;
  /** Whether this part of the turn is the prompt's. */
  readonly isOwn: (element: Element) => boolean;
  /** The question was changed, so that what begins as the old answer did is no continuation of it. */
  readonly isEdited: () => boolean;
}

export function createAnswerText({ layout, snapshot, isOwn, isEdited }: AnswerTextDeps): AnswerText {
  const { notText, keepSpace } = layout.assistant;
  const { lastAnswerText } = snapshot;
  /** The old answer was taken away before the new one came. */
  let refilled = snapshot.gesture === 'retry';
  /** The text that was there before a continuation. */
  let former = '';
  let last = { text: '', length: 0, wholeLength: 0 };

  const rootsOf = (turn: Turn): Element[] => textRoots(layout, turn).filter(isOwn);
  const textOf = (turn: Turn): string => readText(rootsOf(turn), notText, keepSpace);

  function keep(whole: string): number {
    const text = former === '' ? whole : whole.slice(former.length).trim();
    const length = text === last.text ? last.length : textLength(text);
    last = { text, length, wholeLength: former === '' ? length : textLength(whole) };
    return length;
  }

  return {
    isVisible(turn) {
      if (lastAnswerText === null || isNew(turn, snapshot)) return hasVisibleText(rootsOf(turn), notText);
      const text = textOf(turn);
      refilled ||= text === '';
      if (text === '' || text === lastAnswerText) return false;
      if (!refilled && lastAnswerText !== '' && !isEdited() && text.startsWith(lastAnswerText))
        former = lastAnswerText;
      return true;
    },
    read: (turn) => keep(textOf(turn)),
    readLast(turn) {
      const whole = textOf(turn);
      return whole === '' ? null : keep(whole);
    },
    text: () => last.text,
    length: () => last.length,
    wholeLength: () => last.wholeLength,
    isContinued: () => former !== '',
  };
}
