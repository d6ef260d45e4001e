/**
 * How each published figure is priced, derived from the conditions that its own row states and nothing else; what a
 * row does not state keeps the default of its model. Nothing here is tuned to a result.
 */
import type { Range } from '../../lib/prompt';
import type { FactorOverrides } from '../../lib/refdb';

/**
 * `held-back` rows are scored. `calibration` rows were used to choose defaults or to fit, so agreement with them
 * shows nothing. `shown` rows are outside what OTM-shared claims to price.
 */
export type Role = 'held-back' | 'calibration' | 'shown';

export type Boundary = 'facility' | 'gpu';

export interface Setting {
  readonly role: Role;
  /**
   * What the published figure includes by its scope. `facility`: host and PUE; the idle reserve is left out, because
   * a scope that includes it says so. `gpu`: accelerators alone.
   */
  readonly boundary: Boundary;
  /** Model of the reference tables. */
  readonly model: string;
  readonly input: number;
  readonly output: number;
  readonly factors: FactorOverrides;
  /** A batch stated as a number (exact) or as a span. */
  readonly batch: Range | null;
  /** The stated condition behind each setting. */
  readonly because: string;
}

export interface NotPriced {
  readonly role: Role;
  readonly notPriced: string;
}

const exact = (value: number): Range => ({ low: value, central: value, high: value });

/** Accelerators alone. */
export const GPU_ONLY: FactorOverrides = { hostOverhead: 1, provisionedIdle: 1, pue: 1 };
const NO_RESERVE: FactorOverrides = { provisionedIdle: 1 };

/** What a boundary leaves out of the estimate, so that like is compared with like. */
export function leftOut(boundary: Boundary): FactorOverrides {
  switch (boundary) {
    case 'facility':
      return NO_RESERVE;
    case 'gpu':
      return GPU_ONLY;
  }
}

const facility = { boundary: 'facility', factors: {}, batch: null } as const;

const HELD_BACK: Readonly<Record<string, Setting>> = {
  'infmax-r1-fp8-8k1k': {
    ...facility,
    role: 'held-back',
    model: 'deepseek-r1',
    input: 7373,
    output: 922,
    because:
      'DeepSeek R1 in FP8 (its row: 671B, 37B active, 8 bit); 7,373 in, 922 out, random prompts, so nothing cached; accelerators and users’ speed various: hardware and batch stay at their defaults; all-in power: facility',
  },
  'infmax-r1-fp4-1k8k': {
    ...facility,
    role: 'held-back',
    model: 'deepseek-r1',
    input: 922,
    output: 7373,
    factors: { weightBits: 4, blackwellShare: 1 },
    because:
      'as above in FP4 on Blackwell: weightBits 4, blackwellShare 1; 922 in, 7,373 out, reasoning included in the output',
  },
  'epoch-gpt4o': {
    ...facility,
    role: 'held-back',
    model: 'gpt-4o',
    input: 100,
    output: 500,
    factors: { activeParameters: 100, blackwellShare: 0, pue: 1.2 },
    because:
      '500 out, a short prompt (taken as 100 in), 100B active, H100, PUE 1.2; total size and batch not stated: defaults',
  },
  'epoch-10k-in': {
    ...facility,
    role: 'held-back',
    model: 'gpt-4o',
    input: 10_000,
    output: 500,
    factors: { blackwellShare: 0 },
    because: '10,000 in without prefix cache, 500 out, H100; nothing else stated: defaults',
  },
  'jegham-gpt5-min-short': {
    ...facility,
    role: 'held-back',
    model: 'gpt-5',
    input: 100,
    output: 300,
    factors: { blackwellShare: 0 },
    batch: exact(8),
    because: '100 in, 300 out, minimal reasoning (0), batch 8, H100/H200; PUE not stated: default',
  },
  'ecologits-mistral-large2-400': {
    ...facility,
    role: 'held-back',
    model: 'mistral-large-2',
    input: 0,
    output: 400,
    factors: { blackwellShare: 0 },
    batch: exact(64),
    because:
      '400 out (the method has no input tokens), batch 64, 4 x H100 (so 16 bit, as its row says); PUE not stated: default',
  },
  'samsi-llama65b': {
    role: 'held-back',
    boundary: 'gpu',
    model: 'llama-3.1-70b',
    input: 0,
    output: 1,
    factors: { totalParameters: 65, activeParameters: 65, blackwellShare: 0 },
    batch: { low: 8, central: Math.sqrt(8 * 64), high: 64 },
    because:
      'per output token, accelerators alone, 65B dense, 16 bit, batch 8 to 64 (geometric middle, its span in the range); V100/A100 are older than anything in the fit: Hopper is the nearest',
  },
};

const UNBATCHED: Readonly<Record<string, Setting>> = {
  'luccioni-a100-gpt-oss-20b-100': unbatched('gpt-oss-20b', 100),
  'luccioni-a100-llama-3.1-70b-100': unbatched('llama-3.1-70b', 100),
  'luccioni-a100-qwen3-30b-100': unbatched('qwen3-30b-a3b', 100),
  'luccioni-a100-command-a-111b-100': unbatched('mistral-large-2', 100, 111),
  'alice-mistral7b-b1': unbatched('llama-3.1-8b', 1, 7.25),
};

function unbatched(model: string, output: number, sizeB?: number): Setting {
  const size = sizeB === undefined ? {} : { totalParameters: sizeB, activeParameters: sizeB };
  return {
    role: 'shown',
    boundary: 'gpu',
    model,
    input: 0,
    output,
    factors: { ...size, blackwellShare: 0 },
    batch: exact(1),
    because: `one request alone: bandwidth rule of a single accelerator, ${output} out${sizeB === undefined ? '' : `, ${sizeB}B dense`}; whole idle nodes are not modelled`,
  };
}

const OTHERS: Readonly<Record<string, Setting | NotPriced>> = {
  'oviedo-traditional': {
    ...facility,
    role: 'calibration',
    model: 'llama-3.1-405b',
    input: 500,
    output: 300,
    factors: { totalParameters: 410, activeParameters: 156, blackwellShare: 0 },
    because:
      '500 in, 300 out, 8 x H100; a blend of 671B/37B, 405B/405B and 253B/253B: geometric means 410B/156B; 8 bit',
  },
  'jegham-gpt5-high-medium': {
    role: 'shown',
    notPriced: '1,000 visible tokens at high effort: the hidden tokens are not stated',
  },
  'google-median-full': { role: 'calibration', notPriced: 'token counts not disclosed' },
  'google-median-narrow': { role: 'calibration', notPriced: 'token counts not disclosed' },
  'altman-average': { role: 'calibration', notPriced: 'token counts not disclosed' },
  'mistral-lca-400': { role: 'shown', notPriced: 'life cycle; no energy given' },
  'nrp-qwen397b': { role: 'shown', notPriced: 'an almost idle allocation: no batch stated' },
  'luccioni-2024-textgen': { role: 'shown', notPriced: 'mean over many models, size not stated' },
  'li-gpt3-water': { role: 'shown', notPriced: 'token counts not stated' },
  'devries-2023': { role: 'shown', notPriced: 'token counts not stated' },
  'mittr-llama8b-gpu': { role: 'shown', notPriced: 'token counts not stated' },
};

/** The setting of a published figure; ML.ENERGY rows are compared as measured configurations instead. */
export function settingOf(id: string): Setting | NotPriced {
  const found = HELD_BACK[id] ?? UNBATCHED[id] ?? OTHERS[id];
  if (found !== undefined) return found;
  if (id.startsWith('mlenergy-')) {
    return {
      role: id.startsWith('mlenergy-lm-arena-chat') ? 'calibration' : 'shown',
      notPriced: 'compared per output token in the ML.ENERGY section',
    };
  }
  return { role: 'shown', notPriced: 'output tokens not stated' };
}

/** Rows of "How Hungry is AI?" v6 with a model of the reference tables and no hidden reasoning. */
export const HUNGRY_MODELS: Readonly<Record<string, string>> = {
  'GPT-4.1': 'gpt-4.1',
  'GPT-4o (Mar 25)': 'gpt-4o',
  'GPT-4o mini': 'gpt-4o-mini',
  'GPT-4': 'gpt-4',
  'DeepSeek-V3 (DeepSeek host)': 'deepseek-v3.1',
  'Claude-3.7 Sonnet': 'claude-3.7-sonnet',
  'Claude-3.5 Haiku': 'claude-3.5-haiku',
  'LLaMA-3.1-8B': 'llama-3.1-8b',
  'LLaMA-3.1-405B': 'llama-3.1-405b',
  'LLaMA-3.3 70B': 'llama-3.3-70b',
};
