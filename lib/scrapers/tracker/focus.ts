/** What the tracker wants told of the page, and which words it still needs. */
import type { Focus } from './events';
import type { Known, TrackerState } from './state';
import { openAttempt, shownChat } from './state';

/** What the tracker wants told of the page. */
export function focusOf(state: TrackerState): Focus {
  const { sends } = shownChat(state);
  const open = state.attempts.filter(({ isLeft }) => !isLeft);
  const ids = (turns: readonly (Known | null)[]): string[] =>
    turns.flatMap((turn) => (turn === null ? [] : [turn.id]));
  return {
    questions: [
      ...new Set([
        ...open.flatMap((one) => ids([one.question, one.askedAgain, one.send.edited])),
        ...sends.flatMap((one) => ids([one.edited, one.retried])),
      ]),
    ],
    answers: open.flatMap(({ answer, part, thought }) => {
      const turn = answer.kind === 'shown' ? answer.turn : answer.left;
      return turn === null ? [] : [{ id: turn.id, part, thought }];
    }),
    compareWith: compared(state),
    keepsWords: keepsWords(state),
  };
}

/** A prompt is under way, or may begin: what the questions in view say may be what was asked. */
const keepsWords = (state: TrackerState): boolean =>
  state.attempts.length > 0 || shownChat(state).sends.length > 0;

/** The text that an answer without text of its own is compared with. */
function compared(state: TrackerState): number | null {
  const open = openAttempt(state);
  const waiting = shownChat(state).sends.findLast(({ former }) => former !== null);
  return (
    (open?.life.firstTokenAt === null ? open.send.former?.ref : undefined) ?? waiting?.former?.ref ?? null
  );
}

/** Numbers of the texts that are still needed: none of a page where nothing is asked. */
export function textsIn(state: TrackerState): ReadonlySet<number> {
  const chat = shownChat(state);
  const sends = [
    ...chat.sends,
    ...(chat.editing === null ? [] : [chat.editing]),
    ...state.attempts.map(({ send }) => send),
  ];
  const texts = [
    ...sends.flatMap(({ typed, former, editedText }) => [typed, former, editedText]),
    ...state.attempts.flatMap(({ input, shownText, continued }) => [input, shownText, continued]),
    ...(keepsWords(state) ? [...(state.view?.details.values() ?? [])] : []).map(
      ({ question }) => question?.text ?? null,
    ),
  ];
  return new Set(texts.flatMap((text) => (text === null ? [] : [text.ref])));
}
