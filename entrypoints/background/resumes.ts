/** Going on with the record of a prompt whose page went away while its answer was made. */
import type { Observation, PromptRecord, ResumedPrompt, ResumeQuestion } from '../../lib/prompt';
import { findResumable, type Store } from '../../lib/store';

/** A pending record whose page is not known is believed to be alive for so long after its last sign. */
const ALIVE_SECONDS = 60;

export function createResumes(store: Store, now: () => number) {
  /** Which tab speaks for a prompt under way. Forgotten when the worker stops: then only time tells. */
  const tabs = new Map<string, number>();

  /** A prompt that another page still measures is that page's own. */
  const isMeasured = (record: PromptRecord, tabId: number | null): boolean =>
    record.status === 'pending' &&
    tabs.get(record.id) !== tabId &&
    now() - record.updatedTime < ALIVE_SECONDS;

  return {
    noteTab({ id, status }: Observation, tabId: number | null): void {
      if (status === 'pending' && tabId !== null) tabs.set(id, tabId);
      else tabs.delete(id);
    },
    /** The prompt that a turn belongs to, if its page is gone; null when there is none. @throws StoreError */
    async find({ site, chat, turnKey }: ResumeQuestion, tabId: number | null): Promise<ResumedPrompt | null> {
      const record = await findResumable(store, { site, ...chat }, turnKey);
      if (record === null || isMeasured(record, tabId)) return null;
      const { id, revision, startTime, firstTokenTime, lastTokenTime, outputTextLength } = record;
      const of = record.taskId === id ? null : record.taskId;
      return {
        id,
        revision,
        attempt: { kind: record.attemptKind, of },
        startTime,
        firstTokenTime,
        lastTokenTime,
        outputTextLength,
        thinking: record.thinking,
        context: record.context,
        modelLabel: record.modelLabel,
      };
    },
  };
}
