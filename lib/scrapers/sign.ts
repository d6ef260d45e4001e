/** Whether the gesture that was made has begun a prompt: the live sign that no history, scroll or switch shows. */
import type { PageReading } from './page-reading';
import type { Turn } from './site';
import { asksAgain, isAnchored, isNew, type Snapshot } from './snapshot';
import { isTyped } from './text';
import { isStreaming, turnText } from './thread';

/** A gesture's live sign must follow within this time. */
const SEND_PATIENCE_MS = 60_000;
const PRESS_PATIENCE_MS = 10_000;
/** An emptied composer without any new turn for this long means that the page cannot be read. */
const LOST_SEND_MS = 20_000;

export type Sign =
  | { readonly kind: 'begun' }
  /** Nothing yet. `lost`: the prompt has left the composer long ago and is nowhere on the page. */
  | { readonly kind: 'waiting'; readonly lost: boolean }
  /** Too late: whatever comes now is another's. */
  | { readonly kind: 'over'; readonly lost: boolean };

/** The prompt before the gesture, while it settles. */
export interface Settling {
  question(): Turn | null;
  answerTurn(): Turn | null;
}

/**
 * Looks for the sign once. `siteKey` names the chat that the address shows now; `before` is a prompt whose answer may
 * go on by itself. Work: passes of the selector engine.
 */
export function signOf(
  snapshot: Snapshot,
  page: PageReading,
  siteKey: string | null,
  at: number,
  before: Settling | null,
): Sign {
  const send = snapshot.gesture === 'send';
  const question = newQuestion(page, snapshot);
  const asked = question !== null && (send || question.element !== before?.question()?.element);
  const streams =
    !snapshot.streaming &&
    (send || asked || before === null || isTakenAway(snapshot, page, before.answerTurn())) &&
    isStreaming(page, page.last('assistant'));
  const emptied = send && composerEmpty(page);
  // A control that opened another chat, where an answer happens to stream, has asked for nothing.
  const moved = !send && snapshot.siteKey !== siteKey && page.count('user') > 1;
  // A question that came with the messages of its chat may be an old one with the same words.
  if (!moved && (streams || (send && asked && emptied && !snapshot.early))) return { kind: 'begun' };
  const waited = at - snapshot.at;
  const lost = send && waited >= LOST_SEND_MS && emptied && snapshot.composerText !== '' && !asked;
  const over = waited >= (send ? SEND_PATIENCE_MS : PRESS_PATIENCE_MS);
  return { kind: over ? 'over' : 'waiting', lost };
}

/** Whether another attempt was asked for, and the answer before it is gone. */
const isTakenAway = (snapshot: Snapshot, page: PageReading, answer: Turn | null): boolean =>
  asksAgain(snapshot) && (answer === null || !page.shows(answer));

/** So many letters of a question tell it from others; what surrounds them a site may show in another way. */
const BEGINNING = 40;
const beginning = (text: string): string => text.replace(/\P{L}/gu, '').slice(0, BEGINNING);

/**
 * The last of the questions, if it was not there at the gesture. Without a key, which an element that was mounted
 * anew could be told by, the number of questions must have grown, or one was edited.
 */
export function newQuestion(page: PageReading, snapshot: Snapshot): Turn | null {
  const last = page.last('user');
  if (last === null || !isNew(last, snapshot)) return null;
  if (last.key === null && snapshot.editedTurn === null && page.count('user') <= snapshot.stock().userTurns)
    return null;
  // Of turns that come late, or where the thread was scrolled up, only what was typed is the question.
  const sure = !snapshot.early && (snapshot.gesture !== 'send' || isAnchored(page, snapshot));
  const own = sure || beginning(turnText(page.layout, last)) === beginning(snapshot.composerText);
  return own ? last : null;
}

export function composerEmpty(page: PageReading): boolean {
  const composer = page.composer();
  return composer === null || !isTyped(composer);
}
