import type { Range } from '../prompt';
import type { Factors, PeerFactors } from '../refdb/types';
import type { MethodName } from './method-names';
import { aiWattch } from './peers/ai-wattch';
import { joulesPerToken } from './peers/console';
import { type EcoLogitsConstantsByEnd, ecoLogits, ecoLogitsConstants } from './peers/ecologits';
import { epoch } from './peers/epoch';
import { howHungry } from './peers/how-hungry';
import { silicon } from './peers/silicon';
import { exactly } from './range';
import { facilityJoulesPerToken, sharedEnergyWh, timeShareWh } from './shared';
import type { Times } from './timing';
import { type V1Inputs, type V1Reading, type V1Result, v1EnergyAt } from './v1';
import { estimateV11, type PowerCurve, powerAt } from './v11';

/** Facility energy in Wh by method; a method without data for the model is absent. */
export type Methods = Partial<Readonly<Record<MethodName, Range>>>;

/** What the methods need of a factor set: read or worked out once per set. */
export interface MethodConstants {
  readonly v1: V1Inputs;
  readonly utilization: Range;
  readonly batch: Range;
  /** Utilisation of a server that is shared: the measured full-load power (reading A5). */
  readonly loadedUtilization: number;
  /** v1.1: facility kW of one accelerator with its CPU and RAM, by utilisation. */
  readonly v11KwPerGpu: Range;
  readonly epochWhPerToken: Range;
  /** Weight movement at batch 1, brought to the facility: a floor, not a full estimate. */
  readonly siliconWhPerToken: number;
  readonly nodeWatts: number;
  readonly ecologits: EcoLogitsConstantsByEnd | null;
  readonly peers: PeerFactors;
}

function mapRange(range: Range, of: (value: number) => number): Range {
  return { low: of(range.low), central: of(range.central), high: of(range.high) };
}

function v1Inputs(values: Factors['values']): V1Inputs {
  return {
    totalParametersB: values.totalParameters.value.central,
    weightBits: values.weightBits.value.central,
    bytesPerParameter: values.bytesPerParameter.value.central,
    memoryOverhead: values.memoryOverhead.value.central,
    gpuMemoryGb: values.gpuMemoryGb.value.central,
    gpuPowerKw: values.gpuPowerKw.value.central,
    utilization: values.utilization.value.central,
    utilizationFloor: values.utilizationFloor.value.central,
    serverPowerKw: values.serverPowerKw.value.central,
    pue: values.pue.value.central,
    gridGco2ePerKwh: values.gridGco2ePerKwh.value.central,
  };
}

/** Reads a factor set for the methods. */
export function methodConstants({ values, peers }: Factors): MethodConstants {
  const v1 = v1Inputs(values);
  const curve: PowerCurve = {
    idleFraction: values.idlePowerFraction.value.central,
    fullLoadFraction: values.fullLoadFraction.value.central,
    exponent: values.powerExponent.value.central,
  };
  const cpuRamShare = values.cpuRamShare.value.central;
  const siliconJoules = silicon(
    peers.silicon,
    values.activeParameters.value.central,
    v1.weightBits / 8,
  ).joulesPerToken;
  return {
    v1,
    utilization: values.utilization.value,
    batch: values.batchSize.value,
    loadedUtilization: curve.fullLoadFraction,
    v11KwPerGpu: mapRange(values.utilization.value, (utilization) => {
      const gpuWh = powerAt(v1.gpuPowerKw, utilization, curve);
      return estimateV11({ gpuWh, serverWh: 0, pue: v1.pue }, { cpuRamShare }).energyWh;
    }),
    epochWhPerToken: mapRange(
      values.activeParameters.value,
      (activeB) => epoch(peers.epoch, activeB, 1).energyWh,
    ),
    siliconWhPerToken: sharedEnergyWh(
      facilityJoulesPerToken(
        siliconJoules,
        values.hostOverhead.value.central,
        values.provisionedIdle.value.central,
        v1.pue,
      ),
      1,
    ),
    nodeWatts: values.gpusPerServer.value.central * v1.gpuPowerKw * 1000,
    ecologits: peers.ecologits === null ? null : ecoLogitsConstants(peers.ecologits),
    peers,
  };
}

/** One prompt as the other methods see it. */
export interface MethodInputs {
  /** Visible answer and central hidden reasoning. */
  readonly outputTokens: number;
  readonly times: Times;
  /** Tokens per second of this answer, or of the model where the answer is too short to tell. */
  readonly tokensPerSecond: number;
}

/** v1.0 over the utilisation's own range: its one free parameter, from "minimum idle" to a serving GPU. */
function v1Range(c: MethodConstants, times: Times, reading: V1Reading, central: V1Result): Range {
  return {
    low: v1EnergyAt(c.utilization.low, c.v1, central.activeGpus, times, reading),
    central: central.energyWh,
    high: v1EnergyAt(c.utilization.high, c.v1, central.activeGpus, times, reading),
  };
}

function scaled(perUnit: Range, units: number): Range {
  return { low: perUnit.low * units, central: perUnit.central * units, high: perUnit.high * units };
}

/** A method whose only spread is the batch: energy falls as 1 / batch. */
function overBatch(energyAtOneWh: number, batch: Range): Range {
  return {
    low: timeShareWh(energyAtOneWh, batch.high),
    central: timeShareWh(energyAtOneWh, batch.central),
    high: timeShareWh(energyAtOneWh, batch.low),
  };
}

function ecoLogitsRange(
  c: MethodConstants,
  outputTokens: number,
  times: Times,
  seconds: number,
): Range | null {
  if (c.ecologits === null) return null;
  const measured = times.ttftAssumed || times.generationAssumed ? null : seconds;
  const { low, high } = ecoLogits(c.ecologits, outputTokens, measured);
  return { low: low.energyWh, central: (low.energyWh + high.energyWh) / 2, high: high.energyWh };
}

function howHungryRange(c: MethodConstants, seconds: number): Range | null {
  if (c.peers.howHungry === null) return null;
  const { lowWh, meanWh, highWh } = howHungry(c.peers.howHungry, seconds);
  return { low: lowWh, central: meanWh, high: highWh };
}

/** Runs every method that has data for the model. */
export function runMethods(
  c: MethodConstants,
  { outputTokens, times, tokensPerSecond }: MethodInputs,
  v1: V1Result,
  reading: V1Reading,
): Methods {
  const seconds = times.ttftSeconds + times.generationSeconds;
  const nodeJoules = joulesPerToken(c.nodeWatts, tokensPerSecond) * c.v1.pue;
  const methods: Partial<Record<MethodName, Range>> = {
    'otm-v1': v1Range(c, times, reading, v1),
    'otm-v1.1': scaled(c.v11KwPerGpu, (v1.activeGpus * seconds) / 3.6),
    'otm-time-share': overBatch(
      v1EnergyAt(c.loadedUtilization, c.v1, v1.activeGpus, times, reading),
      c.batch,
    ),
    epoch: scaled(c.epochWhPerToken, outputTokens),
    silicon: overBatch(c.siliconWhPerToken * outputTokens, c.batch),
    'joules-per-throughput': overBatch(sharedEnergyWh(nodeJoules, outputTokens), c.batch),
  };
  const eco = ecoLogitsRange(c, outputTokens, times, seconds);
  if (eco !== null) methods.ecologits = eco;
  const hungry = howHungryRange(c, seconds);
  if (hungry !== null) methods['how-hungry'] = hungry;
  if (c.peers.aiWattch !== null) methods['ai-wattch'] = exactly(aiWattch(c.peers.aiWattch, seconds));
  return methods;
}
