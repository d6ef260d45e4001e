/** A page as the product reads it at one moment, with its elements, for tests of what layouts say. */
import { createComposers } from '../../lib/scrapers/page/composers';
import { createLayoutReader } from '../../lib/scrapers/page/layout-reader';
import type { Layout, Turn } from '../../lib/scrapers/site';
import type { TurnSeen } from '../../lib/scrapers/tracker/events';
import { count, inUse, isStreaming, last, viewAfter } from '../../lib/scrapers/tracker/view';

export interface PageNow {
  turns(): Turn[];
  last(role: Turn['role']): Turn | null;
  count(role: Turn['role']): number;
  composer(): Element | null;
  /** A stop button is there. */
  stops(): boolean;
  /** An answer is being made, as far as this turn or the page tells. */
  streams(turn: Turn | null): boolean;
}

export function readNow(root: Document, layout: Layout): PageNow {
  const reader = createLayoutReader(root, layout, null);
  const view = viewAfter(null, reader.read());
  const turnOf = (seen: TurnSeen): Turn => {
    const element = reader.elementOf(seen.id);
    if (element === null) throw new Error(`no element of ${seen.id}`);
    return { role: seen.role, key: seen.key, element };
  };
  const seenOf = (turn: Turn): TurnSeen | null =>
    view.thread.turns.find(({ id, role }) => role === turn.role && reader.elementOf(id) === turn.element) ??
    null;
  return {
    turns: () => inUse(view.thread).map(turnOf),
    last(role) {
      const seen = last(view, role);
      return seen === null ? null : turnOf(seen);
    },
    count: (role) => count(view, role),
    composer: () => createComposers(root, layout).find(!view.generating),
    stops: () => view.generating,
    streams: (turn) => isStreaming(view, turn === null ? null : seenOf(turn)),
  };
}
