/** What a plain page's prompts were told to be, and the questions about them that a store answers. */
import type { AttemptKind, PromptStatus, ResumedPrompt } from '../../../lib/prompt';
import type { Report } from '../../../lib/scrapers/tracker/events';

/** When the plain page began, Unix seconds. */
const BEGIN = 1_768_306_662;

interface Told {
  readonly id: string;
  readonly report: Report;
  readonly chat: string;
  readonly of: string | null;
  readonly question: string | null;
  readonly answer: string | null;
}

/** The last state of a prompt, in seconds since the page began, and with places in the list for names. */
export interface Record {
  readonly status: PromptStatus;
  readonly kind: AttemptKind;
  /** Which record it tries again. */
  readonly of: number | null;
  /** Which of the chats, in the order of their first record. */
  readonly chat: number;
  readonly siteKey: string | null;
  readonly turnKey: string | null;
  /** The words; null until its last state. */
  readonly question: string | null;
  readonly answer: string | null;
  readonly asked: number;
  readonly length: number;
  readonly sent: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly throttled: boolean;
  readonly context: Report['context'];
  readonly files: number;
  readonly pictures: number;
  readonly thought: boolean;
  readonly waited: number | null;
  readonly waitedForUser: number;
  readonly model: string | null;
  readonly revision: number;
}

const second = (time: number): number => Math.round((time - BEGIN) * 1000) / 1000;
const secondOrNull = (time: number | null): number | null => (time === null ? null : second(time));

export class PlainRecords {
  readonly told: Told[] = [];
  private pages = 0;

  /** Another page begins, whose numbers are its own. */
  begin(): void {
    this.pages += 1;
  }

  take(report: Report, said: { question: string | null; answer: string | null }): void {
    const name = (no: number): string => `${this.pages}.${no}`;
    const { of } = report.attempt;
    const id = report.resumedId ?? name(report.attemptNo);
    const before = this.told.findLast((one) => one.id === id)?.report;
    if (report.revision <= (before?.revision ?? 0)) throw new Error('a state that is not newer was told');
    // What stood still when its page or chat was left is whole, until it is seen to go on.
    if (before?.status === 'failed') throw new Error('told again after it failed');
    const { startTime, firstTokenTime, lastTokenTime } = report;
    if (firstTokenTime !== null && firstTokenTime < startTime - 0.001)
      throw new Error('answered before sent');
    if (firstTokenTime !== null && lastTokenTime !== null && lastTokenTime < firstTokenTime)
      throw new Error('ended before it began');
    const chat = name(report.chat.no);
    this.told.push({ id, report, chat, of: typeof of === 'number' ? name(of) : of, ...said });
  }

  private last(): Told[] {
    const last = new Map<string, Told>();
    for (const one of this.told) last.set(one.id, one);
    return [...last.values()];
  }

  /** The last state of each prompt, in the order in which they were first told of. */
  all(): Record[] {
    const last = this.last();
    const ids = last.map(({ id }) => id);
    const chats = [...new Set(last.map(({ chat }) => chat))];
    return last.map(({ report, chat, of, question, answer }) => ({
      status: report.status,
      kind: report.attempt.kind,
      of: of === null ? null : ids.indexOf(of),
      chat: chats.indexOf(chat),
      siteKey: report.chat.siteKey,
      turnKey: report.turnKey,
      question,
      answer,
      asked: report.inputTextLength,
      length: report.outputTextLength,
      sent: second(report.startTime),
      first: secondOrNull(report.firstTokenTime),
      last: secondOrNull(report.lastTokenTime),
      throttled: report.timesThrottled,
      context: report.context,
      files: report.media.inputFiles,
      pictures: report.media.outputImages,
      thought: report.thinking.seen,
      waited: report.waitedSeconds,
      waitedForUser: report.waitedForUserSeconds,
      model: report.model.label,
      revision: report.revision,
    }));
  }

  /** The newest stored prompt of a turn, when it has no regular end. */
  stored(turnKey: string, chatKey: string): ResumedPrompt | null {
    const found = this.last().findLast(
      ({ report }) => report.turnKey === turnKey && report.chat.siteKey === chatKey,
    );
    if (found === undefined || !['pending', 'interrupted'].includes(found.report.status)) return null;
    const { id, of, report } = found;
    return {
      id,
      revision: report.revision,
      attempt: { kind: report.attempt.kind, of },
      startTime: report.startTime,
      firstTokenTime: report.firstTokenTime,
      lastTokenTime: report.lastTokenTime,
      outputTextLength: report.outputTextLength,
      thinking: report.thinking,
      context: report.context,
      sentSeen: report.sentSeen,
      notCounted: report.notCounted,
      waitedForUserSeconds: report.waitedForUserSeconds,
      firstTokenWidthSeconds: report.firstTokenWidthSeconds,
      lastTokenWidthSeconds: report.lastTokenWidthSeconds,
      readBy: report.readBy,
      modelLabel: report.model.label ?? '',
    };
  }
}
