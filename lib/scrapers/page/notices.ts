/** What a page says anywhere: that a limit is reached, that it waits for its user. */
import type { Layout } from '../site';

export interface Notices {
  /** A limit is reached. */
  readonly refused: boolean;
  /** The site waits for its user. */
  readonly waitsForUser: boolean;
}

/**
 * Goes through the page only when something beside the answers in focus `changed`, and while it waits for its user:
 * what asked for that may have been in an answer, and nothing grows meanwhile.
 */
export function createNotices(root: Document, layout: Layout): (changed: boolean) => Notices {
  let seen: Notices = { refused: false, waitsForUser: false };
  const has = (selector: string | undefined): boolean =>
    selector !== undefined && root.querySelector(selector) !== null;
  return (changed) => {
    if (changed || seen.waitsForUser)
      seen = { refused: has(layout.refused), waitsForUser: has(layout.waitsForUser) };
    return seen;
  };
}
