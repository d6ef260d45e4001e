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
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.replace(/\/\*.*?\*\/|\/\/.*?$/gms, '').match(/[\p{L}_$][\p{L}\p{N}_$]*/gu));

/** The compiler of this platform brings the names of the document along. */
const compilerLib = (): string =>
  join(
    dirname(require.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`)),
    'lib',
  );

const KNOWN_ELSEWHERE: Readonly<Record<string, () => string>> = {
  'what is stored and sent': () => source('lib/prompt.ts'),
  'the messages': () => folder('lib/messages'),
  'the settings': () => source('lib/settings.ts'),
  'the names of the document': () => source(join(compilerLib(), 'lib.dom.d.ts')),
  'the names of the language': () =>
    readdirSync(compilerLib())
      .filter((name) => name.startsWith('lib.es'))
      .map((name) => source(join(compilerLib(), name)))
      .join('\n'),
  'the interface of the browser': () => source('node_modules/@wxt-dev/browser/src/gen/index.d.ts'),
};

describe('the names that the build shortens', () => {
  it.each(Object.entries(KNOWN_ELSEWHERE))('are none of %s', (_where, text) => {
    const words = wordsOf(text());
    expect([...names].filter((name) => words.has(name))).toEqual([]);
  });

  it('are none of what is stored, sent or set, even where the browser knows them', () => {
    const ours = ['lib/prompt.ts', 'lib/settings.ts'].map(source).join('\n') + folder('lib/messages');
    expect(UNUSED_ELSEWHERE.filter((name) => wordsOf(ours).has(name))).toEqual([]);
  });

  it('are the browser’s in animations, navigations and measurements of painting alone, if they are', () => {
    const typings = source(join(compilerLib(), 'lib.dom.d.ts'));
    const interfaces = typings.split(/^(?=(?:declare var|interface) )/m);
    const declared = (name: string) => new RegExp(`^    (?:readonly )?${name}\\??[:(]`, 'm');
    const owners = UNUSED_ELSEWHERE.flatMap((name) =>
      interfaces.filter((text) => declared(name).test(text)).map((text) => text.split(' ')[1]),
    );
    expect(owners.sort()).toEqual([
      'Animation',
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
