/**
 * What a page shows at one moment: its turns, its composer, its stop button. Each question is answered once, since
 * nothing of a page changes while a script runs; a reading is never kept from one task to the next.
 */
import { type ComposerChoice, createComposerChoice } from './composer-choice';
import { once } from './once';
import type { Layout, Turn } from './site';
import { PUT_AWAY } from './sites/common';
import { within } from './thread';
import { hasSize } from './visible';

export const ROLES = ['user', 'assistant'] as const satisfies Turn['role'][];

/** Left out is what lies in a part of the page that is put away, such as the thread of a chat that was left. */
export interface PageReading {
  readonly layout: Layout;
  readonly root: Document;
  /** The turns of the thread in document order; of an element that holds question and answer, the question first. */
  turns(): readonly Turn[];
  /** Whether the turn is in view in its element, and neither emptied nor put away nor used for another turn. */
  shows(turn: Turn): boolean;
  /** The last mounted turn of a role. */
  last(role: Turn['role']): Turn | null;
  /** How many turns of a role are mounted; put away, while none is in use. */
  count(role: Turn['role']): number;
  /** The composer in use; of several, the one that was used last, else the one with a size. */
  composer(): Element | null;
  /** A stop button is there: an answer is being made. */
  stops(): boolean;
}

export interface PageReader {
  /** The reading of this moment. */
  read(layout: Layout): PageReading;
  /** The task ends: what was read holds no longer. */
  expire(): void;
}

/** Work of a question: passes of the selector engine over the page; of all turns, also O(turns). */
export function createPageReader(
  root: Document,
  composers: ComposerChoice = createComposerChoice(hasSize),
): PageReader {
  let reading: PageReading | null = null;
  /** The stop button found last. It stays in its place for as long as an answer grows. */
  let stop: Element | null = null;

  function readingOf(layout: Layout): PageReading {
    const all = (selector: string): Element[] => Array.from(root.querySelectorAll(selector));
    const marks = once(() => all(`${layout.user.mark}, ${layout.assistant.mark}`));
    const turnAt = (mark: Element, role: Turn['role']): Element | null =>
      mark.matches(layout[role].mark) ? mark.closest(layout.turn) : null;
    /** Each turn once for a role, whatever number of marks it has. */
    const mounted = once(() => {
      const seen = { user: new Set<Element>(), assistant: new Set<Element>() };
      const found: Omit<Turn, 'key'>[] = [];
      for (const mark of marks()) {
        for (const role of ROLES) {
          const element = turnAt(mark, role);
          if (element === null || seen[role].has(element)) continue;
          seen[role].add(element);
          // A question comes first, wherever the mark of its answer stands.
          const last = found.at(-1);
          const at = role === 'user' && last?.element === element ? -1 : found.length;
          found.splice(at, 0, { role, element });
        }
      }
      return found;
    });
    // Turns mostly stand side by side: what holds them is judged once for all of them.
    const places = new Map<Element | null, boolean>();
    const isShown = (element: Element | null): boolean => {
      if (element === null || element.matches(PUT_AWAY)) return false;
      const place = element.parentElement;
      const shown = places.get(place) ?? place?.closest(PUT_AWAY) == null;
      places.set(place, shown);
      return shown;
    };
    /** An open dialogue puts everything away, the composer too: then nothing is left out. */
    function inUse<T extends Pick<Turn, 'element'>>(found: T[]): T[] {
      const shown = found.filter(({ element }) => isShown(element));
      const covered = shown.length === 0 && found.length > 0 && !all(layout.composer).some(isShown);
      return covered ? found : shown;
    }
    const stopButtons = () =>
      layout.stopPlaces
        .flatMap(all)
        .filter((element) => element.matches(layout.stop))
        .map((element) => ({ element }));
    const ofRole = (role: Turn['role']) => mounted().filter((turn) => turn.role === role);

    const stops = once(() => {
      if (stop?.isConnected !== true || !stop.matches(layout.stop) || !isShown(stop))
        stop = inUse(stopButtons())[0]?.element ?? null;
      return stop !== null;
    });

    return {
      layout,
      root,
      turns: once(() => inUse(mounted()).map((turn) => ({ ...turn, key: layout.key(turn.element) }))),
      shows: ({ element, key, role }) =>
        element.isConnected &&
        isShown(element) &&
        layout.key(element) === key &&
        within(element, layout[role].mark),
      last(role) {
        const mark = marks().findLast((one) => isShown(turnAt(one, role)));
        const element = mark === undefined ? inUse(ofRole(role)).at(-1)?.element : turnAt(mark, role);
        return element == null ? null : { role, element, key: layout.key(element) };
      },
      count: (role) => inUse(ofRole(role)).length || ofRole(role).length,
      composer: once(() => {
        const found = all(layout.composer);
        if (found.length < 2) return found[0] ?? null;
        const shown = found.filter(isShown);
        return composers.of(shown.length > 0 ? shown : found, !stops());
      }),
      stops,
    };
  }

  return {
    read(layout) {
      if (reading?.layout !== layout) reading = readingOf(layout);
      return reading;
    },
    expire() {
      reading = null;
    },
  };
}
