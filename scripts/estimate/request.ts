/** One request to price, from flags, a JSON line or a CSV row, checked before anything is computed. */
import type { EstimateOptions, V1Reading, Workload } from '../../lib/otm';
import {
  type FactorName,
  type FactorOverrides,
  isFactorName,
  type Model,
  resolveZone,
  validateOverride,
} from '../../lib/refdb';
import { modelNamed, nearestModels } from './model-name';

/** Input that the command cannot price; the message names what is accepted. Exit code 2. */
export class UsageError extends Error {}

/** Values as they came in, by flag name: text from flags and CSV, text or numbers from JSON. */
export type RawRequest = Readonly<Record<string, string | number | undefined>>;

export interface Request {
  readonly model: Model;
  readonly workload: Workload;
  readonly overrides: FactorOverrides;
  readonly zone: string | null;
  readonly options: EstimateOptions;
}

const NUMBER = /^\d+(\.\d*)?([eE][+-]?\d+)?$|^\.\d+$/;

/** A non-negative number; undefined when the value is absent or an empty cell. */
function optionalNumber(raw: RawRequest, name: string): number | undefined {
  const value = raw[name];
  if (value === undefined || value === '') return undefined;
  const number = typeof value === 'number' ? value : NUMBER.test(value.trim()) ? Number(value) : Number.NaN;
  if (!Number.isFinite(number) || number < 0 || number > Number.MAX_SAFE_INTEGER) {
    throw new UsageError(
      `${name} is ${JSON.stringify(value)}: give a number from 0 to ${Number.MAX_SAFE_INTEGER}, with a point and no grouping`,
    );
  }
  return number;
}

function requiredNumber(raw: RawRequest, name: string): number {
  const number = optionalNumber(raw, name);
  if (number === undefined) throw new UsageError(`${name} is missing: give a number of tokens, 0 or more`);
  return number;
}

/** The model that a request names. @throws UsageError with the nearest names for one that is unknown */
export function model(raw: RawRequest): Model {
  const name = raw.model;
  if (name === undefined || name === '') {
    throw new UsageError('model is missing: give an id such as gpt-5 or claude-sonnet-5');
  }
  const found = modelNamed(String(name), Date.now() / 1000);
  if (found !== null) return found;
  throw new UsageError(
    `unknown model ${JSON.stringify(name)}: the nearest are ${nearestModels(String(name)).join(', ')}`,
  );
}

/** The zone that a request names; null for the provider's own. @throws UsageError for an unknown one */
export function zone(raw: RawRequest): string | null {
  const code = raw.zone;
  if (code === undefined || code === '') return null;
  const found = resolveZone(String(code));
  if (found === null) {
    throw new UsageError(
      `unknown zone ${JSON.stringify(code)}: give an ISO country code such as USA, US or FRA, or a region such as Europe`,
    );
  }
  return found.code;
}

/** Checks one `FACTOR=VALUE`. */
export function override(text: string): readonly [FactorName, number] {
  const at = text.indexOf('=');
  const name = at < 0 ? text : text.slice(0, at);
  const value = at < 0 ? '' : text.slice(at + 1).trim();
  if (!isFactorName(name)) {
    const known = validateOverride(name, 0);
    throw new UsageError(`${JSON.stringify(name)}: ${known.ok ? '' : known.message}`);
  }
  // A fit coefficient may be negative.
  const number = NUMBER.test(value.replace(/^-/, '')) ? Number(value) : Number.NaN;
  const check = validateOverride(name, number);
  if (!check.ok) throw new UsageError(`${JSON.stringify(text)}: ${check.message}`);
  return [name, number];
}

function choice<T extends string>(raw: RawRequest, name: string, accepted: readonly T[]): T | undefined {
  const value = raw[name];
  if (value === undefined || value === '') return undefined;
  const found = accepted.find((one) => one === value);
  if (found === undefined) {
    throw new UsageError(`${name} is ${JSON.stringify(value)}: give one of ${accepted.join(', ')}`);
  }
  return found;
}

function reading(raw: RawRequest): V1Reading {
  const pue = choice(raw, 'pue-reading', ['whole', 'literal']);
  const gpuClock = choice(raw, 'gpu-clock', ['inference', 'decoding']);
  const gpuCount = choice(raw, 'gpu-count', ['ceiling', 'power-of-two']);
  return {
    ...(pue === undefined ? {} : { pue }),
    ...(gpuClock === undefined ? {} : { gpuClock }),
    ...(gpuCount === undefined ? {} : { gpuCount }),
  };
}

function tokenError(raw: RawRequest): { readonly low: number; readonly high: number } {
  const factor = optionalNumber(raw, 'token-error') ?? 1;
  if (factor < 1 || factor > 100) {
    throw new UsageError(`token-error is ${factor}: give a factor from 1 (exact) to 100`);
  }
  return { low: factor, high: factor };
}

/**
 * Reads a request. Exactly the tokens given are priced: no hidden context, no hidden reasoning and no token-count
 * error unless a flag says so.
 * @throws UsageError naming what is accepted
 */
export function readRequest(raw: RawRequest, sets: readonly string[]): Request {
  const contextTokens = optionalNumber(raw, 'context') ?? 0;
  const cachedTokens = optionalNumber(raw, 'cached') ?? null;
  if (cachedTokens !== null && cachedTokens > contextTokens) {
    throw new UsageError(
      `cached is ${cachedTokens}: cached tokens are a part of the context, give at most ${contextTokens}`,
    );
  }
  return {
    model: model(raw),
    overrides: Object.fromEntries(sets.map(override)),
    zone: zone(raw),
    options: {
      headline: choice(raw, 'headline', ['otm-shared', 'otm-v1']) ?? 'otm-shared',
      v1: reading(raw),
    },
    workload: {
      inputTokens: requiredNumber(raw, 'input'),
      contextTokens,
      cachedTokens,
      outputTokens: requiredNumber(raw, 'output'),
      reasoningTokens: optionalNumber(raw, 'reasoning') ?? 0,
      ttftSeconds: optionalNumber(raw, 'ttft') ?? null,
      generationSeconds: optionalNumber(raw, 'generation') ?? null,
      thinking: { seen: false, statedSeconds: null },
      effort: null,
      // The default share of a context given by hand is that of a running chat.
      secondsSinceLastTurn: 0,
      tokenError: tokenError(raw),
      tokenMethod: 'exact',
      hiddenContext: 'none',
    },
  };
}
