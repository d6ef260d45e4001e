/** Which rows of a long list are in the document, and how much empty space stands for the others. Pure. */

/** Rows beyond each edge of the view, so that a quick scroll and the tab key find them there. */
export const OVERSCAN = 8;

/** Browsers end at about 17 million pixels; longer lists are scrolled faster than they are. */
export const TALLEST_PX = 12_000_000;

export interface RowWindow {
  /** First row in the document, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Empty space above and below, px. */
  readonly abovePx: number;
  readonly belowPx: number;
}

export interface RowView {
  readonly scrollTopPx: number;
  readonly heightPx: number;
}

/** The rows for a view of the list. The first one is even, so that rows keep their place while it moves a little. */
export function rowWindow(rows: number, rowPx: number, { scrollTopPx, heightPx }: RowView): RowWindow {
  const tall = rows * rowPx;
  const shown = Math.min(tall, TALLEST_PX);
  const most = Math.max(1, shown - heightPx);
  const share = Math.min(1, Math.max(0, scrollTopPx / most));
  // Where the view would be in the list at its full height.
  const top = tall > shown ? share * (tall - heightPx) : scrollTopPx;
  const begin = Math.max(0, Math.floor(Math.max(0, top) / rowPx) - OVERSCAN);
  const first = Math.min(begin - (begin % 2), Math.max(0, rows - 1));
  const end = Math.min(rows, Math.ceil((Math.max(0, top) + heightPx) / rowPx) + OVERSCAN);
  const abovePx = Math.max(0, first * rowPx - (top - scrollTopPx));
  return { first, end, abovePx, belowPx: Math.max(0, shown - abovePx - (end - first) * rowPx) };
}
