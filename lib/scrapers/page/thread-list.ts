/** The turns that a page has mounted, each with the number of its element. One pass of the selector engine. */
import type { Layout, Turn } from '../site';
import { PUT_AWAY } from '../sites/common';
import type { TurnId, TurnSeen } from '../tracker/events';

const ROLES = ['user', 'assistant'] as const satisfies Turn['role'][];

/** A turn with its element. */
export interface Entry extends TurnSeen {
  readonly place: Element;
}

export interface ThreadList {
  readonly entries: readonly Entry[];
  /** Nothing of the thread nor of the composer is in use: something lies over the page. */
  readonly covered: boolean;
}

export const marksOf = (layout: Layout): string => `${layout.user.mark}, ${layout.assistant.mark}`;

/** Whether an element is in a part of the page that is in use. Places are judged once for all that lies in them. */
export function createShown(): (element: Element) => boolean {
  // Turns mostly stand side by side: what holds them is judged once for all of them.
  const places = new Map<Element | null, boolean>();
  return (element) => {
    if (element.matches(PUT_AWAY)) return false;
    const place = element.parentElement;
    const shown = places.get(place) ?? place?.closest(PUT_AWAY) == null;
    places.set(place, shown);
    return shown;
  };
}

/** Each turn once for a role, whatever number of marks it has; a question comes before the answer in its element. */
export function listThread(
  root: Document,
  layout: Layout,
  numberOf: (element: Element) => number,
): ThreadList {
  const isShown = createShown();
  const seen = { user: new Set<Element>(), assistant: new Set<Element>() };
  const entries: Entry[] = [];
  for (const mark of root.querySelectorAll(marksOf(layout))) {
    for (const role of ROLES) {
      const place = mark.matches(layout[role].mark) ? mark.closest(layout.turn) : null;
      if (place === null || seen[role].has(place)) continue;
      seen[role].add(place);
      const element = numberOf(place);
      const id: TurnId = `${role.slice(0, 1)}${element}`;
      const entry: Entry = { id, role, element, key: layout.key(place), shown: isShown(place), place };
      const last = entries.at(-1);
      entries.splice(role === 'user' && last?.place === place ? -1 : entries.length, 0, entry);
    }
  }
  const isUsed = entries.length === 0 || entries.some(({ shown }) => shown);
  const covered = !isUsed && ![...root.querySelectorAll(layout.composer)].some(isShown);
  return { entries, covered };
}

export const sameList = (one: ThreadList, other: ThreadList): boolean =>
  one.covered === other.covered &&
  one.entries.length === other.entries.length &&
  one.entries.every((entry, at) => {
    const beside = other.entries[at];
    return entry.id === beside?.id && entry.key === beside.key && entry.shown === beside.shown;
  });
