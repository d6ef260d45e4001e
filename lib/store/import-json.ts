/** Reading a JSON export. */
import * as v from 'valibot';
import type { PromptRecord } from '../prompt';
import type { UnknownRecord } from './db';
import { type ImportFault, StoreError } from './errors';
import { EXPORT_FORMAT, EXPORT_VERSION } from './json-format';
import { chatSchema, factorSetSchema, newerRecordSchema, recordSchema } from './record-schema';
import type { ChatRow, FactorSet } from './types';

/** What a file holds, checked. */
export interface ImportedData {
  readonly kind: 'json' | 'csv';
  readonly records: readonly (PromptRecord | UnknownRecord)[];
  readonly factorSets: readonly FactorSet[];
  readonly salt: string | null;
  readonly chats: readonly ChatRow[];
  /** Unix seconds of the newest change in the store that it came from. */
  readonly changedTime: number | null;
  readonly settings: unknown;
}

/** @param details the fault's own words, English, for logs */
export function invalid(
  code: ImportFault['code'],
  params: ImportFault['params'] = {},
  details: { readonly message?: string; readonly cause?: unknown } = {},
): StoreError {
  const message = `The file cannot be imported (${[code, ...Object.values(params)].join(' ')})`;
  return new StoreError('invalid-import', `${message}: ${details.message ?? 'nothing was changed'}.`, {
    cause: details.cause,
    fault: { code, params },
  });
}

const frameSchema = v.object({
  format: v.literal(EXPORT_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: v.optional(v.nullable(v.pipe(v.string(), v.isoTimestamp())), null),
  settings: v.optional(v.unknown(), null),
  salt: v.optional(v.nullable(v.string()), null),
  chats: v.optional(v.array(v.unknown()), []),
  factorSets: v.optional(v.array(v.unknown()), []),
  prompts: v.array(v.unknown()),
});

/** Checks one entry; the error names its place in the file. */
function entry<T>(
  schema: v.GenericSchema<unknown, T>,
  value: unknown,
  code: ImportFault['code'],
  index: number,
): T {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw invalid(code, { number: index + 1, field: v.getDotPath(issue) ?? '–' }, issue);
}

/** @throws StoreError `newer-version` for a file of a later version, `invalid-import` for anything else wrong */
export function parseJson(text: string): ImportedData {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw invalid('cut-off', {}, { cause: error });
  }
  const frame = v.safeParse(frameSchema, json);
  if (!frame.success) throw invalid('not-ours');
  const { version, exportedAt, settings, salt, chats, factorSets, prompts } = frame.output;
  if (version > EXPORT_VERSION) {
    throw new StoreError(
      'newer-version',
      `This file was written by a newer version of Tokenprint (format ${version}, this is ${EXPORT_VERSION}). Update the extension and import it again. Nothing was changed.`,
      { fault: { code: 'newer-file', params: { format: version, ours: EXPORT_VERSION } } },
    );
  }
  return {
    kind: 'json',
    records: prompts.map((prompt, index) =>
      v.is(newerRecordSchema, prompt)
        ? v.parse(newerRecordSchema, prompt)
        : entry(recordSchema, prompt, 'damaged-prompt', index),
    ),
    factorSets: factorSets.map((set, index) => entry(factorSetSchema, set, 'damaged-factor-set', index)),
    salt,
    chats: chats.map((chat, index) => entry(chatSchema, chat, 'damaged-chat', index)),
    changedTime: exportedAt === null ? null : Date.parse(exportedAt) / 1000,
    settings,
  };
}
