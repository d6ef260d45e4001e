/** Going on with the record of a prompt whose page went away while its answer was made. */
import type { Observation, PromptRecord, ResumedPrompt, ResumeQuestion } from '../../lib/prompt';
import { findResumable, type Store } from '../../lib/store';
import type { Measuring } from './measuring';

/** A pending record whose page is not known is believed to be alive for so long after its last sign. */
const ALIVE_SECONDS = 60;

export function createResumes(store: Store, measuring: Measuring, now: () => number) {
  /** A prompt that another page still measures is that page's own. */
  async function isMeasured(record: PromptRecord, tabId: number | null): Promise<boolean> {
    if (record.status !== 'pending' || now() - record.updatedTime >= ALIVE_SECONDS) return false;
    const tab = await measuring.tabOf(record.id);
    // The page that spoke in the asking tab is gone, and so is every page of before the extension was reloaded.
    return tab === null ? record.updatedTime >= (await measuring.since()) : tab !== tabId;
  }

  return {
    noteTab({ id, status }: Observation, tabId: number | null): void {
      measuring.note(id, tabId, status === 'pending');
    },
    /** The prompt that a turn belongs to, if its page is gone; null when there is none. @throws StoreError */
    async find({ site, chat, turnKey }: ResumeQuestion, tabId: number | null): Promise<ResumedPrompt | null> {
      const record = await findResumable(store, { site, ...chat }, turnKey);
      if (record === null || (await isMeasured(record, tabId))) return null;
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
        sentSeen: record.sentSeen ?? true,
        notCounted: record.notCounted ?? [],
        waitedForUserSeconds: record.waitedForUserSeconds ?? 0,
        firstTokenWidthSeconds: record.firstTokenWidthSeconds ?? null,
        lastTokenWidthSeconds: record.lastTokenWidthSeconds ?? null,
        readBy: record.readBy ?? 'layout',
      };
    },
  };
}
