import { knownModel } from './models';
import type { Effort, Model } from './types';

/** The Thinking row of a router model that has one of its own; others think under the same row. */
const thinkingRows: ReadonlyMap<string, string> = new Map([
  ['gpt-5', 'gpt-5-thinking'],
  ['gpt-5-mini', 'gpt-5-thinking-mini'],
  ['gpt-5.1', 'gpt-5.1-thinking'],
  ['gpt-5.2', 'gpt-5.2-thinking'],
  ['gpt-5.5', 'gpt-5.5-thinking'],
]);

/**
 * The two ends of a routed label: its Instant target and its Thinking target. They may be the same row, which
 * then answers with and without thinking. Null when the label names one mode.
 */
export function routedTargets(
  model: Model,
  effort: Effort | null,
): { readonly low: Model; readonly high: Model } | null {
  if (model.reasoning !== 'router' || effort !== 'auto') return null;
  const thinking = thinkingRows.get(model.id);
  return { low: model, high: thinking === undefined ? model : knownModel(thinking) };
}
