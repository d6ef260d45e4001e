/**
 * GPU energy per output token on a shared server: the fit of otm.md section 6 to 186 text-chat configurations of
 * the ML.ENERGY Leaderboard v3.0, and the bandwidth rule below its range.
 */

/** Coefficients of ln e_gpu, signed as they enter. */
export interface Fit {
  readonly intercept: number;
  readonly blackwell: number;
  /** ln of the 8-bit factor. */
  readonly eightBit: number;
  /** The factor itself (not its logarithm) for native 4-bit weights. */
  readonly nativeFourBit: number;
  readonly activeExponent: number;
  readonly totalExponent: number;
  readonly batchExponent: number;
}

/** Batch below which the fit has no measurement and the bandwidth rule takes over. */
export const SMALLEST_FITTED_BATCH = 4;
const LARGEST_FITTED_BATCH = 600;
/** Above it the formula is low for reasoning traces. */
const LARGEST_REASONING_BATCH = 256;

/** Whether a batch lies where the fit has measurements; reasoning has them up to a smaller one. */
export function isInsideFit(batchSize: number, reasons: boolean): boolean {
  return (
    batchSize >= SMALLEST_FITTED_BATCH &&
    batchSize <= (reasons ? LARGEST_REASONING_BATCH : LARGEST_FITTED_BATCH)
  );
}

export interface ServingInputs {
  readonly totalParametersB: number;
  readonly activeParametersB: number;
  readonly weightBits: number;
  readonly batchSize: number;
  /** Share of Blackwell-class accelerators, 0 to 1. */
  readonly blackwellShare: number;
  /** ln of the precision factor, see {@link precisionLn}. */
  readonly precisionLn: number;
  readonly bandwidthGbPerSecond: number;
  readonly gpuPowerWatts: number;
}

/**
 * ln of the factor for the width of the weights. Models: 16-bit 0, 8-bit (and any closed model) the measured
 * 8-bit factor, disclosed native 4-bit its own. `whatIf` opens 4-bit to any model and widths in between: linear in
 * ln between 16, 8 and 4 bits.
 */
export function precisionLn(fit: Fit, weightBits: number, native4Bit: boolean, whatIf: boolean): number {
  const fourBitLn = Math.log(fit.nativeFourBit);
  if (native4Bit && !whatIf) return fourBitLn;
  if (weightBits >= 16) return 0;
  if (weightBits >= 8) return (fit.eightBit * (16 - weightBits)) / 8;
  if (!whatIf) return fit.eightBit;
  return fit.eightBit + ((fourBitLn - fit.eightBit) * (8 - Math.max(weightBits, 4))) / 4;
}

function fitted(fit: Fit, inputs: ServingInputs, batchSize: number): number {
  return (
    Math.exp(fit.intercept + fit.blackwell * inputs.blackwellShare + inputs.precisionLn) *
    inputs.activeParametersB ** fit.activeExponent *
    inputs.totalParametersB ** fit.totalExponent *
    batchSize ** fit.batchExponent
  );
}

/**
 * GPU joules per output token, without host, idle capacity and PUE.
 *
 * Below batch 4 the bandwidth rule of batch 1 (power times bytes of the active weights over bandwidth), but never
 * less than the fit at batch 4: a mixture of experts reads more than one token's weights and occupies all its
 * GPUs, so the rule alone would make a smaller batch cheaper than a larger one.
 */
export function gpuJoulesPerToken(fit: Fit, inputs: ServingInputs): number {
  if (inputs.batchSize >= SMALLEST_FITTED_BATCH) return fitted(fit, inputs, inputs.batchSize);
  const activeGb = (inputs.activeParametersB * inputs.weightBits) / 8;
  const bandwidthRule = (inputs.gpuPowerWatts * activeGb) / inputs.bandwidthGbPerSecond;
  return Math.max(bandwidthRule, fitted(fit, inputs, SMALLEST_FITTED_BATCH));
}
