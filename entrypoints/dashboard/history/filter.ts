/** Which prompts the history shows and in which order, as the page's address says it. */
import { PROMPT_STATUSES, type PromptStatus, SITE_IDS, type SiteId } from '../../../lib/prompt';
import type { PageOrder, RecordFilter } from '../../../lib/store/types';

export const ORDERS: readonly PageOrder[] = ['time', 'energy', 'output'];

/** Every part is null while it does not narrow. Days are local, `YYYY-MM-DD`, both included. */
export interface HistoryFilter {
  readonly order: PageOrder;
  readonly site: SiteId | null;
  readonly modelId: string | null;
  readonly status: PromptStatus | null;
  readonly conversation: string | null;
  readonly fromDay: string | null;
  readonly toDay: string | null;
}

function oneOf<T extends string>(values: readonly T[], name: string | null): T | null {
  return values.find((value) => value === name) ?? null;
}

const day = (text: string | null): string | null =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null;

/** Reads the filter of an address; what it does not understand does not narrow. */
export function parseFilter(params: URLSearchParams): HistoryFilter {
  return {
    order: oneOf(ORDERS, params.get('order')) ?? 'time',
    site: oneOf(SITE_IDS, params.get('site')),
    modelId: params.get('model') || null,
    status: oneOf(PROMPT_STATUSES, params.get('status')),
    conversation: params.get('chat') || null,
    fromDay: day(params.get('from')),
    toDay: day(params.get('to')),
  };
}

/** The params of a filter, for a link. */
export function filterParams(filter: HistoryFilter): Record<string, string | null> {
  return {
    order: filter.order === 'time' ? null : filter.order,
    site: filter.site,
    model: filter.modelId,
    status: filter.status,
    chat: filter.conversation,
    from: filter.fromDay,
    to: filter.toDay,
  };
}

/** True when any part narrows. */
export const isNarrowed = (filter: HistoryFilter): boolean =>
  [filter.site, filter.modelId, filter.status, filter.conversation, filter.fromDay, filter.toDay].some(
    (part) => part !== null,
  );

const DAY_SECONDS = 86_400;

/** The filter as the store reads it. @param utcOffsetMinutes decides when a local day begins */
export function recordFilter(filter: HistoryFilter, utcOffsetMinutes: number): RecordFilter {
  const start = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000 - utcOffsetMinutes * 60;
  return {
    ...(filter.site === null ? {} : { site: filter.site }),
    ...(filter.modelId === null ? {} : { modelId: filter.modelId }),
    ...(filter.status === null ? {} : { status: filter.status }),
    ...(filter.conversation === null ? {} : { conversation: filter.conversation }),
    ...(filter.fromDay === null ? {} : { fromTime: start(filter.fromDay) }),
    ...(filter.toDay === null ? {} : { toTime: start(filter.toDay) + DAY_SECONDS }),
  };
}
