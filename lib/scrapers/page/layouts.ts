/** Which layout a page is read by, as the page changes. */
import type { Site } from '../site';
import { createLayoutReader, type LayoutReader } from './layout-reader';
import { recognise } from './recognise';

/**
 * The reader for the page as it is now. Layouts share their composers, so an empty page's layout is settled only when its
 * first turn is there. That no other layout's marks are there was seen at rest: asked of a long page, it would delay a
 * key and what follows it.
 */
export function readerFor(
  root: Document,
  site: Site,
  before: LayoutReader | null,
  { atRest, isMeasuring }: { readonly atRest: boolean; readonly isMeasuring: boolean },
): LayoutReader | null {
  const layout = before?.layout ?? null;
  const isSettled =
    layout !== null && (isMeasuring || (!atRest && root.querySelector(layout.present) !== null));
  if (isSettled) return before;
  const found = recognise(site, root).layout;
  if (found === layout) return before;
  return found === null ? null : createLayoutReader(root, found, before);
}
