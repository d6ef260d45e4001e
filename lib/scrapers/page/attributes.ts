/** The attributes that a layout's selectors look at: only their changes are observed. */
import type { Layout } from '../site';

const IN_BRACKETS = /\[\s*([a-z][\w-]*)/gi;
/** Parts of a page are put away by these, in every layout. */
const ALWAYS = ['hidden', 'inert', 'aria-hidden'];

/** All selectors of a layout, whatever part of it they stand in. */
export function selectorsOf(layout: object): string[] {
  return Object.entries(layout).flatMap(([name, value]) => {
    if (name === 'id' || value === null) return [];
    if (typeof value === 'string') return [value];
    if (Array.isArray(value))
      return value.flatMap((one) => (typeof one === 'string' ? [one] : selectorsOf(one)));
    return typeof value === 'object' ? selectorsOf(value) : [];
  });
}

export function attributesOf(layout: Layout): string[] {
  const selectors = selectorsOf(layout).join(' ');
  const names = [...selectors.matchAll(IN_BRACKETS)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
  const bare = selectors.replace(/\[[^\]]*\]/g, '');
  if (/\.[a-z]/i.test(bare)) names.push('class');
  if (/#[a-z]/i.test(bare)) names.push('id');
  return [...new Set([...ALWAYS, ...names.map((name) => name.toLowerCase())])];
}
