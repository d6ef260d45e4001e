/** Which question of the page is a prompt's own: its new one, or the one that it asks again. */
import type { PageReading } from './page-reading';
import { newQuestion } from './sign';
import type { Turn } from './site';
import { isAnchored, type Snapshot } from './snapshot';
import { turnText } from './thread';

/** `Node.DOCUMENT_POSITION_PRECEDING`. */
const PRECEDING = 2;

export interface OwnQuestion {
  /**
   * Finds the new question if there is one, or again when it has left the page. `answer` is the answer as far as
   * it is found. Returns what the question shows when it is found for the first time, else null.
   */
  find(answer: Turn | null): string | null;
  /** The prompt's new question; null for a retry, and before it is shown. */
  user(): Turn | null;
  /** The same, while it is mounted. */
  shownUser(): Turn | null;
  /** The prompt's question: its own, or the one that it asks again; never that of a chat shown since. */
  question(): Turn | null;
  /** The question's text as it is shown, or was when it last was. */
  questionText(): string;
  /** Another question stands under its key: that of a chat which is still shown, whose rows have the same keys. */
  isReplaced(): boolean;
  /** The question is known and not mounted: the thread is scrolled away from it. */
  isScrolledAway(): boolean;
}

export interface OwnQuestionDeps {
  /** The page as it is now. */
  readonly page: () => PageReading;
  readonly snapshot: Snapshot;
  /** The chat that the prompt was sent in is shown. */
  readonly isOwnChat: () => boolean;
  /** Another chat or page was shown since. */
  readonly wasLeft: () => boolean;
  /** The answer has text. */
  readonly hasText: () => boolean;
}

/** What of a text stays when it is rendered in another way. */
const essence = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Whether the turn is mounted, even if put away for the moment: a row of a virtualised thread may be used for another one. */
export const isShown = (page: PageReading, turn: Turn | null): boolean =>
  turn?.element.isConnected === true && (turn.key === null || page.layout.key(turn.element) === turn.key);

/** An answer stands after its question, or with it in one exchange. */
export const isBefore = (turn: Turn, question: Turn): boolean =>
  question.element.isConnected && (question.element.compareDocumentPosition(turn.element) & PRECEDING) !== 0;

export function createOwnQuestion({
  page,
  snapshot,
  isOwnChat,
  wasLeft,
  hasText,
}: OwnQuestionDeps): OwnQuestion {
  let user: Turn | null = null;
  /** The question that a retry asks again. */
  let askedAgain = snapshot.triedTurn;
  const textOf = (turn: Turn): string => turnText(page().layout, turn);
  /** What the question showed last. */
  let words = askedAgain === null ? '' : textOf(askedAgain);

  /** Whether a question that was out of the page is back, perhaps with another key; else it is another's. */
  function isAgain(turn: Turn, before: Turn): boolean {
    const sameKey = turn.key === before.key;
    // Rows of another chat may have the same keys.
    if (before.key === null || (sameKey && !wasLeft())) return true;
    return (sameKey || isAnchored(page(), snapshot)) && essence(textOf(turn)) === essence(words);
  }

  function question(): Turn | null {
    if (user !== null) return user;
    if (!isOwnChat() || isShown(page(), askedAgain)) return askedAgain;
    const last = page().last('user');
    // Scrolled away from, what is tried again stays what it was, as does what was edited in its place.
    const inPlace = askedAgain?.key != null && askedAgain.key === snapshot.editedTurn?.key;
    const again = inPlace || snapshot.gesture === 'retry' || (snapshot.gesture !== 'send' && hasText());
    const tried = again ? askedAgain : null;
    if (last === null || (tried !== null && !isAgain(last, tried))) return askedAgain;
    askedAgain = last;
    words = textOf(last);
    return last;
  }

  /** What answers already without a new question is asked again: a question that comes now is only scrolled to. */
  function isScrolledTo(shown: Turn, answer: Turn | null): boolean {
    if (user !== null || snapshot.gesture === 'send' || !hasText()) return false;
    return answer === null ? !isAnchored(page(), snapshot) : !isBefore(answer, shown);
  }

  return {
    find(answer) {
      // A key that was not there at first.
      if (user?.key === null) user = { ...user, key: page().layout.key(user.element) };
      // A question that comes while something is tried again is that of the next prompt.
      if (isShown(page(), user) || snapshot.gesture === 'retry') return null;
      const shown = newQuestion(page(), snapshot);
      if (shown === null || isScrolledTo(shown, answer)) return null;
      const first = user === null;
      if (first) words = textOf(shown);
      // A question that is scrolled out of a virtualised thread is still its own, and the last one another's.
      if (user === null || isAgain(shown, user)) user = shown;
      return first ? words : null;
    },
    user: () => user,
    shownUser: () => (isShown(page(), user) ? user : null),
    question,
    questionText() {
      const turn = question();
      if (turn !== null && isShown(page(), turn)) words = textOf(turn) || words;
      return turn === null ? '' : words;
    },
    isReplaced: () =>
      wasLeft() &&
      user?.key != null &&
      !isShown(page(), user) &&
      page()
        .turns()
        .some(({ role, key }) => role === 'user' && key === user?.key),
    isScrolledAway() {
      const known = user ?? (snapshot.gesture === 'retry' ? question() : null);
      return known !== null && !isShown(page(), known);
    },
  };
}
