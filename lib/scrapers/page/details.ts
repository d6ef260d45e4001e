/** What one turn shows, as plain data. Asks for no more than can have changed. */
import type { Layout } from '../site';
import type { AnswerSeen, Compared, QuestionSeen } from '../tracker/events';
import {
  alternativesOf,
  hasFailed,
  isFinished,
  isThinking,
  mediaOf,
  notCountableIn,
  textRoots,
  turnText,
  wasStopped,
  within,
} from './marks';
import { hasVisibleText, readText } from './text';
import type { Entry } from './thread-list';
import type { Words } from './words';

export function readQuestion(layout: Layout, { place }: Entry, words: Words): QuestionSeen {
  const turn = { role: 'user', element: place, key: null } as const;
  const { inputFiles, inputImages } = mediaOf(layout, turn, null);
  return { text: words.keep(turnText(layout, turn)), files: inputFiles, images: inputImages };
}

export interface AnswerQuestion {
  /** A stop button is there: what only an answer's end can tell is not asked. */
  readonly generating: boolean;
  /** It is known whose answer it is. */
  readonly isOwned: boolean;
  readonly asksThinking: boolean;
  /** The text to compare with; null for none. */
  readonly compareWith: string | null;
  /** Whether a part of it is known to be its attempt's own. */
  readonly hasPart: boolean;
  readonly numberOf: (element: Element) => number;
  /** When its last growth was a rendering. */
  readonly renderedAt: () => number | null;
  /** The page says that it waits for its user. */
  readonly waitsForUser: boolean;
  readonly before: AnswerSeen | null;
}

function compare(layout: Layout, place: Element, former: string): Compared {
  const { notText, keepSpace } = layout.assistant;
  const turn = { role: 'assistant', element: place, key: null } as const;
  const text = readText(textRoots(layout, turn), notText, keepSpace);
  if (text === '') return 'empty';
  if (text === former) return 'same';
  return text.startsWith(former) ? 'continued' : 'other';
}

export function readAnswer(layout: Layout, { place }: Entry, asked: AnswerQuestion): AnswerSeen {
  const { generating, before } = asked;
  const turn = { role: 'assistant', element: place, key: null } as const;
  const { notText } = layout.assistant;
  const streaming = (!generating || !asked.isOwned) && within(place, layout.streaming);
  const isMade = generating || streaming;
  const isShell = place.firstElementChild === null;
  const parts =
    layout.alternatives === undefined || (!isMade && !asked.hasPart)
      ? []
      : alternativesOf(layout, turn).map((part) => ({
          element: asked.numberOf(part),
          hasText: hasVisibleText(
            textRoots(layout, turn).filter((root) => part.contains(root)),
            notText,
          ),
        }));
  return {
    streaming,
    awaiting: !generating && within(place, layout.awaiting),
    finished: !isMade && isFinished(layout, turn),
    failed: !isMade && hasFailed(layout, turn),
    stopped: !isMade && wasStopped(layout, turn),
    thinking: asked.asksThinking && isThinking(layout, turn),
    hasText: (before?.hasText === true && !isShell) || hasVisibleText(textRoots(layout, turn), notText),
    images: isMade ? (before?.images ?? 0) : mediaOf(layout, null, turn).outputImages,
    isShell,
    compared: asked.compareWith === null ? null : compare(layout, place, asked.compareWith),
    parts: parts.length < 2 && !asked.hasPart ? [] : parts,
    renderedAt: isMade ? null : asked.renderedAt(),
    waitsForUser: isMade && (asked.waitsForUser || within(place, layout.waitsForUser)),
    notCounted: notCountableIn(layout, turn),
  };
}
