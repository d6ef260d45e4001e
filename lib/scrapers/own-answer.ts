/**
 * Which answer of the page is a prompt's own, as a small state machine:
 *
 *   expected → shown → expected (its element was taken out and is built anew, or its question came only now)
 *   expected ↔ away (the thread is scrolled to where neither the answer nor its place can be seen) → shown
 */
import { isBefore, isShown, type OwnQuestion } from './own-question';
import type { PageReading } from './page-reading';
import type { Turn } from './site';
import { isAnchored, isNew, type Snapshot } from './snapshot';
import { isMarkedStreaming } from './thread';

type Place =
  | { readonly kind: 'shown'; readonly turn: Turn }
  /** `left` is the answer that has left the page; null when none was found yet. */
  | { readonly kind: 'expected' | 'away'; readonly left: Turn | null };

export interface OwnAnswer {
  turn(): Turn | null;
  /** The thread is scrolled away from the answer, or from where it is to come. */
  isAway(): boolean;
  /** Takes note of an answer that has left the page. */
  leave(): void;
  /** What stood there before its question came was no answer to it. */
  startOver(): void;
  /** Finds the answer while none is shown. */
  find(): void;
}

export interface OwnAnswerDeps {
  /** The page as it is now. */
  readonly page: () => PageReading;
  readonly snapshot: Snapshot;
  readonly asked: OwnQuestion;
  /** The answer has text. */
  readonly hasText: () => boolean;
  /** The answer's element left the page. */
  readonly onLost: () => void;
  /** The answer is mounted again after a time in which nobody saw it. */
  readonly onBack: () => void;
}

export function createOwnAnswer({ page, snapshot, asked, hasText, ...deps }: OwnAnswerDeps): OwnAnswer {
  let place: Place = { kind: 'expected', left: null };

  /** Whether the turn can be read: connected, not used for another turn, nor emptied once its text was there. */
  const isWhole = (turn: Turn): boolean =>
    isShown(page(), turn) && !(hasText() && turn.element.firstElementChild === null);

  function findAnswer(left: Turn | null): Turn | null {
    const last = page().last('assistant');
    const user = asked.user();
    if (last === null || (user === null && snapshot.early)) return null;
    if (left !== null) {
      if (!isWhole(last) || asked.isReplaced()) return null;
      if (left.key !== null && last.key === left.key) return last;
      if (hasText() && !isAnchored(page(), snapshot) && !isMarkedStreaming(page(), last)) return null;
    }
    // Where the old answer is taken away first, the last one is that of another question.
    const before = user ?? page().last('user');
    if (before !== null && isBefore(last, before)) return null;
    // Scrolled away from the question, any older answer may be the last one: only that which grows is its own.
    if (asked.isScrolledAway() && !isMarkedStreaming(page(), last)) return null;
    if (isNew(last, snapshot)) return last;
    // Without a new question it is the old turn that is being filled again.
    return user === null && snapshot.gesture !== 'send' ? last : null;
  }

  /** Whether the answer that is not found is out of view. */
  function isOutOfView(kind: 'expected' | 'away', left: Turn | null): boolean {
    if (!page().layout.virtualised) return false;
    if (left !== null && hasText()) return true;
    // A page without any turn is one that the site builds anew, or a first question that was taken back.
    const empty = page().last('user') === null && page().last('assistant') === null;
    return empty ? kind === 'away' : asked.isScrolledAway();
  }

  return {
    turn: () => (place.kind === 'shown' ? place.turn : null),
    isAway: () => place.kind === 'away',
    leave() {
      if (place.kind !== 'shown' || isWhole(place.turn)) return;
      deps.onLost();
      place = { kind: 'expected', left: place.turn };
    },
    startOver() {
      place = { kind: place.kind === 'away' ? 'away' : 'expected', left: null };
    },
    find() {
      if (place.kind === 'shown') return;
      const { kind, left } = place;
      const turn = findAnswer(left);
      if (turn === null) {
        place = { kind: isOutOfView(kind, left) ? 'away' : 'expected', left };
        return;
      }
      // Found beside a question that is out of the page, it was seen to come.
      if (kind === 'away' && (left !== null || !asked.isScrolledAway())) deps.onBack();
      place = { kind: 'shown', turn };
    },
  };
}
