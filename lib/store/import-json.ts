/** Reading a JSON export. */
import * as v from 'valibot';
import type { PromptRecord } from '../prompt';
import type { UnknownRecord } from './db';
import { StoreError } from './errors';
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

export const invalid = (message: string, cause?: unknown): StoreError =>
  new StoreError('invalid-import', `${message} Nothing was changed.`, { cause });

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
function entry<T>(schema: v.GenericSchema<unknown, T>, value: unknown, what: string, index: number): T {
  const parsed = v.safeParse(schema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw invalid(`${what} ${index + 1} of the file is damaged: ${path ? `${path}: ` : ''}${issue.message}.`);
}

/** @throws StoreError `newer-version` for a file of a later version, `invalid-import` for anything else wrong */
export function parseJson(text: string): ImportedData {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw invalid('This file is not complete JSON; it may have been cut off.', error);
  }
  const frame = v.safeParse(frameSchema, json);
  if (!frame.success) throw invalid('This file is not a Tokenprint export.');
  const { version, exportedAt, settings, salt, chats, factorSets, prompts } = frame.output;
  if (version > EXPORT_VERSION) {
    throw new StoreError(
      'newer-version',
      `This file was written by a newer version of Tokenprint (format ${version}, this is ${EXPORT_VERSION}). Update the extension and import it again. Nothing was changed.`,
    );
  }
  return {
    kind: 'json',
    records: prompts.map((prompt, index) =>
      v.is(newerRecordSchema, prompt)
        ? v.parse(newerRecordSchema, prompt)
        : entry(recordSchema, prompt, 'Prompt', index),
    ),
    factorSets: factorSets.map((set, index) => entry(factorSetSchema, set, 'Factor set', index)),
    salt,
    chats: chats.map((chat, index) => entry(chatSchema, chat, 'Chat', index)),
    changedTime: exportedAt === null ? null : Date.parse(exportedAt) / 1000,
    settings,
  };
}
