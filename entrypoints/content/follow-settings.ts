/** The settings of a page, asked of the worker until it answers and heard from it when they change. */
import type { PageSettings, Reply } from '../../lib/messages';

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 5_000;

export interface FollowDeps {
  /** Asks the worker; rejects when it cannot be reached. */
  readonly ask: () => Promise<Reply<PageSettings>>;
  /** Hears the worker tell of a change. */
  readonly hear: (onChange: (settings: PageSettings) => void) => void;
  readonly setTimeout: (run: () => void, ms: number) => void;
  readonly onChange: (settings: PageSettings) => void;
  readonly signal: AbortSignal;
}

/** Follows the settings; the returned function asks for them once more, for a page that may have missed a change. */
export function followSettings({ ask, hear, setTimeout, onChange, signal }: FollowDeps): () => void {
  /** How often the worker has told of a change: what was asked before one is old. */
  let told = 0;
  /** The newest question; an older one is not repeated. */
  let question = 0;

  async function put(mine: number, retryMs: number): Promise<void> {
    const before = told;
    const reply = await ask().catch(() => null);
    if (signal.aborted || told !== before || question !== mine) return;
    if (reply?.ok) onChange(reply.value);
    else
      setTimeout(() => {
        if (told === before && question === mine) void put(mine, Math.min(retryMs * 2, LAST_RETRY_MS));
      }, retryMs);
  }

  const again = (): void => void put(++question, FIRST_RETRY_MS);
  hear((settings) => {
    told += 1;
    onChange(settings);
  });
  again();
  return again;
}
