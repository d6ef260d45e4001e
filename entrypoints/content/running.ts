/** What measures this page, for our other scripts of the same page. They share a world, which the page cannot see. */
import type { AnswerLines, AnswerOf } from './answer-line';
import type { Life } from './life';

export interface Running {
  readonly life: Life;
  /** Takes the lines under answers into its course; a second set is left alone. */
  readonly addLines: (make: (answerOf: AnswerOf) => AnswerLines) => void;
}

declare global {
  var tokenprint: Running | undefined;
}
