/**
 * The attribute values that our own selectors name. They may stand in a trace, because they are no news: without
 * them a trace could not be read by the layouts it is to repair.
 */
import type { Layout } from '../site';

interface Literals {
  readonly exact: Set<string>;
  readonly prefixes: Set<string>;
  readonly suffixes: Set<string>;
  readonly parts: Set<string>;
}

/** By attribute name. */
export type Vocabulary = ReadonlyMap<string, Literals>;

const ATTRIBUTE = /\[\s*([\w-]+)\s*([~|^$*]?)=\s*"([^"]*)"/g;
const ID = /#([\w-]+)/g;
const CLASS = /\.([\w-]+)/g;

function selectorsOf(layout: Layout): string[] {
  const { user, assistant, ...rest } = layout;
  return [user, assistant, rest].flatMap((part) =>
    Object.values(part).flatMap((value) => (typeof value === 'string' ? [value] : [])),
  );
}

export function vocabularyOf(layouts: readonly Layout[]): Vocabulary {
  const vocabulary = new Map<string, Literals>();
  const literals = (name: string): Literals => {
    const known = vocabulary.get(name) ?? {
      exact: new Set(),
      prefixes: new Set(),
      suffixes: new Set(),
      parts: new Set(),
    };
    vocabulary.set(name, known);
    return known;
  };
  for (const selector of layouts.flatMap(selectorsOf)) {
    for (const [, name = '', operator, value = ''] of selector.matchAll(ATTRIBUTE)) {
      const { exact, prefixes, suffixes, parts } = literals(name);
      if (value === '') continue;
      if (operator === '^') prefixes.add(value);
      else if (operator === '$') suffixes.add(value);
      else if (operator === '*') parts.add(value);
      else exact.add(value);
    }
    for (const [, name = ''] of selector.matchAll(CLASS)) literals('class').exact.add(name);
    for (const [, id = ''] of selector.matchAll(ID)) literals('id').exact.add(id);
  }
  return vocabulary;
}

/** A value as what stands of it and what lies around: `[before, kept, after]`; null when nothing is known of it. */
export function knownPart(
  vocabulary: Vocabulary,
  name: string,
  value: string,
): readonly [before: string, kept: string, after: string] | null {
  const literals = vocabulary.get(name);
  if (literals === undefined) return null;
  if (literals.exact.has(value)) return ['', value, ''];
  for (const prefix of literals.prefixes) {
    if (value.startsWith(prefix)) return ['', prefix, value.slice(prefix.length)];
  }
  for (const suffix of literals.suffixes) {
    if (value.endsWith(suffix)) return [value.slice(0, -suffix.length), suffix, ''];
  }
  for (const part of literals.parts) {
    const at = value.indexOf(part);
    if (at !== -1) return [value.slice(0, at), part, value.slice(at + part.length)];
  }
  return null;
}
