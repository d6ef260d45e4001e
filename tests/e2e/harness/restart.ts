import type { Harness } from './types';

/** A browser that runs, before it is made to start again. */
export type Running<H extends Harness> = Omit<H, 'restart'>;

/**
 * Gives a browser the way to end at once and start again with its profile. The harness stays the same object: what
 * it does is done by the browser that runs last.
 */
export function restartable<H extends Harness>(
  first: Running<H>,
  again: (profileDir: string) => Promise<Running<H>>,
): H {
  const started = [first];
  const own = {
    async restart() {
      await started.at(-1)?.kill();
      const next = await again(first.profileDir);
      started.push(next);
      Object.assign(first, next, own);
    },
    // The first one made the folders and removes them: it goes last.
    async close() {
      for (const one of started.reverse()) await one.close();
    },
  };
  started[0] = { ...first };
  return Object.assign(first, own) as H;
}
