/** Which turns of the page are a prompt's own: found once, and again when the site puts new elements in place. */
import type { ChatTracker } from './chat';
import type { PageReading } from './page-reading';
import { newQuestion } from './sign';
import type { Turn } from './site';
import { isAnchored, isNew, type Snapshot } from './snapshot';
import { isMarkedStreaming, turnText } from './thread';

/** `Node.DOCUMENT_POSITION_PRECEDING`. */
const PRECEDING = 2;

export interface OwnTurns {
  /** Finds what is not found yet, or has left the page. */
  find(): void;
  /** The prompt's new question; null for a retry, and before it is shown. */
  user(): Turn | null;
  /** The same, while it is mounted. */
  shownUser(): Turn | null;
  answer(): Turn | null;
  /** The thread is scrolled away from the answer, or from where it is to come. */
  isAway(): boolean;
  /** The prompt's question: its own, or the one that it asks again; never that of a chat shown since. */
  question(): Turn | null;
  /** The question's text as it is shown, or was when it last was. */
  questionText(): string;
}

export interface OwnTurnsDeps {
  /** The page as it is now. */
  readonly page: () => PageReading;
  readonly snapshot: Snapshot;
  readonly chat: ChatTracker;
  /** The chat that the prompt was sent in. */
  readonly localId: string;
  /** The question was found; told what it shows. */
  readonly onUser: (text: string) => void;
  /** The answer has text. */
  readonly hasText: () => boolean;
  /** The answer's element left the page. */
  readonly onLost: () => void;
  /** The answer is mounted again after a time in which nobody saw it. */
  readonly onBack: () => void;
}

/** What of a text stays when it is rendered in another way. */
const essence = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

export function createOwnTurns(deps: OwnTurnsDeps): OwnTurns {
  const { page, snapshot, chat } = deps;
  let user: Turn | null = null;
  let answer: Turn | null = null;
  /** The question that a retry asks again. */
  let askedAgain = snapshot.triedTurn;
  /** What the question showed last. */
  let words = askedAgain === null ? '' : turnText(page().layout, askedAgain);
  /** The answer when it has left the page. */
  let away: Turn | null = null;
  /** The thread is scrolled to where neither the answer nor what it answers can be seen. */
  let missed = false;

  /** Whether the turn is mounted: a row of a virtualised thread may be used for another one. */
  const isShown = (turn: Turn | null): boolean =>
    turn?.element.isConnected === true && (turn.key === null || page().layout.key(turn.element) === turn.key);

  const textOf = (turn: Turn): string => turnText(page().layout, turn);

  /** Whether a question that was out of the page is back, perhaps with another key; else it is another's. */
  const isAgain = (turn: Turn, before: Turn): boolean =>
    before.key === null ||
    turn.key === before.key ||
    (isAnchored(page(), snapshot) && essence(textOf(turn)) === essence(words));

  /** An answer stands after its question, or with it in one exchange. */
  const isBefore = (turn: Turn, question: Turn): boolean =>
    question.element.isConnected &&
    (question.element.compareDocumentPosition(turn.element) & PRECEDING) !== 0;

  /** Whether the turn can be read: connected, not used for another turn, nor emptied once its text was there. */
  const isWhole = (turn: Turn): boolean =>
    isShown(turn) && !(deps.hasText() && turn.element.firstElementChild === null);

  /** Whether the question is known and not mounted. */
  function isScrolledAway(): boolean {
    const known = user ?? (snapshot.gesture === 'retry' ? question() : null);
    return known !== null && !isShown(known);
  }

  function findAnswer(): Turn | null {
    const last = page().last('assistant');
    if (last === null || (user === null && snapshot.early)) return null;
    if (away !== null && !isWhole(last)) return null;
    if (away?.key != null && last.key === away.key) return last;
    if (away !== null && deps.hasText() && !isAnchored(page(), snapshot) && !isMarkedStreaming(page(), last))
      return null;
    // Where the old answer is taken away first, the last one is that of another question.
    const asked = user ?? page().last('user');
    if (asked !== null && isBefore(last, asked)) return null;
    // Scrolled away from the question, any older answer may be the last one: only that which grows is its own.
    if (isScrolledAway() && !isMarkedStreaming(page(), last)) return null;
    if (isNew(last, snapshot)) return last;
    // Without a new question it is the old turn that is being filled again.
    return user === null && snapshot.gesture !== 'send' ? last : null;
  }

  function question(): Turn | null {
    if (user !== null) return user;
    if (chat.current().localId !== deps.localId || isShown(askedAgain)) return askedAgain;
    const last = page().last('user');
    // Scrolled away from, what is tried again stays what it was, as does what was edited in its place.
    const inPlace = askedAgain?.key != null && askedAgain.key === snapshot.editedTurn?.key;
    const again = inPlace || snapshot.gesture === 'retry' || (snapshot.gesture !== 'send' && deps.hasText());
    const tried = again ? askedAgain : null;
    if (last === null || (tried !== null && !isAgain(last, tried))) return askedAgain;
    askedAgain = last;
    words = textOf(last);
    return last;
  }

  return {
    find() {
      if (answer !== null && !isWhole(answer)) {
        deps.onLost();
        away = answer;
        answer = null;
      }
      // A key that was not there at first.
      if (user?.key === null) user = { ...user, key: page().layout.key(user.element) };
      // A question that comes while something is tried again is that of the next prompt.
      if (!isShown(user) && snapshot.gesture !== 'retry') {
        // What answers already without a new question is asked again: a question that comes now is scrolled to.
        const shown = newQuestion(page(), snapshot);
        const asksAgain = user === null && snapshot.gesture !== 'send' && deps.hasText();
        const late =
          asksAgain &&
          shown !== null &&
          (answer === null ? !isAnchored(page(), snapshot) : !isBefore(answer, shown));
        const found = late ? null : shown;
        if (user === null && found !== null) {
          // What stood there before its question was no answer to it.
          answer = null;
          away = null;
          words = textOf(found);
          deps.onUser(words);
        }
        // A question that is scrolled out of a virtualised thread is still its own, and the last one another's.
        if (found !== null && (user === null || isAgain(found, user))) user = found;
      }
      answer ??= findAnswer();
      if (answer === null) {
        // A page without any turn is one that the site builds anew, or a first question that was taken back.
        const empty = page().last('user') === null && page().last('assistant') === null;
        const unseen = away !== null && deps.hasText();
        missed = page().layout.virtualised && (unseen || (empty ? missed : isScrolledAway()));
        return;
      }
      // Found beside a question that is out of the page, it was seen to come.
      if (missed && (away !== null || !isScrolledAway())) deps.onBack();
      missed = false;
      away = null;
    },
    isAway: () => missed,
    user: () => user,
    shownUser: () => (isShown(user) ? user : null),
    answer: () => answer,
    question,
    questionText() {
      const turn = question();
      if (turn !== null && isShown(turn)) words = textOf(turn) || words;
      return turn === null ? '' : words;
    },
  };
}
