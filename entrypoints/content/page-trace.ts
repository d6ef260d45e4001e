/** Lets our own pages ask for a trace of this page. Nothing is watched until they do. */
import { servePageTrace } from '../../lib/messages';
import { pageClock } from '../../lib/scrapers/clock';
import { recognise } from '../../lib/scrapers/page/recognise';
import type { Site } from '../../lib/scrapers/site';
import { createTracer } from '../../lib/scrapers/trace/tracer';
import { beginLife } from './life';

/** One tracer per page: our pages start this script only where none answers. */
export function serveTraces(site: Site): void {
  const { signal } = beginLife(window);
  const clock = pageClock(window);
  const tracer = createTracer({
    site,
    page: document,
    url: () => new URL(location.href),
    layout: () => recognise(site, document).layout?.id ?? null,
    now: clock.now,
    wall: clock.wall,
    // Not when idle: a page that never rests would never be read. Timers leave it room between the slices.
    later: (run) => void clock.setTimeout(run, 0),
    signal,
  });
  servePageTrace(async (action) => {
    if (action === 'record') tracer.record();
    const trace = action === 'take' ? await tracer.take() : null;
    return { recording: tracer.isRecording(), trace };
  }, signal);
}
