// biome-ignore-all format: a table reads by its rows
import type { FactorOverrides, Source } from './types';

/** One accelerator, with the part of its server that is not accelerators. */
export interface Accelerator {
  readonly id: string;
  readonly vendor: string;
  readonly memoryGb: number;
  readonly bandwidthTbPerSecond: number;
  readonly powerWatts: number;
  /** Dense TFLOP/s. */
  readonly bf16Tflops: number;
  readonly fp8Tflops: number | null;
  /** Idle power over rated power. */
  readonly idleFraction: number;
  /** Power in batched serving over rated power. */
  readonly fullLoadFraction: number;
  /** Making one accelerator, kgCO2e; null where nobody has published it. */
  readonly embodiedKgco2e: number | null;
  readonly perServer: number;
  readonly serverNonGpuWatts: number;
  readonly source: Source;
}

const vendor = (title: string, url: string): Source => ({ title, url, licence: 'facts', date: '2026-11-21' });
const NVIDIA = vendor('NVIDIA data sheets and product carbon footprints; load fractions ML.ENERGY v3', 'https://www.nvidia.com/en-us/data-center/');
const A100 = vendor('NVIDIA data sheet; embodied about 150 kg by bottom-up estimates (Boavizta type)', 'https://www.nvidia.com/en-us/data-center/a100/');
const AMD = vendor('AMD data sheets; fractions estimated', 'https://www.amd.com/en/products/accelerators/instinct.html');
const TPU = vendor('Google Cloud TPU documentation; power is estimated, not published', 'https://docs.cloud.google.com/tpu');
const AWS = vendor('AWS Trainium pages; power is estimated, not published', 'https://aws.amazon.com/ai/machine-learning/trainium/');

type Row = readonly [
  id: string, vendor: string, memoryGb: number, bandwidthTb: number, watts: number, bf16: number, fp8: number | null,
  idle: number, load: number, embodied: number | null, perServer: number, serverWatts: number, source: Source,
];

const rows: readonly Row[] = [
  ['a100-40', 'nvidia', 40, 1.555, 400, 312, null, 0.12, 0.8, 150, 8, 1000, A100],
  ['a100-80', 'nvidia', 80, 2.039, 400, 312, null, 0.12, 0.8, 150, 8, 1000, A100],
  ['h100-sxm', 'nvidia', 80, 3.35, 700, 989, 1979, 0.1, 0.76, 164, 8, 1200, NVIDIA],
  ['h200-sxm', 'nvidia', 141, 4.8, 700, 989, 1979, 0.1, 0.76, null, 8, 1200, NVIDIA],
  ['h800', 'nvidia', 80, 3.35, 700, 989, 1979, 0.1, 0.76, null, 8, 1200, NVIDIA],
  ['b200', 'nvidia', 180, 8, 1000, 2250, 4500, 0.1, 0.73, 284, 8, 2000, NVIDIA],
  ['gb200', 'nvidia', 186, 8, 1200, 2500, 5000, 0.1, 0.73, null, 72, 27000, NVIDIA],
  ['gb300', 'nvidia', 288, 8, 1400, 2500, 5000, 0.1, 0.73, null, 72, 30000, NVIDIA],
  ['mi300x', 'amd', 192, 5.3, 750, 1307, 2615, 0.12, 0.76, null, 8, 1500, AMD],
  ['mi355x', 'amd', 288, 8, 1400, 2500, 5000, 0.12, 0.76, null, 8, 1800, AMD],
  ['tpu-v5e', 'google', 16, 0.819, 200, 197, null, 0.15, 0.7, null, 8, 600, TPU],
  ['tpu-v5p', 'google', 95, 2.765, 450, 459, null, 0.15, 0.7, null, 4, 500, TPU],
  ['tpu-v6e', 'google', 32, 1.64, 300, 918, null, 0.15, 0.7, null, 8, 600, TPU],
  ['tpu-v7', 'google', 192, 7.38, 900, 2307, 4614, 0.15, 0.7, null, 4, 700, TPU],
  ['trainium2', 'aws', 96, 2.9, 500, 667, 1299, 0.15, 0.7, null, 16, 2000, AWS],
];

export const accelerators: readonly Accelerator[] = rows.map(
  ([id, by, memoryGb, bandwidthTbPerSecond, powerWatts, bf16Tflops, fp8Tflops, idleFraction, fullLoadFraction, embodiedKgco2e, perServer, serverNonGpuWatts, source]) => ({
    id, vendor: by, memoryGb, bandwidthTbPerSecond, powerWatts, bf16Tflops, fp8Tflops, idleFraction, fullLoadFraction,
    embodiedKgco2e, perServer, serverNonGpuWatts, source,
  }),
);

/**
 * The factors that choosing an accelerator sets for OTM v1.0 and its options, to be used as overrides.
 * OTM-shared is not touched: its fit knows Hopper and Blackwell only, by `blackwellShare`.
 */
export function acceleratorOverrides(accelerator: Accelerator): FactorOverrides {
  const embodied = accelerator.embodiedKgco2e;
  return {
    gpuPowerKw: accelerator.powerWatts / 1000,
    gpuMemoryGb: accelerator.memoryGb,
    serverPowerKw: accelerator.serverNonGpuWatts / 1000,
    gpusPerServer: accelerator.perServer,
    idlePowerFraction: accelerator.idleFraction,
    fullLoadFraction: accelerator.fullLoadFraction,
    ...(embodied === null ? {} : { gpuEmbodiedKgco2e: embodied }),
  };
}
