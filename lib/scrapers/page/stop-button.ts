/** The stop button, which is there exactly while an answer is being made. It stays in its place for as long as one grows. */
import type { Layout } from '../site';
import { createShown } from './thread-list';

export interface StopButton {
  /** Whether it is there. `mayBeNew` when something beside the turns changed since it was last asked. */
  isThere(mayBeNew: boolean): boolean;
}

export function createStopButton(root: Document, layout: Layout): StopButton {
  let stop: Element | null = null;

  function find(): Element | null {
    const isShown = createShown();
    const found = layout.stopPlaces
      .flatMap((place) => [...root.querySelectorAll(place)])
      .filter((element) => element.matches(layout.stop));
    const shown = found.find(isShown);
    if (shown !== undefined) return shown;
    // An open dialogue puts everything away, the composer too: then nothing is left out.
    const isCovered = found.length > 0 && ![...root.querySelectorAll(layout.composer)].some(isShown);
    return isCovered ? (found[0] ?? null) : null;
  }

  return {
    isThere(mayBeNew) {
      const stays =
        stop?.isConnected === true && stop.matches(layout.stop) && (!mayBeNew || createShown()(stop));
      if (!stays && (mayBeNew || stop !== null)) stop = find();
      return stop !== null;
    },
  };
}
