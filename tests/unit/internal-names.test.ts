/** The build shortens property names within content scripts; one that anything else knows would be lost there. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTERNAL_NAMES, UNUSED_ELSEWHERE } from '../../scripts/internal-names';

const require = createRequire(import.meta.url);
const names = new Set(INTERNAL_NAMES);

const source = (path: string): string => readFileSync(path, 'utf8');
const folder = (path: string): string =>
  readdirSync(path)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => source(join(path, name)))
    .join('\n');
const withoutComments = (text: string): string => text.replace(/\/\*.*?\*\/|\/\/.*?$/gms, '');
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(withoutComments(text).match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));
/** Of typings, what stands where a member does: parameters are no property of anything. */
const membersOf = (typings: string): ReadonlySet<string> => {
  const member = /(?:^\s*|[{;]\s*)(?:(?:readonly|static|get|set) )*["'[]?([\w$]+)["'\]]?\??\s*[:(<]/gm;
  return new Set([...withoutComments(typings).matchAll(member)].map(([, name]) => name ?? ''));
};

/** The compiler of this platform brings the names of the document along. */
const compilerLib = (): string =>
  join(
    dirname(require.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`)),
    'lib',
  );

const OURS: Readonly<Record<string, () => string>> = {
  'what is stored and sent': () => source('lib/prompt.ts'),
  'the messages': () => folder('lib/messages'),
  'the settings': () => source('lib/settings.ts'),
};
const TYPINGS: Readonly<Record<string, () => string>> = {
  'the document': () => source(join(compilerLib(), 'lib.dom.d.ts')),
  'the language': () =>
    readdirSync(compilerLib())
      .filter((name) => name.startsWith('lib.es'))
      .map((name) => source(join(compilerLib(), name)))
      .join('\n'),
  'the browser’s interface': () => source('node_modules/@wxt-dev/browser/src/gen/index.d.ts'),
};

describe('the names that the build shortens', () => {
  it.each(Object.entries(OURS))('are none of %s', (_where, text) => {
    const words = wordsOf(text());
    expect([...names, ...UNUSED_ELSEWHERE].filter((name) => words.has(name))).toEqual([]);
  });

  it.each(Object.entries(TYPINGS))('are no members of %s', (_where, typings) => {
    const members = membersOf(typings());
    // That members are found at all.
    expect(members.size).toBeGreaterThan(100);
    expect([...names].filter((name) => members.has(name))).toEqual([]);
  });

  it('are the document’s of players, animations, navigations and paintings alone, if they are', () => {
    const typings = source(join(compilerLib(), 'lib.dom.d.ts'));
    const interfaces = typings.split(/^(?=(?:declare var|interface) )/m);
    const declared = (name: string) => new RegExp(`^    (?:readonly )?${name}\\??[:(]`, 'm');
    const owners = UNUSED_ELSEWHERE.flatMap((name) =>
      interfaces.filter((text) => declared(name).test(text)).map((text) => text.split(' ')[1]),
    );
    expect(owners.sort()).toEqual([
      'Animation',
      'HTMLMediaElement',
      'LargestContentfulPaint',
      'NavigationResult',
      'NavigationTransition',
      'ViewTransition',
    ]);
  });

  it('are all in use, each once in the list', () => {
    const words = wordsOf(
      [
        ...['lib/scrapers', 'lib/scrapers/sites', 'entrypoints/content'].map(folder),
        source('node_modules/wxt/dist/utils/content-script-context.mjs'),
      ].join('\n'),
    );
    expect(INTERNAL_NAMES.filter((name) => !words.has(name))).toEqual([]);
    expect(names.size).toBe(INTERNAL_NAMES.length);
  });
});
