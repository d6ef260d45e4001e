/** What the payloads that come from chat pages must look like. */
import * as v from 'valibot';
import {
  ATTEMPT_KINDS,
  NOT_COUNTED,
  type Observation,
  type PageState,
  PROMPT_STATUSES,
  READ_BY,
  type ResumeQuestion,
  SITE_IDS,
  UNREADABLE_REASONS,
} from '../prompt';

/** Longest words, keys and texts that are taken from a page, in UTF-16 units. What is longer is cut: a prompt with it counts. */
const LABEL_LIMIT = 200;
const KEY_LIMIT = 500;
const TEXT_LIMIT = 20_000_000;
const cut = (limit: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.slice(0, limit)),
  );

// Schemas are made when they are first asked for, so that the content script does not carry the worker's.
const seconds = () => v.pipe(v.number(), v.finite(), v.minValue(0));

/** Each name once: no more of them than there are, however often a page repeats one. */
const uniqueNames = () =>
  v.pipe(
    v.array(v.picklist(NOT_COUNTED)),
    v.transform((names) => [...new Set(names)]),
  );

/** Shape of an observation as it arrives; unknown fields are dropped. */
export function observationSchema(): v.GenericSchema<unknown, Observation> {
  const count = v.pipe(v.number(), v.integer(), v.minValue(0));
  const time = seconds();
  const word = v.nullable(cut(LABEL_LIMIT));
  const key = v.nullable(cut(KEY_LIMIT));
  const id = v.pipe(v.string(), v.uuid());
  const text = cut(TEXT_LIMIT);
  return v.object({
    id,
    revision: count,
    site: v.picklist(SITE_IDS),
    layout: v.pipe(v.string(), v.maxLength(40)),
    chat: v.object({ localId: id, siteKey: key }),
    turnKey: key,
    attempt: v.object({ kind: v.picklist(ATTEMPT_KINDS), of: v.nullable(id) }),
    status: v.picklist(PROMPT_STATUSES),
    model: v.object({ slug: word, label: word }),
    startTime: time,
    firstTokenTime: v.nullable(time),
    lastTokenTime: v.nullable(time),
    utcOffsetMinutes: v.pipe(v.number(), v.integer(), v.minValue(-900), v.maxValue(900)),
    inputTextLength: count,
    outputTextLength: count,
    thinking: v.object({ seen: v.boolean(), statedSeconds: v.nullable(time), textLength: count }),
    context: v.object({ turns: count, textLength: count, complete: v.boolean() }),
    media: v.object({ inputFiles: count, inputImages: count, outputImages: count }),
    markup: v.optional(
      v.nullable(
        v.object({
          listItems: count,
          tableCells: count,
          tableRows: count,
          emphasised: count,
          headings: count,
          codeBlocks: count,
          inlineCode: count,
          links: count,
          linkAddressLength: count,
          quotes: count,
          formulas: count,
        }),
      ),
    ),
    timesThrottled: v.boolean(),
    waitedSeconds: v.nullable(time),
    waitedForUserSeconds: time,
    firstTokenWidthSeconds: v.nullable(time),
    lastTokenWidthSeconds: v.nullable(time),
    sentSeen: v.boolean(),
    notCounted: uniqueNames(),
    readBy: v.picklist(READ_BY),
    texts: v.nullable(v.object({ input: text, output: text })),
  });
}

/** Shape of a question for a stored prompt. */
export const resumeSchema = (): v.GenericSchema<unknown, ResumeQuestion> => {
  const key = cut(KEY_LIMIT);
  const chat = v.object({ localId: v.pipe(v.string(), v.uuid()), siteKey: v.nullable(key) });
  return v.object({ site: v.picklist(SITE_IDS), chat, turnKey: key });
};

/** Shape of what a page says of itself. */
export const pageStateSchema = (): v.GenericSchema<unknown, PageState> =>
  v.variant('kind', [
    v.object({ kind: v.literal('loading'), site: v.picklist(SITE_IDS) }),
    v.object({
      kind: v.literal('measuring'),
      site: v.picklist(SITE_IDS),
      layout: v.pipe(v.string(), v.maxLength(40)),
    }),
    v.object({ kind: v.literal('not-a-chat'), site: v.picklist(SITE_IDS) }),
    v.object({ kind: v.literal('paused'), site: v.picklist(SITE_IDS) }),
    v.object({
      kind: v.literal('unreadable'),
      site: v.picklist(SITE_IDS),
      reason: v.picklist(UNREADABLE_REASONS),
      sinceTime: seconds(),
    }),
  ]);
