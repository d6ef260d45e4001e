/**
 * A turn that this page did not see being sent may be that of an answer which was under way when the page was loaded
 * again: the store is asked once per last turn, and again while it streams.
 */
import type { Effect } from './events';
import { promptOf } from './memory';
import type { TrackerState, View } from './state';
import { shownChat } from './state';
import { ASK_AGAIN_LAST_MS, ASK_AGAIN_MS } from './timing';
import { isStreaming, last, turnKeyOf } from './view';

export function consider(
  before: TrackerState,
  view: View,
  at: number,
): { state: TrackerState; effects: Effect[] } {
  const chat = shownChat(before);
  const turn = last(view, 'user');
  const nothing = { state: before, effects: [] };
  if (chat.siteKey === null || turn === null || promptOf(chat.memory, turn) !== null) return nothing;
  const turnKey = turnKeyOf(view, turn);
  const { asking } = before;
  const isFirst = turnKey !== asking.turnKey;
  if (turnKey === null || (!isFirst && at < asking.againAt)) return nothing;
  const againMs = isFirst ? ASK_AGAIN_MS : Math.min(asking.againMs * 2, ASK_AGAIN_LAST_MS);
  const state = { ...before, asking: { turnKey, againAt: at + againMs, againMs } };
  if (!isFirst && !isStreaming(view, last(view, 'assistant'))) return { state, effects: [] };
  const question = { turnKey, chatKey: chat.siteKey };
  return { state, effects: [{ type: 'ask', chat: chat.no, againMs, question }] };
}
