/** Time as the observer sees it, injected so that tests can say what time it is. */
export interface Clock {
  /** Milliseconds on a clock that never jumps. */
  now(): number;
  /** Milliseconds since 1970 on the computer's clock, which may jump. */
  wall(): number;
  /** Minutes to add to UTC for local time at that wall time. */
  utcOffsetMinutes(wallMs: number): number;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(handle: number): void;
  /** Runs a step in a task of its own; at once in a hidden page, whose tasks may have to wait for a minute. */
  soon(run: () => void): void;
  /** Runs a small slice of work when the page has nothing to do. */
  whenIdle(run: () => void): void;
}

/** The page's own clock. */
export const pageClock = (view: Window & typeof globalThis): Clock => ({
  now: () => performance.now(),
  wall: () => Date.now(),
  // A subtraction, because the negative of zero would be stored as minus zero.
  utcOffsetMinutes: (wallMs) => 0 - new Date(wallMs).getTimezoneOffset(),
  setTimeout: (run, ms) => view.setTimeout(run, ms),
  clearTimeout: (handle) => view.clearTimeout(handle),
  soon: (run) => (view.document.hidden ? run() : void view.setTimeout(run)),
  whenIdle: (run) => void view.requestIdleCallback(() => run(), { timeout: 2000 }),
});
