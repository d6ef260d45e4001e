/** Measures the earlier turns of a chat in small slices when the page is idle, so that a long thread costs nothing. */
import type { Clock } from '../clock';
import type { Layout } from '../site';
import type { MeasuredTurn, TurnId } from '../tracker/events';
import { turnText } from './marks';
import { textLength } from './text';

/** Turns measured in one idle slice; none after so many characters, which take a few milliseconds. */
const SLICE = 4;
const SLICE_CHARACTERS = 20_000;

export interface EarlierTurn {
  readonly id: TurnId;
  readonly element: Element;
}

/** Tells the lengths slice by slice. A turn that cannot be read is left out, and the others are read. */
export function measureTurns(
  layout: Layout,
  turns: readonly EarlierTurn[],
  clock: Pick<Clock, 'whenIdle'>,
  tell: (lengths: readonly MeasuredTurn[]) => void,
): void {
  const open = [...turns];
  const slice = (): void => {
    let characters = 0;
    const lengths: MeasuredTurn[] = [];
    try {
      for (let read = 0; read < SLICE && characters < SLICE_CHARACTERS; read += 1) {
        const turn = open.shift();
        if (turn === undefined) break;
        const role = turn.id.startsWith('u') ? 'user' : 'assistant';
        const length = textLength(turnText(layout, { role, element: turn.element, key: null }));
        lengths.push({ id: turn.id, length });
        characters += length;
      }
    } finally {
      if (lengths.length > 0) tell(lengths);
      if (open.length > 0) clock.whenIdle(slice);
    }
  };
  if (open.length > 0) clock.whenIdle(slice);
}
