/** Stacked bars of the trend; the numbers stand in a table beside them, so that the picture is never the only way. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { locale, t } from '../../../lib/ui/i18n';
import type { TrendBars, TrendPicture } from './trend-bars';
import type { TrendGroup } from './trend-data';

/** What changes the colours: the person's own theme, the browser's, forced colours. */
const COLOUR_QUERIES = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];

/** Fetches what draws the chart; the view asks for it while its numbers are still being read. */
export const loadBars = () => import('./trend-bars');

/** The class that gives a group its colour. */
export function fillOf(group: TrendGroup): string {
  switch (group.kind) {
    case 'site':
      return `fill-${group.site}`;
    case 'model':
      return `fill-series-${group.place}`;
    case 'other':
      return 'fill-series-other';
  }
}

export function TrendChart(picture: TrendPicture) {
  const { data, quantity } = picture;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [bars, setBars] = useState<TrendBars | null>(null);

  // Layout effects: what was fetched beside the numbers is drawn in their frame.
  useLayoutEffect(() => {
    const ends = new AbortController();
    let drawn: TrendBars | null = null;
    // Without the drawing the table beside it still says everything.
    void loadBars().then(({ drawTrend }) => {
      if (ends.signal.aborted || canvas.current === null) return;
      drawn = drawTrend(canvas.current);
      setBars(drawn);
    });
    return () => {
      ends.abort();
      drawn?.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    if (bars === null) return;
    const update = () => bars.update(picture);
    const ends = new AbortController();
    for (const query of COLOUR_QUERIES) {
      matchMedia(query).addEventListener('change', update, { signal: ends.signal });
    }
    const themed = new MutationObserver(update);
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    update();
    return () => {
      ends.abort();
      themed.disconnect();
    };
  }, [bars, data, quantity, locale()]);

  return (
    <div class="trend-area">
      <canvas ref={canvas} role="img" aria-label={t('overview.trend.summary')} />
    </div>
  );
}
