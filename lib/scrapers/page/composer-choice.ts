/**
 * Which of several composers is the one a person writes in. A page can hold a twin without size before it, and the
 * composers of chats that were left (2026-11).
 */

export interface ComposerChoice {
  /**
   * The composer of those found, in document order; null where none is. Asks for the layout of the page at most once
   * for the same set of twins, and only at rest.
   * @param atRest no answer is being made.
   */
  of(found: readonly Element[], atRest: boolean): Element | null;
  /** A trusted event went to this element: the composer around it is the one in use, for as long as it stays. */
  used(element: Element): void;
}

/** @param isVisible whether an element has a size on the screen; may cost a layout of the page. */
export function createComposerChoice(isVisible: (element: Element) => boolean): ComposerChoice {
  let lastUsed: Element | null = null;
  let asked: readonly Element[] = [];
  let seen: Element | null = null;

  const isAsked = (found: readonly Element[]): boolean =>
    asked.length === found.length && found.every((element, i) => element === asked[i]);

  return {
    of(found, atRest) {
      const [first = null] = found;
      if (found.length < 2) return first;
      const inUse = found.find((composer) => lastUsed !== null && composer.contains(lastUsed));
      if (inUse !== undefined) return inUse;
      if (atRest && !isAsked(found)) {
        asked = found;
        seen = found.find(isVisible) ?? null;
      }
      return seen !== null && found.includes(seen) ? seen : first;
    },
    used(element) {
      lastUsed = element;
    },
  };
}
