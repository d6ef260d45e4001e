/** The numbers that stand in the formula, read from a working. */
import type { PromptEstimate } from '../../../lib/otm';
import type { Range } from '../../../lib/prompt';
import type { Factor } from '../../../lib/refdb';
import type { Working } from './working';

/** OTM-shared with one prompt's values; the names are those of the method's description. */
export interface FormulaParts {
  readonly nOut: number;
  /** Hidden tokens of `nOut`, and what each takes over a visible one. */
  readonly nHidden: number;
  readonly wHidden: number;
  readonly nIn: number;
  readonly nCached: number;
  /** Output-token equivalents of the app's own instructions; 0 unless the person set their length. */
  readonly nApp: number;
  readonly rIn: number;
  readonly rCache: number;
  readonly eGpuJoules: number;
  readonly kappa: number;
  readonly iota: number;
  readonly pue: number;
  readonly eJoules: number;
  readonly energyWh: number;
  readonly gridGco2ePerKwh: number;
  readonly co2eGrams: number;
  readonly wueOnSite: number;
  readonly wueOffSite: number;
  readonly waterMl: number;
}

/** Below this, a difference is rounding and not a term. */
const ROUNDING = 1e-6;

export function formulaParts({ workload, factors, estimate }: Working): FormulaParts {
  const central = (factor: Factor): number => factor.value.central;
  const { values } = factors;
  const nOut = workload.outputTokens + estimate.reasoningTokens.central;
  const nIn = estimate.readTokens;
  const nCached = estimate.cachedTokens;
  const rIn = central(values.prefillRatio);
  const rCache = central(values.cacheRatio);
  const weight = (estimate.energyWh.central * 3600) / estimate.joulesPerOutputToken;
  const nHidden = estimate.reasoningTokens.central;
  const wHidden = central(values.reasoningWeight);
  const visible = nOut + (wHidden - 1) * nHidden + rIn * (nIn - nCached) + rIn * rCache * nCached;
  return {
    nOut,
    nHidden,
    wHidden,
    nIn,
    nCached,
    nApp: weight - visible > ROUNDING * Math.max(visible, 1) ? weight - visible : 0,
    rIn,
    rCache,
    eGpuJoules: estimate.gpuJoulesPerOutputToken,
    kappa: central(values.hostOverhead),
    iota: central(values.provisionedIdle),
    pue: central(values.pue),
    eJoules: estimate.joulesPerOutputToken,
    energyWh: estimate.energyWh.central,
    gridGco2ePerKwh: central(values.gridGco2ePerKwh),
    co2eGrams: estimate.co2eGrams.central,
    wueOnSite: central(values.wueOnSite),
    wueOffSite: central(values.wueOffSite),
    waterMl: estimate.waterMl.central,
  };
}

/** Every method's energy, OTM-shared among them. */
export const allMethods = (estimate: PromptEstimate): Readonly<Record<string, Range>> => ({
  'otm-shared': estimate.energyWh,
  ...estimate.methods,
});

/** Whether the chat's last turn was recent enough for its prefix to be in the cache. */
export function isRecent({ workload, factors }: Working): boolean {
  const age = workload.secondsSinceLastTurn;
  return age !== null && age <= factors.values.cacheRecencySeconds.value.central;
}
