import type { Assumption } from '../prompt';
import type { Factor, Factors, Source } from '../refdb/types';
import type { Reasoning } from './reasoning';
import type { Times } from './timing';
import type { V1Reading } from './v1';
import type { Workload } from './workload';

/** A source as one line. */
export function sourceText(source: Source): string {
  return [source.title, source.date, source.url].filter(Boolean).join(', ');
}

function factorAssumption(factor: Factor): Assumption {
  const { low, central, high } = factor.value;
  const spread = low === high ? '' : ` (range ${low} to ${high})`;
  const source = factor.overridden ? 'set by the user: exact' : `${sourceText(factor.source)}${spread}`;
  return { name: factor.name, value: central, unit: factor.unit, source };
}

/** Every constant that entered the estimate. */
function factorAssumptions(factors: Factors): Assumption[] {
  return Object.values(factors.values).map(factorAssumption);
}

type PeerValue = number | string | null | readonly [number, number] | Readonly<Record<string, unknown>>;

function flatten(prefix: string, value: PeerValue, source: string): Assumption[] {
  if (value === null) return [];
  if (typeof value === 'number' || typeof value === 'string') {
    return [{ name: prefix, value, unit: '', source }];
  }
  if (Array.isArray(value)) {
    const [low, high] = value;
    return [{ name: prefix, value: low === high ? low : `${low}–${high}`, unit: '', source }];
  }
  return Object.entries(value)
    .filter(([key]) => key !== 'source' && key !== 'provider')
    .flatMap(([key, inner]) => flatten(`${prefix}.${key}`, inner as PeerValue, source));
}

/** The other methods' inputs; their units are in their names. */
function peerAssumptions(factors: Factors): Assumption[] {
  const { ecologits, howHungry, epoch, silicon, aiWattch, disclosure } = factors.peers;
  const peers = { ecologits, howHungry, epoch, silicon, aiWattch, disclosure };
  return Object.entries(peers).flatMap(([name, peer]) =>
    peer === null ? [] : flatten(name, { ...peer }, sourceText(peer.source)),
  );
}

/** What was derived or assumed for this one prompt. */
export interface Derived {
  readonly workload: Workload;
  readonly factors: Factors;
  readonly reasoning: Reasoning;
  readonly times: Times;
  readonly cachedTokens: number;
  readonly outputTokensPerSecond: number;
  readonly speedAssumed: boolean;
  readonly reading: V1Reading;
}

const REASONING_SOURCE: Readonly<Record<Reasoning['basis'], string>> = {
  given: 'given',
  'model-without-reasoning': 'the model does not reason',
  'instant-label': 'the label is Instant or Fast and the page showed no thinking',
  'stated-duration': 'duration stated by the page times the token rate',
  'waiting-time': 'waiting time above its base times the token rate',
  'effort-default': 'no time known: default of the effort',
  refused: 'refused or failed before the first token: nothing was made',
  stopped: 'stopped before the first token: a part of what the wait could have made',
};

function promptAssumptions(derived: Derived): Assumption[] {
  const { workload, factors, times, reasoning, reading } = derived;
  const speed = derived.speedAssumed
    ? 'bandwidth rule: the model has no measured speed'
    : sourceText(factors.model.source);
  const waited = workload.unanswered
    ? 'awaited until it ended without an answer; 0 where it was refused or no time is known'
    : 'measured';
  const time = (assumed: boolean): string => (assumed ? `assumed from the model's speed (${speed})` : waited);
  const cached = workload.cachedTokens === null ? 'default share by the age of the last turn' : 'given';
  return [
    {
      name: 'model',
      value: factors.model.id,
      unit: '',
      source: `${sourceText(factors.model.source)}${factors.guessed ? '; a guess, range widened' : ''}`,
    },
    {
      name: 'routedTo',
      value: factors.routed === null ? 'one model' : `${factors.routed.low.id} to ${factors.routed.high.id}`,
      unit: '',
      source: 'targets of the label',
    },
    { name: 'gridZone', value: factors.gridZone, unit: '', source: 'zone of the data centre' },
    {
      name: 'waterOffSiteOf',
      value: factors.waterIsProviders ? 'provider' : factors.gridZone,
      unit: '',
      source: factors.waterIsProviders ? 'the zone has no off-site water figure' : 'zone of the data centre',
    },
    { name: 'ttftSeconds', value: times.ttftSeconds, unit: 's', source: time(times.ttftAssumed) },
    {
      name: 'generationSeconds',
      value: times.generationSeconds,
      unit: 's',
      source: time(times.generationAssumed),
    },
    { name: 'modelTokensPerSecond', value: derived.outputTokensPerSecond, unit: 'tokens/s', source: speed },
    { name: 'cachedTokens', value: derived.cachedTokens, unit: 'tokens', source: cached },
    {
      name: 'reasoningTokens',
      value: reasoning.tokens.central,
      unit: 'tokens',
      source: REASONING_SOURCE[reasoning.basis],
    },
    {
      name: 'tokenMethod',
      value: workload.tokenMethod,
      unit: '',
      source: `count believed within n / ${workload.tokenError.low} to n * ${workload.tokenError.high}`,
    },
    {
      name: 'hiddenContext',
      value: workload.hiddenContext ?? 'possible',
      unit: '',
      source: 'whether a system prompt of unknown size enters the high bound',
    },
    {
      name: 'otmV1Reading',
      value: `PUE ${reading.pue ?? 'whole'}, GPU clock ${reading.gpuClock ?? 'inference'}, GPUs ${reading.gpuCount ?? 'ceiling'}`,
      unit: '',
      source: 'readings A1, A3 and A9 of the method',
    },
  ];
}

/** Every assumption behind one estimate: of the prompt, the method's constants, the other methods' inputs. */
export function listAssumptions(derived: Derived): Assumption[] {
  return [
    ...promptAssumptions(derived),
    ...factorAssumptions(derived.factors),
    ...peerAssumptions(derived.factors),
  ];
}
