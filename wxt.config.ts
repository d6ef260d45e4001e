import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import preact from '@preact/preset-vite';
import { minify } from 'terser';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { INTERNAL_NAMES, UNUSED_ELSEWHERE } from './scripts/internal-names';

const HOSTS = ['https://chatgpt.com/*', 'https://claude.ai/*', 'https://gemini.google.com/*'];

const VOCABULARY = 'vocabulary/o200k_base.json';

/** The o200k ranks travel as a packaged file, so that a worker start does not parse 2 MB it may never need. */
async function vocabularyFile() {
  const require = createRequire(import.meta.url);
  const { default: ranks } = await import(require.resolve('gpt-tokenizer/bpeRanks/o200k_base'));
  return { relativeDest: VOCABULARY, contents: JSON.stringify(ranks) };
}

/** Every chat page loads its content script: a second minifier takes another 2 kB out of what the first has left. */
const minifyContentScripts = (): Plugin => ({
  name: 'minify-content-scripts',
  apply: 'build',
  async generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.fileName.startsWith('content-scripts/')) continue;
      const { code } = await minify(chunk.code, {
        ecma: 2020,
        compress: { passes: 6, hoist_funs: true, pure_getters: true, unsafe_arrows: true },
        // The list is kept apart from the document's names by a test, which knows fewer long gone ones.
        mangle: {
          properties: {
            builtins: true,
            regex: new RegExp(`^(${[...INTERNAL_NAMES, ...UNUSED_ELSEWHERE].join('|')})$`),
          },
        },
      });
      chunk.code = code ?? chunk.code;
    }
  },
});

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  publicDir: 'assets/public',
  outDir: process.env.TOKENPRINT_OUT ?? '.output',
  vite: () => ({ plugins: [preact(), minifyContentScripts()], build: { target: 'es2022' } }),
  zip: { name: 'tokenprint' },
  manifest: async ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    version: JSON.parse(await readFile('package.json', 'utf8')).version,
    incognito: 'not_allowed',
    permissions: ['storage', 'unlimitedStorage', 'scripting'],
    host_permissions: HOSTS,
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{5d0f7a8e-2c1b-4f3e-9a64-7b8c0e1d2f35}',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  hooks: {
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push(VOCABULARY);
    },
    'build:publicAssets': async (_wxt, files) => {
      files.push(await vocabularyFile());
    },
  },
});
