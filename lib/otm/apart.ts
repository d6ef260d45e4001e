/** Lines of their own beside the headline: announced parts of v1.1, training, hardware with its idle time, tokens. */
import type { Range } from '../prompt';
import type { FactorName, Factors } from '../refdb/types';
import { antarcticaTokens, estimateV11, trainingGrams } from './v11';

/** None of it is in the energy, carbon or water of an estimate (otm.md section 3). */
export interface Apart {
  /** Moving the text alone over the network, Wh: outside the data centre. */
  readonly networkWh: Range;
  /** The tokens' share of training the model, g CO2e. */
  readonly trainingGrams: number;
  /** The share of making the hardware when the requests carry its idle time too, g CO2e. */
  readonly embodiedGramsWithIdle: Range;
  /** Normalised tokens of the visible answer: equal text, equal count. */
  readonly antarcticaTokens: number;
}

export interface ApartInputs {
  /** Prompt and visible answer, tokens. */
  readonly textTokens: number;
  readonly visibleTokens: number;
  /** Visible answer and hidden reasoning: what training is spread over. */
  readonly outputTokens: number;
  /** Making the hardware for the time of service alone, g CO2e. */
  readonly embodiedGrams: number;
}

/** Works the lines out. Text is taken as one byte a character. */
export function apartOf(factors: Factors, inputs: ApartInputs): Apart {
  const { values } = factors;
  const central = (name: FactorName): number => values[name].value.central;
  const bytes = inputs.textTokens * central('charactersPerToken');
  const networkWh = (kwhPerGb: number): number =>
    estimateV11({ gpuWh: 0, serverWh: 0, pue: 1 }, { network: { bytes, kwhPerGb } }).networkWh;
  const network = values.networkKwhPerGb.value;
  const productive = values.productiveFraction.value;
  return {
    networkWh: {
      low: networkWh(network.low),
      central: networkWh(network.central),
      high: networkWh(network.high),
    },
    trainingGrams: trainingGrams(
      inputs.outputTokens,
      central('trainingTonnesCo2e'),
      central('trainingLifetimeTokens'),
    ),
    // The less of its life the hardware serves, the more each request carries.
    embodiedGramsWithIdle: {
      low: inputs.embodiedGrams / productive.high,
      central: inputs.embodiedGrams / productive.central,
      high: inputs.embodiedGrams / productive.low,
    },
    antarcticaTokens: antarcticaTokens(
      inputs.visibleTokens,
      central('charactersPerToken'),
      central('antarcticaReferenceCharactersPerToken'),
    ),
  };
}
