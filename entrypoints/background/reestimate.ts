/**
 * The worker's part of re-estimation: it drives the job that the store holds, chunk after chunk. All that matters
 * is in the store, so that a stopped worker's successor only has to go on.
 */
import { type PricingChoices, priceRecord } from '../../lib/pricing';
import {
  cancelReestimation,
  failReestimation,
  REESTIMATION_CHUNK,
  type ReestimationChoices,
  type Reprice,
  reestimateChunk,
  reestimationState,
  type Store,
  startReestimation,
  storeErrorOf,
} from '../../lib/store';

export interface ReestimatorDeps {
  readonly store: Store;
  readonly settings: () => Promise<PricingChoices>;
  /** Unix seconds now. */
  readonly now: () => number;
  /** Called after each chunk; tells the browser that the worker is not idle. */
  readonly stayAwake: () => Promise<unknown>;
  /** Records of one transaction; {@link REESTIMATION_CHUNK} unless said otherwise. */
  readonly chunkSize?: number;
}

export interface Reestimator {
  /** Starts a run with the settings as they are; false when one is running. @throws StoreError */
  start(models: ReestimationChoices['models']): Promise<boolean>;
  /** Ends the run; false when there is none. @throws StoreError */
  cancel(): Promise<boolean>;
  /** Whether a run is on; one that a stopped worker left behind goes on. @throws StoreError */
  isRunning(): Promise<boolean>;
  /** Goes on with what a stopped worker left behind. Resolves when nothing is left to do; never rejects. */
  resume(): Promise<void>;
}

const reprice: Reprice = (record, choices) => priceRecord(record, choices, choices.models);

export function createReestimator(deps: ReestimatorDeps): Reestimator {
  const { store, settings, now, stayAwake, chunkSize = REESTIMATION_CHUNK } = deps;
  let driving: Promise<void> | null = null;
  let askedAgain = false;

  async function convertAll(): Promise<void> {
    let job = await reestimationState(store);
    while (job?.state === 'running') {
      job = await reestimateChunk(store, reprice, now(), chunkSize);
      await stayAwake().catch(() => undefined);
    }
  }

  async function drive(): Promise<void> {
    try {
      do {
        askedAgain = false;
        await convertAll();
      } while (askedAgain);
    } catch (error) {
      // Views have words of their own for the kinds of the store's errors.
      const known = storeErrorOf(error);
      const problem = known?.kind ?? (error instanceof Error ? error.message : String(error));
      // When even this cannot be written, the job stays as it is and the next worker tries.
      await failReestimation(store, problem, now()).catch(() => undefined);
    } finally {
      driving = null;
    }
  }

  const resume = (): Promise<void> => {
    askedAgain = true;
    driving ??= drive();
    return driving;
  };

  return {
    resume,
    async start(models) {
      const { headline, gridZone, overrides } = await settings();
      const { started } = await startReestimation(store, { headline, gridZone, overrides, models }, now());
      void resume();
      return started;
    },
    cancel: () => cancelReestimation(store, now()),
    async isRunning() {
      const running = (await reestimationState(store))?.state === 'running';
      if (running) void resume();
      return running;
    },
  };
}
