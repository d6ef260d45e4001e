/** Tells the worker what can be read of this page: the newest state only, again until it is taken. */
import type { PageState } from '../../lib/prompt';

const RETRY_MS = 5_000;

export interface StateReportDeps {
  /** Rejects when the worker cannot be reached. */
  send(state: PageState): Promise<unknown>;
  setTimeout(run: () => void, ms: number): void;
  readonly signal: AbortSignal;
}

export function createStateReport(deps: StateReportDeps): (state: PageState) => void {
  let newest: PageState | null = null;
  let underWay = false;

  async function push(): Promise<void> {
    const state = newest;
    if (state === null || deps.signal.aborted) return;
    underWay = true;
    const taken = await deps.send(state).then(
      () => true,
      () => false,
    );
    underWay = false;
    if (taken && newest === state) newest = null;
    if (newest === null) return;
    if (taken) void push();
    else
      deps.setTimeout(() => {
        if (!underWay) void push();
      }, RETRY_MS);
  }

  return (state) => {
    newest = state;
    if (!underWay) void push();
  };
}
