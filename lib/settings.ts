/** Every stored setting with its type, default and check; no other file names a storage key. */
import * as v from 'valibot';
import { forgetBefore, lasting, lockStorage, passing } from './private-storage';
import { EQUIVALENCE_IDS } from './refdb/types';

/** Languages with a catalogue of their own. */
export const LANGUAGES = ['en', 'fr', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

export const ENERGY_UNITS = ['watt-hours', 'joules'] as const;
export const UNIT_SYSTEMS = ['metric', 'us'] as const;
export const BADGE_CONTENTS = ['today', 'last', 'nothing'] as const;
export const BUDGET_PERIODS = ['day', 'week', 'month'] as const;
export const BUDGET_QUANTITIES = ['energy', 'co2e', 'water', 'prompts'] as const;

/** Budgets that can be set at once. */
export const BUDGET_LIMIT = 12;
/** About a hundred years: longer means for ever, which is null. */
export const RETENTION_LIMIT_DAYS = 36_500;

const budgetSchema = () =>
  v.object({
    period: v.picklist(BUDGET_PERIODS),
    quantity: v.picklist(BUDGET_QUANTITIES),
    /** Wh, g CO2e, mL or prompts in the local day, the week from Monday or the month. */
    limit: v.pipe(v.number(), v.finite(), v.minValue(1e-9)),
  });
/** What the person does not want to exceed; exceeding it only shows. */
export type Budget = v.InferOutput<ReturnType<typeof budgetSchema>>;

const currencySchema = () =>
  v.object({
    /** ISO 4217. */
    code: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
    /** Units of the currency for one US dollar, as the person typed it. */
    perUsd: v.pipe(v.number(), v.finite(), v.minValue(1e-9)),
    /** Local day on which the rate was typed, `YYYY-MM-DD`. */
    date: v.pipe(v.string(), v.isoDate()),
  });
/** A currency other than the US dollar, with the person's own rate: nothing is fetched. */
export type Currency = v.InferOutput<ReturnType<typeof currencySchema>>;

/** A field that takes its default when it is absent or damaged, so that one bad field spoils no other. */
const field = <S extends v.GenericSchema>(schema: S, fallback: v.InferOutput<S>) =>
  v.optional(v.fallback(schema, fallback), fallback as v.InferInput<S>);
const word = (longest: number) => v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(longest)));

const settingsSchema = () =>
  v.object({
    /** The estimate that views show first. */
    headline: field(v.picklist(['otm-shared', 'otm-v1']), 'otm-shared'),
    theme: field(v.picklist(['system', 'light', 'dark']), 'system'),
    /** BCP 47 tag, or null to follow the browser. */
    locale: field(word(35), null),
    /** Grid zone chosen by the person; null means the provider's region. */
    gridZone: field(word(10), null),
    /** Factors set by the person, by the names of the reference tables. */
    overrides: field(v.record(v.string(), v.pipe(v.number(), v.finite())), {}),
    energyUnit: field(v.picklist(ENERGY_UNITS), 'watt-hours'),
    /** Grams and litres, or ounces, pounds and US gallons. */
    unitSystem: field(v.picklist(UNIT_SYSTEMS), 'metric'),
    /** Null shows US dollars. */
    currency: field(v.nullable(currencySchema()), null),
    equivalencesShown: field(v.boolean(), true),
    equivalences: field(v.array(v.picklist(EQUIVALENCE_IDS)), [...EQUIVALENCE_IDS]),
    /** Model id for prompts whose page shows no model at all; null leaves them unknown. */
    defaultModels: field(v.object({ chatgpt: word(80), claude: word(80), gemini: word(80) }), {
      chatgpt: null,
      claude: null,
      gemini: null,
    }),
    /** False: nothing is counted on this site. */
    sites: field(v.object({ chatgpt: v.boolean(), claude: v.boolean(), gemini: v.boolean() }), {
      chatgpt: true,
      claude: true,
      gemini: true,
    }),
    /** True: nothing is counted anywhere. */
    paused: field(v.boolean(), false),
    /** Days after which a prompt is deleted; null keeps everything. */
    retentionDays: field(
      v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(RETENTION_LIMIT_DAYS))),
      null,
    ),
    badge: field(v.picklist(BADGE_CONTENTS), 'today'),
    /** True: a line with the energy stands under each finished answer on the site's own page. */
    inPageLine: field(v.boolean(), false),
    budgets: field(v.pipe(v.array(budgetSchema()), v.maxLength(BUDGET_LIMIT)), []),
  });
export type Settings = v.InferOutput<ReturnType<typeof settingsSchema>>;

const problemSchema = () =>
  v.object({
    kind: v.picklist(['quota', 'blocked', 'newer-version', 'broken', 'unexpected']),
    message: v.string(),
    /** Unix seconds. */
    time: v.number(),
  });
/** Why the worker cannot store records at the moment; shown until a write succeeds. */
export type StorageProblem = v.InferOutput<ReturnType<typeof problemSchema>>;

const SETTINGS_NAME = 'settings';
const PROBLEM_NAME = 'problem';

/** Reads whatever is stored field by field; a damaged field falls back to its default. */
export const parseSettings = (raw: unknown): Settings => {
  const parsed = v.safeParse(settingsSchema(), raw ?? {});
  return parsed.success ? parsed.output : v.parse(settingsSchema(), {});
};
const parseProblem = (raw: unknown): StorageProblem | null => (v.is(problemSchema(), raw) ? raw : null);

export const readSettings = async (): Promise<Settings> => parseSettings(await lasting.read(SETTINGS_NAME));

let lastWrite: Promise<unknown> = Promise.resolve();
/** Changes some settings. Changes of one page are made one after the other, so that none undoes another. */
export function writeSettings(change: Partial<Settings>): Promise<void> {
  const write = lastWrite.then(async () =>
    lasting.write(SETTINGS_NAME, { ...(await readSettings()), ...change }),
  );
  lastWrite = write.catch(() => undefined);
  return write;
}
/** Calls back on every change; returns the unsubscribe function. */
export const watchSettings = (onChange: (settings: Settings) => void): (() => void) =>
  lasting.watch(SETTINGS_NAME, (raw) => onChange(parseSettings(raw)));

export const readProblem = async (): Promise<StorageProblem | null> =>
  parseProblem(await passing.read(PROBLEM_NAME));
/** Sets or clears (null) the problem that the views show. */
export const writeProblem = (problem: StorageProblem | null): Promise<void> =>
  passing.write(PROBLEM_NAME, problem ?? undefined);
export const watchProblem = (onChange: (problem: StorageProblem | null) => void): (() => void) =>
  passing.watch(PROBLEM_NAME, (raw) => onChange(parseProblem(raw)));

/** Keeps what is stored here from every script in a web page; call at each start of the worker. Never throws. */
export async function lockSettings(): Promise<void> {
  await lockStorage();
  await forgetBefore(PROBLEM_NAME);
  // What an earlier version left moves when it is read.
  await readSettings().catch(() => undefined);
}
