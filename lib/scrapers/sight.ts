/** What of a prompt nobody saw: a time that passed out of sight is no time of an answer. */

/** What comes this soon after the page was out of sight may have come before: marks of an answer go stale with it. */
const SIGHT_MS = 3_000;

export interface Sight {
  /** A look has seen whether an answer is being made. */
  looked(streaming: boolean, at: number): void;
  /** Text was added; `first` when none was known before. */
  grew(first: boolean): void;
  /** The page is hidden, and its timers may be late. */
  hide(): void;
  /** The answer, of this length so far, was out of sight until now; `frozen` with all of its page. */
  back(at: number, length: number, frozen: boolean): void;
  wasAway(): boolean;
  wasHidden(): boolean;
  sawFirstToken(): boolean;
  /** Whether the last token of an answer of this length was seen to come. */
  sawLastToken(length: number): boolean;
}

/** `known` is the length of an answer that an earlier page has seen; null when this page has seen its prompt sent. */
export function createSight(now: number, known: number | null): Sight {
  let hidden = known !== null;
  let away = hidden;
  /** The answer is in sight; after a time out of sight again once it is seen to stream. */
  let inSight = known === null;
  let sightFrom = now + SIGHT_MS;
  let firstTokenSeen = true;
  /** The last look saw an answer being made; what stands in a page that was frozen says nothing of now. */
  let streams = false;
  let frozen = false;
  /** Nothing was seen to grow since the answer went out of sight, at this length. */
  let stale = known !== null;
  let lengthSeen = known ?? 0;
  return {
    looked(streaming, at) {
      streams = streaming;
      inSight ||= streams && at >= sightFrom;
    },
    grew(first) {
      firstTokenSeen &&= inSight || !first;
      if (inSight || (streams && !frozen)) stale = false;
    },
    hide() {
      hidden = true;
    },
    back(at, length, wasFrozen) {
      away = true;
      hidden = true;
      inSight = false;
      sightFrom = at + SIGHT_MS;
      streams = false;
      frozen = wasFrozen;
      // What nobody saw come is not seen by having been read.
      if (!stale) lengthSeen = length;
      stale = true;
    },
    wasAway: () => away,
    wasHidden: () => hidden,
    sawFirstToken: () => firstTokenSeen,
    sawLastToken: (length) => !stale || length === lengthSeen,
  };
}
