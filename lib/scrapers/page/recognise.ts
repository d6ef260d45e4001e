/** Which layout a page has. Knows no site: a content script carries its own and no other. */
import type { Layout, Site } from '../site';

/** A layout; null when the page has none that is known. */
export interface Recognition {
  readonly layout: Layout | null;
}

/**
 * Which layout a page has: by its turns, else by its composer. Two layouts can share a composer, so a page
 * without turns must be asked again when its first turn is there.
 */
export function recognise(site: Site, root: ParentNode): Recognition {
  const has = (selector: string): boolean => root.querySelector(selector) !== null;
  const layout =
    site.layouts.find(({ present, unless }) => has(present) && (unless === undefined || !has(unless))) ??
    site.layouts.find(({ composer }) => has(composer));
  return { layout: layout ?? null };
}
