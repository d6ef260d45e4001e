/** Which layout a page has. Knows no site: a content script carries its own and no other. */
import type { Layout, Site } from './site';

/** A layout, or why there is none: said to the person as it stands, so without page text. */
export type Recognition = { readonly layout: Layout } | { readonly layout: null; readonly reason: string };

/**
 * Which layout a page has: by its turns, else by its composer. Two layouts can share a composer, so a page
 * without turns must be asked again when its first turn is there.
 */
export function recognise(site: Site, root: ParentNode): Recognition {
  const has = (selector: string): boolean => root.querySelector(selector) !== null;
  const layout =
    site.layouts.find(({ present, unless }) => has(present) && (unless === null || !has(unless))) ??
    site.layouts.find(({ composer }) => has(composer));
  if (layout !== undefined) return { layout };
  const known = site.layouts.map(({ id, seen }) => `${id} (seen ${seen})`).join(', ');
  return {
    layout: null,
    reason: `No messages and no prompt box of a known layout found; looked for ${known}.`,
  };
}
