/** Which turns of the page are a prompt's own: found once, and again when the site puts new elements in place. */
import type { ChatTracker } from './chat';
import type { PageReading } from './page-reading';
import { newQuestion } from './sign';
import type { Turn } from './site';
import { isNew, type Snapshot } from './snapshot';

/** `Node.DOCUMENT_POSITION_PRECEDING`. */
const PRECEDING = 2;

export interface OwnTurns {
  /** Finds what is not found yet, or has left the page. */
  find(): void;
  /** The prompt's new question; null for a retry, and before it is shown. */
  user(): Turn | null;
  answer(): Turn | null;
  /** The prompt's question: its own, or the one that it asks again; never that of a chat shown since. */
  question(): Turn | null;
}

export interface OwnTurnsDeps {
  /** The page as it is now. */
  readonly page: () => PageReading;
  readonly snapshot: Snapshot;
  readonly chat: ChatTracker;
  /** The chat that the prompt was sent in. */
  readonly localId: string;
  readonly onUser: (turn: Turn) => void;
  /** The answer's element left the page. */
  readonly onLost: () => void;
}

export function createOwnTurns(deps: OwnTurnsDeps): OwnTurns {
  const { page, snapshot, chat } = deps;
  let user: Turn | null = null;
  let answer: Turn | null = null;
  /** The question that a retry asks again. */
  let askedAgain: Turn | null = null;

  /** An answer stands after its question, or with it in one exchange. */
  const isBefore = (turn: Turn, question: Turn): boolean =>
    question.element.isConnected &&
    (question.element.compareDocumentPosition(turn.element) & PRECEDING) !== 0;

  function findAnswer(): Turn | null {
    const last = page().last('assistant');
    if (last === null || (user === null && snapshot.early)) return null;
    // Where the old answer is taken away first, the last one is that of another question.
    const asked = user ?? page().last('user');
    if (asked !== null && isBefore(last, asked)) return null;
    if (isNew(last, snapshot)) return last;
    // Without a new question it is the old turn that is being filled again.
    return user === null && snapshot.gesture !== 'send' ? last : null;
  }

  return {
    find() {
      if (answer?.element.isConnected === false) {
        answer = null;
        deps.onLost();
      }
      // A question that comes while something is tried again is that of the next prompt.
      if (user?.element.isConnected !== true && snapshot.gesture !== 'retry') {
        const found = newQuestion(page(), snapshot);
        if (user === null && found !== null) {
          // What stood there before its question was no answer to it.
          answer = null;
          deps.onUser(found);
        }
        // A question that is scrolled out of a virtualised thread is still its own.
        user = found ?? user;
      }
      answer ??= findAnswer();
    },
    user: () => user,
    answer: () => answer,
    question() {
      if (user !== null) return user;
      const here = chat.current().localId === deps.localId;
      if (here && askedAgain?.element.isConnected !== true) askedAgain = page().last('user');
      return askedAgain;
    },
  };
}
