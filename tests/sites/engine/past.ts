import { AnswerWriter } from './answer';
import type { ExchangeActions, ExchangeView, Layout, Shown } from './layout';
import { type Exchange, shownAttempt } from './memory';
import { answerBlocks, thoughtSeconds } from './player';

/** What a view needs to know of an exchange as it is shown. */
export function shownOf(exchange: Exchange): Shown {
  const attempt = shownAttempt(exchange);
  return {
    userKey: attempt.userKey,
    userText: attempt.userText,
    files: attempt.files,
    answerId: attempt.answerId,
    model: attempt.model,
    attempt: exchange.shown,
    attempts: exchange.attempts.length,
    sentAt: attempt.sentAt,
  };
}

/** A finished exchange as the page shows it when it is opened again: complete at first sight. */
export function pastView(exchange: Exchange, layout: Layout, actions: ExchangeActions): ExchangeView {
  const attempt = shownAttempt(exchange);
  const shown = shownOf(exchange);
  const view = layout.view(shown, actions);
  if (attempt.status === 'refused') return view;
  view.begin(shown, false);
  const { plan } = attempt;
  if (plan.thinkingMs > 0 && plan.thinking !== 'hidden')
    view.thought(thoughtSeconds(attempt), plan.thinkingText);
  const writer = new AnswerWriter(answerBlocks(attempt), layout, view, 'data');
  if (attempt.cut === null) writer.finish();
  else writeUpTo(writer, attempt.cut);
  const kind = attempt.status === 'live' ? 'failed' : attempt.status;
  view.end(kind, shown, true, plan.errorMessage);
  if (layout.rerenders) view.rerender();
  return view;
}

/** A tool status ends a chunk: go on until nothing more is written. */
function writeUpTo(writer: AnswerWriter, position: number): void {
  for (let before = -1; before < writer.position && writer.position < position; ) {
    before = writer.position;
    writer.writeTo(position);
  }
}
