import type { HowHungryFactors, Model, ProviderId, Source } from '../types';

/** Jegham et al.: figures of the paper, which is to be cited. */
export const HOW_HUNGRY: Source = {
  title: 'Jegham et al., How Hungry is AI?, v6',
  url: 'https://arxiv.org/abs/2505.09598',
  licence: 'facts',
  date: '2025-11-24',
};

type SizeClass = 'nano' | 'micro' | 'small' | 'medium' | 'large';
type Share = Pick<HowHungryFactors, 'gpuUtilization' | 'nonGpuUtilization'>;
type Node = Pick<HowHungryFactors, 'gpuPowerKw' | 'nonGpuPowerKw'>;
type Host = Pick<HowHungryFactors, 'pue' | 'wueOnSite' | 'wueOffSite' | 'gridKgco2ePerKwh'>;

/** Share of an eight-GPU node that one request takes at the paper's batch of 8, on H100-class nodes. */
const onH100: Readonly<Record<SizeClass, Share>> = {
  nano: { gpuUtilization: [0.0055, 0.01], nonGpuUtilization: 0.0087 },
  micro: { gpuUtilization: [0.0075, 0.0125], nonGpuUtilization: 0.0087 },
  small: { gpuUtilization: [0.017, 0.025], nonGpuUtilization: 0.016 },
  medium: { gpuUtilization: [0.03, 0.045], nonGpuUtilization: 0.03125 },
  large: { gpuUtilization: [0.055, 0.075], nonGpuUtilization: 0.0625 },
};
const onA100: Readonly<Record<'medium' | 'large', Share>> = {
  medium: { gpuUtilization: [0.0625, 0.07], nonGpuUtilization: 0.03125 },
  large: { gpuUtilization: [0.125, 0.15], nonGpuUtilization: 0.0625 },
};

const dgxH100: Node = { gpuPowerKw: 5.6, nonGpuPowerKw: 4.6 };
/** 6.5 kW in all; eight A100 at 400 W. */
const dgxA100: Node = { gpuPowerKw: 3.2, nonGpuPowerKw: 3.3 };

/** The models that the paper places on A100 nodes. */
const a100Models: ReadonlyMap<string, 'medium' | 'large'> = new Map([
  ['gpt-4', 'large'],
  ['gpt-4-turbo', 'large'],
  ['gpt-4o-mini', 'medium'],
] as const);

const azure: Host = { pue: 1.12, wueOnSite: 0.3, wueOffSite: 4.35, gridKgco2ePerKwh: 0.35 };
const aws: Host = { pue: 1.14, wueOnSite: 0.18, wueOffSite: 5.11, gridKgco2ePerKwh: 0.287 };

/** Hosts of the paper; Google is not in it and takes its own row of the provider table. */
const hosts: ReadonlyMap<ProviderId, Host> = new Map<ProviderId, Host>([
  ['openai', azure],
  ['anthropic', aws],
  ['meta', aws],
  ['deepseek', { pue: 1.27, wueOnSite: 1.2, wueOffSite: 6.016, gridKgco2ePerKwh: 0.6 }],
  ['google', { pue: 1.09, wueOnSite: 1.15, wueOffSite: 3.13, gridKgco2ePerKwh: 0.384 }],
]);

/** The paper's classes by parameters; a nominal 70B model is Medium. */
function classBySize(totalB: number): SizeClass {
  if (totalB < 7) return 'nano';
  if (totalB < 20) return 'micro';
  if (totalB < 40) return 'small';
  return totalB < 71 ? 'medium' : 'large';
}

function classOf(model: Model): SizeClass | null {
  switch (model.tier) {
    case 'unknown':
      return null;
    case 'open':
      return classBySize(model.totalParametersB.central);
    case 'small':
    case 'medium':
      return 'medium';
    case 'large':
    case 'xlarge':
    case 'pro':
      return 'large';
  }
}

/** Node shares, power and host of a model; null for an unknown model or a provider outside the paper. */
export function howHungryFactors(model: Model): HowHungryFactors | null {
  const host = hosts.get(model.provider);
  const sizeClass = classOf(model);
  if (!host || !sizeClass) return null;
  const a100 = a100Models.get(model.id);
  const share = a100 ? onA100[a100] : onH100[sizeClass];
  return { ...(a100 ? dgxA100 : dgxH100), ...share, ...host, source: HOW_HUNGRY };
}
