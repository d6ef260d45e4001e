/** Whether the gesture that was made has begun a prompt: the live sign that no history, scroll or switch shows. */
import type { Layout, Turn } from './site';
import { isNew, type Snapshot } from './snapshot';
import { hasVisibleText } from './text';
import { isStreaming, mountedTurns, turnText } from './thread';

/** A gesture's live sign must follow within this time. */
const SEND_PATIENCE_MS = 60_000;
const PRESS_PATIENCE_MS = 10_000;
/** An emptied composer without any new turn for this long means that the page cannot be read. */
const LOST_SEND_MS = 20_000;

export type Sign =
  /** A prompt has begun; the turns as they stand now. */
  | { readonly kind: 'begun'; readonly turns: readonly Turn[] }
  /** Nothing yet. `lost`: the prompt has left the composer long ago and is nowhere on the page. */
  | { readonly kind: 'waiting'; readonly lost: boolean }
  /** Too late: whatever comes now is another's. */
  | { readonly kind: 'over'; readonly lost: boolean };

/** Looks for the sign once. `siteKey` names the chat that the address shows now. Work: passes of the selector engine. */
export function signOf(
  snapshot: Snapshot,
  layout: Layout,
  root: Document,
  siteKey: string | null,
  at: number,
): Sign {
  const send = snapshot.gesture === 'send';
  const turns = mountedTurns(layout, root);
  const users = turns.filter((turn) => turn.role === 'user');
  const asked = newQuestion(users, snapshot, layout) !== null;
  const answer = turns.findLast((turn) => turn.role === 'assistant') ?? null;
  const streams = !snapshot.streaming && isStreaming(layout, root, answer);
  const emptied = send && composerEmpty(layout, root);
  // A control that opened another chat, where an answer happens to stream, has asked for nothing.
  const moved = !send && snapshot.siteKey !== siteKey && users.length > 1;
  // A question that came with the messages of its chat may be an old one with the same words.
  if (!moved && (streams || (send && asked && emptied && !snapshot.early))) return { kind: 'begun', turns };
  const waited = at - snapshot.at;
  const lost = send && waited >= LOST_SEND_MS && emptied && snapshot.composerText !== '' && !asked;
  const over = waited >= (send ? SEND_PATIENCE_MS : PRESS_PATIENCE_MS);
  return { kind: over ? 'over' : 'waiting', lost };
}

/** So many letters of a question tell it from others; what surrounds them a site may show in another way. */
const BEGINNING = 40;
const beginning = (text: string): string => text.replace(/\P{L}/gu, '').slice(0, BEGINNING);

/** The last of the questions, if it was not there at the gesture. */
export function newQuestion(users: readonly Turn[], snapshot: Snapshot, layout: Layout): Turn | null {
  const last = users.at(-1);
  if (last === undefined || !isNew(last, snapshot, users.length)) return null;
  // Of turns that come late, only what was typed is the question.
  const own = !snapshot.early || beginning(turnText(layout, last)) === beginning(snapshot.composerText);
  return own ? last : null;
}

function composerEmpty(layout: Layout, root: Document): boolean {
  const composer = root.querySelector(layout.composer);
  return composer === null || !hasVisibleText([composer], '');
}
