/** What DOM changes say of an answer's growth. Looks at the changes alone, never at the whole answer. */
import type { LivePrompt } from './live-prompt';

/** Whether a change added text to the live answer. */
export function recordGrows(prompt: LivePrompt, record: MutationRecord, at: number): boolean {
  if (record.type === 'characterData') return prompt.noteGrowth(record.target, at, false);
  // The place is judged once for all that is put there; a new block inside the turn is judged by itself.
  for (const node of record.addedNodes) {
    if (!hasText(node)) continue;
    if (prompt.noteGrowth(record.target, at, false) || prompt.noteGrowth(node, at, true)) return true;
  }
  return false;
}

/** Whether changes took as much text out of the answer as they put in. Read once per answer, at its end. */
export function addsNothing(records: readonly MutationRecord[]): boolean {
  const length = (nodes: NodeList): number =>
    [...nodes].reduce((sum, node) => sum + (node.textContent?.length ?? 0), 0);
  let added = records.length === 0 ? 1 : 0;
  for (const record of records) {
    // The former text of a changed text node is not known: it is believed to have grown.
    if (record.type === 'characterData') return false;
    added += length(record.addedNodes) - length(record.removedNodes);
  }
  return added <= 0;
}

const hasText = (node: Node): boolean =>
  node instanceof Text ? node.data.trim() !== '' : node instanceof Element && node.firstChild !== null;
