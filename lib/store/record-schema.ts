/** What an imported record must look like. */
import * as v from 'valibot';
import {
  ATTEMPT_KINDS,
  MODEL_MATCHES,
  NOT_COUNTED,
  type PromptRecord,
  READ_BY,
  RECORD_VERSION,
  SITE_IDS,
  TOKEN_METHODS,
} from '../prompt';
import type { ChatRow, FactorSet } from './types';

/** Larger values would drown the others in a sum. */
const LARGEST = 1e9;
/** End of the year 9999, the last that an ISO date names with four digits. */
const LAST_TIME = 253_402_300_799;

const text = (length: number) => v.pipe(v.string(), v.maxLength(length));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(500));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LARGEST));
const whole = v.pipe(amount, v.integer());
const time = v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LAST_TIME));
const range = v.pipe(
  v.object({ low: amount, central: amount, high: amount }),
  v.check(
    ({ low, central, high }) => low <= central && central <= high,
    'low, central and high are not in order',
  ),
);

const estimate = v.object({
  energyWh: range,
  co2eGrams: range,
  waterMl: range,
  waterOnSiteMl: amount,
  waterOffSiteMl: amount,
  otmV1EnergyWh: amount,
  costUsd: v.nullable(amount),
  reasoningTokens: amount,
  gridZone: text(100),
  gridGco2ePerKwh: amount,
  pue: amount,
  method: v.picklist(['otm-shared', 'otm-v1']),
  refdbVersion: text(100),
  otmVersion: text(100),
  factorSet: text(1000),
  rangeCauses: v.record(v.string(), v.object({ low: v.number(), high: v.number() })),
});

/** A final record of this version; fields it does not know are dropped. */
export const recordSchema: v.GenericSchema<unknown, PromptRecord> = v.object({
  id: name,
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(RECORD_VERSION)),
  revision: whole,
  taskId: name,
  attempt: v.pipe(whole, v.minValue(1)),
  attemptKind: v.picklist(ATTEMPT_KINDS),
  site: v.picklist(SITE_IDS),
  layout: text(100),
  conversation: name,
  turnKeyHash: v.nullable(text(200)),
  status: v.picklist(['complete', 'stopped', 'failed', 'interrupted']),
  modelId: name,
  modelMatch: v.picklist(MODEL_MATCHES),
  modelLabel: text(1000),
  modelSlug: v.optional(v.nullable(text(1000))),
  startTime: time,
  firstTokenTime: v.nullable(time),
  lastTokenTime: v.nullable(time),
  utcOffsetMinutes: v.pipe(v.number(), v.minValue(-1440), v.maxValue(1440)),
  inputTextLength: whole,
  outputTextLength: whole,
  inputTokens: amount,
  contextTokens: amount,
  outputTokens: amount,
  tokenMethod: v.picklist(TOKEN_METHODS),
  tokenError: v.object({ low: amount, high: amount }),
  thinking: v.object({ seen: v.boolean(), statedSeconds: v.nullable(amount), textLength: whole }),
  context: v.object({ turns: whole, textLength: whole, complete: v.boolean() }),
  media: v.object({ inputFiles: whole, inputImages: whole, outputImages: whole }),
  markup: v.optional(
    v.nullable(
      v.object({
        listItems: whole,
        tableCells: whole,
        tableRows: whole,
        emphasised: whole,
        headings: whole,
        codeBlocks: whole,
        inlineCode: whole,
        links: whole,
        linkAddressLength: whole,
        quotes: whole,
        formulas: whole,
      }),
    ),
  ),
  timesThrottled: v.boolean(),
  waitedSeconds: v.optional(v.nullable(amount)),
  waitedForUserSeconds: v.optional(amount),
  firstTokenWidthSeconds: v.optional(v.nullable(amount)),
  lastTokenWidthSeconds: v.optional(v.nullable(amount)),
  sentSeen: v.optional(v.boolean()),
  notCounted: v.optional(
    v.pipe(
      v.array(v.picklist(NOT_COUNTED)),
      v.transform((names) => [...new Set(names)]),
    ),
  ),
  readBy: v.optional(v.picklist(READ_BY)),
  secondsSinceLastTurn: v.optional(v.nullable(amount)),
  estimate,
  formerEstimate: v.nullable(estimate),
  updatedTime: time,
});

/** A record of a newer version: kept as it is. */
export const newerRecordSchema = v.looseObject({
  id: name,
  version: v.pipe(v.number(), v.integer(), v.minValue(RECORD_VERSION + 1)),
});

export const factorSetSchema: v.GenericSchema<unknown, FactorSet> = v.object({
  key: name,
  refdbVersion: text(100),
  otmVersion: text(100),
  modelId: text(500),
  assumptions: v.array(
    v.object({
      name: text(500),
      value: v.union([v.number(), v.string()]),
      unit: text(200),
      source: text(2000),
    }),
  ),
});

export const chatSchema: v.GenericSchema<unknown, ChatRow> = v.object({
  key: v.pipe(v.string(), v.startsWith('k:'), v.maxLength(200)),
  label: name,
});
