import type { Range } from '../prompt';
import { factorDefinitions } from './factor-definitions';
import { factorsKey } from './factors-key';
import { widenedModel } from './guess';
import { accelerators } from './hardware';
import {
  HARDWARE_REACH,
  HARDWARE_SOURCE,
  HIDDEN_CONTEXT_GUESS,
  HIDDEN_CONTEXT_SOURCE,
  METHOD_FACTOR_NAMES,
  type MethodFactorName,
  type ModelFactorName,
  methodConstants,
} from './method-constants';
import { type OverrideList, orderedOverrides } from './overrides';
import { peerFactors } from './peers';
import { type Provider, providerOf } from './places/providers';
import { type GridZone, resolveZone } from './places/zones';
import { routedTargets } from './routed';
import { charactersPerToken } from './tokenizers';
import type { Effort, Factor, FactorName, FactorOverrides, Factors, Model, Source } from './types';
import { refdbVersion } from './version';

/** What factors are made for: a match of the look-up, or a model that was named outright. */
export interface FactorsSubject {
  readonly model: Model;
  readonly guessed: boolean;
  readonly effort?: Effort | null;
}

export interface FactorsOptions {
  /** Values of the user: exact, marked, and out of the range's causes. */
  readonly overrides?: FactorOverrides;
  /** A zone chosen by the user, as {@link resolveZone} takes it; null for the provider's own. */
  readonly zone?: string | null;
}

const USER: Source = { title: 'set by you', url: null, licence: 'none', date: 'as set' };

function exact(value: number): Range {
  return { low: value, central: value, high: value };
}

function factor(name: FactorName, value: Range, source: Source, overridden = false): Factor {
  const { unit, description } = factorDefinitions[name];
  return { name, value, unit, description, source, overridden };
}

function chosenZone(zone: string | null | undefined): GridZone | null {
  if (zone === null || zone === undefined) return null;
  const found = resolveZone(zone);
  if (!found) throw new RangeError(`unknown grid zone ${zone.slice(0, 40)}`);
  return found;
}

/** Off-site water: the chosen zone's where the table has it, else the provider's. */
function offSiteWater(provider: Provider, zone: GridZone | null): Factor {
  if (!zone?.waterSource || zone.wueOffSite === null) {
    return factor('wueOffSite', provider.wueOffSite, provider.source);
  }
  return factor('wueOffSite', exact(zone.wueOffSite), zone.waterSource);
}

function hiddenContext(model: Model): Factor {
  const guess = model.tier === 'open' ? 0 : (HIDDEN_CONTEXT_GUESS[model.provider] ?? 0);
  return factor('hiddenContextTokens', { low: 0, central: 0, high: guess }, HIDDEN_CONTEXT_SOURCE);
}

/** Open models run anywhere; of a closed one the provider's own accelerators count. */
function hardwareReach(model: Model, provider: Provider): number {
  const seen = (id: string): boolean => accelerators.find((one) => one.id === id)?.vendor === 'nvidia';
  const isSeen = model.tier === 'open' || provider.hardware.every(seen);
  return isSeen ? HARDWARE_REACH.seen : HARDWARE_REACH.unseen;
}

function modelFactors(
  model: Model,
  provider: Provider,
  zone: GridZone | null,
): Readonly<Record<ModelFactorName, Factor>> {
  const characters = charactersPerToken(model.provider);
  return {
    totalParameters: factor('totalParameters', model.totalParametersB, model.source),
    activeParameters: factor('activeParameters', model.activeParametersB, model.source),
    weightBits: factor('weightBits', model.weightBits, model.source),
    pue: factor('pue', provider.pue, provider.source),
    hiddenContextTokens: hiddenContext(model),
    gridGco2ePerKwh: zone
      ? factor('gridGco2ePerKwh', exact(zone.gco2ePerKwh), zone.carbonSource)
      : factor('gridGco2ePerKwh', provider.grid, provider.source),
    wueOnSite: factor('wueOnSite', provider.wueOnSite, provider.source),
    wueOffSite: offSiteWater(provider, zone),
    charactersPerToken: factor('charactersPerToken', exact(characters.value), characters.source),
    spanHardwareLn: factor('spanHardwareLn', exact(hardwareReach(model, provider)), HARDWARE_SOURCE),
  };
}

const constants = Object.fromEntries(
  METHOD_FACTOR_NAMES.map((name) => [
    name,
    factor(name, methodConstants[name].value, methodConstants[name].source),
  ]),
) as Readonly<Record<MethodFactorName, Factor>>;

function made(subject: FactorsSubject, zone: GridZone | null, key: string, set: OverrideList): Factors {
  const model = subject.guessed ? widenedModel(subject.model) : subject.model;
  const provider = providerOf(model.provider);
  const targets = routedTargets(subject.model, subject.effort ?? null);
  const values: Record<FactorName, Factor> = { ...constants, ...modelFactors(model, provider, zone) };
  for (const [name, value] of set) values[name] = factor(name, exact(value), USER, true);
  return {
    key,
    refdbVersion,
    model,
    guessed: subject.guessed,
    routed:
      targets && subject.guessed
        ? { low: widenedModel(targets.low), high: widenedModel(targets.high) }
        : targets,
    gridZone: zone?.code ?? provider.zone,
    waterIsProviders: zone !== null && !values.wueOffSite.overridden && zone.wueOffSite === null,
    values,
    peers: peerFactors(subject.model),
  };
}

/**
 * Factor sets already made, by key. Thousands of records share a handful of sets; the bound keeps a caller that
 * tries many overrides from filling the memory.
 */
const made256 = new Map<string, Factors>();

/**
 * Everything the estimators need for a model: its row, its provider, the grid and the constants of the method.
 * Same input, same object.
 * @throws RangeError for an unknown zone, an unknown factor name or a value outside the accepted range; ask
 * {@link resolveZone} and `validateOverride` first.
 */
export function factorsFor(subject: FactorsSubject, options: FactorsOptions = {}): Factors {
  const zone = chosenZone(options.zone);
  const set = options.overrides ? orderedOverrides(options.overrides) : [];
  const key = factorsKey(subject, providerOf(subject.model.provider).zone, zone, set);
  const known = made256.get(key);
  if (known) return known;
  if (made256.size >= 256) made256.clear();
  const factors = made(subject, zone, key, set);
  made256.set(key, factors);
  return factors;
}
