import type { Range } from '../prompt';
import type { Factors } from '../refdb/types';
import { aiWattch } from './peers/ai-wattch';
import { joulesPerToken } from './peers/console';
import { ecoLogits } from './peers/ecologits';
import { epoch } from './peers/epoch';
import { howHungry } from './peers/how-hungry';
import { silicon } from './peers/silicon';
import { exactly } from './range';
import { facilityJoulesPerToken, sharedEnergyWh, timeShareWh } from './shared';
import type { Times } from './timing';
import { estimateV1, type V1Inputs, type V1Reading, type V1Result } from './v1';
import { estimateV11, powerAt } from './v11';

/** Every estimator beside OTM-shared, by the name it has in results. */
export const METHOD_NAMES = [
  'otm-v1',
  'otm-v1.1',
  'otm-time-share',
  'ecologits',
  'how-hungry',
  'epoch',
  'silicon',
  'joules-per-throughput',
  'ai-wattch',
] as const;
export type MethodName = (typeof METHOD_NAMES)[number];

/** Facility energy in Wh by method; a method without data for the model is absent. */
export type Methods = Partial<Readonly<Record<MethodName, Range>>>;

/** One prompt as the other methods see it. */
export interface MethodInputs {
  /** Visible answer and central hidden reasoning. */
  readonly outputTokens: number;
  readonly times: Times;
  /** Tokens per second of this answer, or of the model where the answer is too short to tell. */
  readonly tokensPerSecond: number;
}

/** Inputs of v1.0 from a factor set and an answer's times. */
export function v1Inputs(factors: Factors, times: Times): V1Inputs {
  const { values } = factors;
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
    ttftSeconds: times.ttftSeconds,
    generationSeconds: times.generationSeconds,
  };
}

/** v1.0 over the utilisation's own range: its one free parameter, from "minimum idle" to a serving GPU. */
function v1Range(inputs: V1Inputs, central: V1Result, factors: Factors, reading: V1Reading): Range {
  const { low, high } = factors.values.utilization.value;
  if (low === inputs.utilization && high === inputs.utilization) return exactly(central.energyWh);
  return {
    low: estimateV1({ ...inputs, utilization: low }, reading).energyWh,
    central: central.energyWh,
    high: estimateV1({ ...inputs, utilization: high }, reading).energyWh,
  };
}

/** v1.1: measured power curve, CPU and RAM as a share, whole server to one request. */
function v11Range(inputs: V1Inputs, gpus: number, factors: Factors): Range {
  const { values } = factors;
  const curve = {
    idleFraction: values.idlePowerFraction.value.central,
    fullLoadFraction: values.fullLoadFraction.value.central,
    exponent: values.powerExponent.value.central,
  };
  const cpuRamShare = values.cpuRamShare.value.central;
  const seconds = inputs.ttftSeconds + inputs.generationSeconds;
  const at = (utilization: number): number => {
    const gpuWh = (gpus * powerAt(inputs.gpuPowerKw, utilization, curve) * seconds) / 3.6;
    return estimateV11({ gpuWh, serverWh: 0, pue: inputs.pue }, { cpuRamShare }).energyWh;
  };
  const { low, central, high } = values.utilization.value;
  return { low: at(low), central: at(central), high: at(high) };
}

/** A method whose only spread is the batch: energy falls as 1 / batch. */
function overBatch(energyAtOneWh: number, batch: Range): Range {
  return {
    low: timeShareWh(energyAtOneWh, batch.high),
    central: timeShareWh(energyAtOneWh, batch.central),
    high: timeShareWh(energyAtOneWh, batch.low),
  };
}

/** v1.0 divided by the batch. A server that shares is loaded: U is the measured full-load power (reading A5). */
function timeShare(inputs: V1Inputs, factors: Factors, reading: V1Reading): Range {
  const loaded = { ...inputs, utilization: factors.values.fullLoadFraction.value.central };
  return overBatch(estimateV1(loaded, reading).energyWh, factors.values.batchSize.value);
}

/** Weight movement alone, brought to the facility: a floor, not a full estimate. */
function siliconRange(inputs: MethodInputs, factors: Factors): Range {
  const { values, peers } = factors;
  const reading = silicon(
    peers.silicon,
    values.activeParameters.value.central,
    values.weightBits.value.central / 8,
  );
  const facilityJoules = facilityJoulesPerToken(
    reading.joulesPerToken,
    values.hostOverhead.value.central,
    values.provisionedIdle.value.central,
    values.pue.value.central,
  );
  return overBatch(sharedEnergyWh(facilityJoules, inputs.outputTokens), values.batchSize.value);
}

/** The console's reading for a node of accelerators that serves a batch at this answer's speed. */
function throughputRange(inputs: MethodInputs, factors: Factors): Range {
  const { values } = factors;
  const nodeWatts = values.gpusPerServer.value.central * values.gpuPowerKw.value.central * 1000;
  const joules = joulesPerToken(nodeWatts, inputs.tokensPerSecond) * values.pue.value.central;
  return overBatch(sharedEnergyWh(joules, inputs.outputTokens), values.batchSize.value);
}

function epochRange(inputs: MethodInputs, factors: Factors): Range {
  const { low, central, high } = factors.values.activeParameters.value;
  const at = (activeB: number): number => epoch(factors.peers.epoch, activeB, inputs.outputTokens).energyWh;
  return { low: at(low), central: at(central), high: at(high) };
}

/** Runs every method that has data for the model. */
export function runMethods(
  inputs: MethodInputs,
  factors: Factors,
  v1: { readonly inputs: V1Inputs; readonly result: V1Result; readonly reading: V1Reading },
): Methods {
  const { times } = inputs;
  const { peers } = factors;
  const inferenceSeconds = times.ttftSeconds + times.generationSeconds;
  const methods: Partial<Record<MethodName, Range>> = {
    'otm-v1': v1Range(v1.inputs, v1.result, factors, v1.reading),
    'otm-v1.1': v11Range(v1.inputs, v1.result.activeGpus, factors),
    'otm-time-share': timeShare(v1.inputs, factors, v1.reading),
    epoch: epochRange(inputs, factors),
    silicon: siliconRange(inputs, factors),
    'joules-per-throughput': throughputRange(inputs, factors),
  };
  if (peers.ecologits !== null) {
    const measured = times.ttftAssumed || times.generationAssumed ? null : inferenceSeconds;
    const { low, high } = ecoLogits(peers.ecologits, inputs.outputTokens, measured);
    methods.ecologits = {
      low: low.energyWh,
      central: (low.energyWh + high.energyWh) / 2,
      high: high.energyWh,
    };
  }
  if (peers.howHungry !== null) {
    const { lowWh, meanWh, highWh } = howHungry(peers.howHungry, inferenceSeconds);
    methods['how-hungry'] = { low: lowWh, central: meanWh, high: highWh };
  }
  if (peers.aiWattch !== null) methods['ai-wattch'] = exactly(aiWattch(peers.aiWattch, inferenceSeconds));
  return methods;
}
