/** Which turns of the page are a prompt's own: found once, and again when the site puts new elements in place. */
import { createOwnAnswer, type OwnAnswer, type OwnAnswerDeps } from './own-answer';
import { createOwnQuestion, type OwnQuestion, type OwnQuestionDeps } from './own-question';

export interface OwnTurns {
  readonly asked: OwnQuestion;
  readonly answer: OwnAnswer;
  /** Finds what is not found yet, or has left the page. */
  find(): void;
}

export interface OwnTurnsDeps extends OwnQuestionDeps, Omit<OwnAnswerDeps, 'asked'> {
  /** The new question was found; told what it shows. */
  readonly onAsked: (text: string) => void;
}

export function createOwnTurns(deps: OwnTurnsDeps): OwnTurns {
  const asked = createOwnQuestion(deps);
  const answer = createOwnAnswer({ ...deps, asked });
  return {
    asked,
    answer,
    find() {
      answer.leave();
      const text = asked.find(answer.turn());
      if (text !== null) {
        answer.startOver();
        deps.onAsked(text);
      }
      answer.find();
    },
  };
}
