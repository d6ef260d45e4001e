/** What the observer of a page needs, and what it can be asked. */
import type { Observation, PageState, ResumedPrompt, ResumeQuestion } from '../prompt';
import type { Clock } from './clock';
import type { Site } from './site';

/** Asks the worker; null when there is nothing to go on with. Rejects when the worker cannot be reached. */
export type AskToResume = (question: ResumeQuestion) => Promise<ResumedPrompt | null>;

export interface ObserverDeps {
  readonly site: Site;
  readonly root: Document;
  readonly url: () => URL;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Takes each state of each prompt over; must return at once and not throw. */
  readonly emit: (observation: Observation) => void;
  /** Asks for the stored prompt that a turn belongs to. */
  readonly resume: AskToResume;
  readonly onState: (state: PageState) => void;
  /** Ends everything the observer has set up. */
  readonly signal: AbortSignal;
}

export interface Observer {
  state(): PageState;
  /** The turn that holds a prompt's answer, while a state of that prompt is handed on; else null. */
  answerOf(id: string): Element | null;
}
