/** Every stored setting with its type, default and check; no other file names a storage key. */
import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';

const settingsSchema = v.object({
  /** The estimate that views show first. */
  headline: v.optional(v.fallback(v.picklist(['otm-shared', 'otm-v1']), 'otm-shared'), 'otm-shared'),
  theme: v.optional(v.fallback(v.picklist(['system', 'light', 'dark']), 'system'), 'system'),
  /** BCP 47 tag, or null to follow the browser. */
  locale: v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(35))), null), null),
  /** Grid zone chosen by the person; null means the provider's region. */
  gridZone: v.optional(v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(10))), null), null),
  /** Factors set by the person, by the names of the reference tables. */
  overrides: v.optional(v.fallback(v.record(v.string(), v.pipe(v.number(), v.finite())), {}), {}),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

const problemSchema = v.object({
  kind: v.picklist(['quota', 'blocked', 'newer-version', 'broken', 'unexpected']),
  message: v.string(),
  /** Unix seconds. */
  time: v.number(),
});
/** Why the worker cannot store records at the moment; shown until a write succeeds. */
export type StorageProblem = v.InferOutput<typeof problemSchema>;

const settingsItem = storage.defineItem<unknown>('local:settings');
const problemItem = storage.defineItem<unknown>('local:problem');

/** Reads whatever is stored field by field; a damaged field falls back to its default. */
export const parseSettings = (raw: unknown): Settings => {
  const parsed = v.safeParse(settingsSchema, raw ?? {});
  return parsed.success ? parsed.output : v.parse(settingsSchema, {});
};
const parseProblem = (raw: unknown): StorageProblem | null => (v.is(problemSchema, raw) ? raw : null);

export const readSettings = async (): Promise<Settings> => parseSettings(await settingsItem.getValue());
export const writeSettings = async (change: Partial<Settings>): Promise<void> =>
  settingsItem.setValue({ ...(await readSettings()), ...change });
/** Calls back on every change; returns the unsubscribe function. */
export const watchSettings = (onChange: (settings: Settings) => void): (() => void) =>
  settingsItem.watch((raw) => onChange(parseSettings(raw)));

export const readProblem = async (): Promise<StorageProblem | null> =>
  parseProblem(await problemItem.getValue());
/** Sets or clears (null) the problem that the views show. */
export const writeProblem = async (problem: StorageProblem | null): Promise<void> =>
  problem === null ? problemItem.removeValue() : problemItem.setValue(problem);
export const watchProblem = (onChange: (problem: StorageProblem | null) => void): (() => void) =>
  problemItem.watch((raw) => onChange(parseProblem(raw)));
