/** Which answers in focus grew, and whether what seemed to be their last growth was only rendered anew. */
import type { Layout } from '../site';
import type { Focus, TurnId } from '../tracker/events';
import { GROWTH_STEP_MS } from '../tracker/timing';
import { addsNothing, type Growth } from './changes';
import type { Entry } from './thread-list';

export interface Grown {
  readonly turn: TurnId;
  readonly part: number | null;
}

export interface GrowthWatch {
  /** Whether growth at this time is to be told: a burst of changes is timed in steps, and costs as much as one. */
  isWanted(focus: Focus, at: number): boolean;
  /** Tells which answers grew by these changes. */
  take(growths: readonly Growth[], records: readonly MutationRecord[], focus: Focus, at: number): Grown[];
  /** When an answer's last growth came, if it left the text as long as it was. Read once, at its end. */
  renderedAt(entry: Entry): number | null;
  /** Only these turns are in focus. */
  keep(turns: ReadonlySet<TurnId>): void;
}

export function createGrowthWatch(
  layout: Layout,
  numbers: { of(element: Element): number },
  partOf: (turn: Element, part: number) => Element | null,
): GrowthWatch {
  let grownAt = Number.NEGATIVE_INFINITY;
  const last = new Map<TurnId, { readonly at: number; readonly records: readonly MutationRecord[] }>();

  const isOwnText = ({ place }: Entry, node: Node): boolean => {
    const element = node instanceof Element ? node : node.parentElement;
    return element !== null && place.contains(element) && element.closest(layout.assistant.text) !== null;
  };

  return {
    isWanted: ({ answers }, at) =>
      answers.length > 1 || (answers.length === 1 && at - grownAt >= GROWTH_STEP_MS),
    take(growths, records, focus, at) {
      const found = new Map<string, Grown>();
      for (const growth of growths) {
        const turn: TurnId = `a${numbers.of(growth.turn)}`;
        for (const { id, part } of focus.answers) {
          if (id !== turn) continue;
          const own = part === null ? null : partOf(growth.turn, part);
          if (part === null || own?.contains(growth.at) === true)
            found.set(`${id}.${part}`, { turn: id, part });
        }
      }
      for (const { turn } of found.values()) last.set(turn, { at, records });
      if (found.size > 0) grownAt = at;
      return [...found.values()];
    },
    renderedAt(entry) {
      const growth = last.get(entry.id);
      if (growth === undefined) return null;
      return addsNothing(growth.records.filter(({ target }) => isOwnText(entry, target))) ? growth.at : null;
    },
    keep(turns) {
      for (const id of last.keys()) if (!turns.has(id)) last.delete(id);
    },
  };
}
