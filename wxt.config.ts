import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { tableFaults } from './lib/refdb';

/** Where each site's script runs; its entrypoint has the same name. */
const SITES: Readonly<Record<string, string>> = {
  chatgpt: 'https://chatgpt.com/*',
  claude: 'https://claude.ai/*',
  gemini: 'https://gemini.google.com/*',
};
const FOLDER = 'content-scripts';

const VOCABULARY = 'vocabulary/o200k_base.json';

/** The o200k ranks travel as a packaged file, so that a worker start does not parse 2 MB it may never need. */
async function vocabularyFile() {
  const require = createRequire(import.meta.url);
  const { default: ranks } = await import(require.resolve('gpt-tokenizer/bpeRanks/o200k_base'));
  return { relativeDest: VOCABULARY, contents: JSON.stringify(ranks) };
}

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  publicDir: 'assets/public',
  outDir: process.env.TOKENPRINT_OUT ?? '.output',
  vite: () => ({ plugins: [preact()], build: { target: 'es2022' } }),
  zip: { name: 'tokenprint' },
  manifest: async ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    version: JSON.parse(await readFile('package.json', 'utf8')).version,
    incognito: 'not_allowed',
    permissions: ['storage', 'unlimitedStorage', 'scripting'],
    host_permissions: Object.values(SITES),
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
    // A row without a source, or one observed in the future, must not reach anybody.
    'build:before': () => {
      const faults = tableFaults(new Date().toISOString().slice(0, 10));
      if (faults.length > 0) throw new Error(`Reference tables: ${faults.join('; ')}`);
    },
    // The framework's own content scripts end when the page sends an event of a certain name, and they send it
    // themselves, so that a page can switch them off and recognise them. Ours are plain scripts with a start of
    // their own.
    'entrypoints:resolved': (wxt, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.name in SITES) entrypoint.outputDir = resolve(wxt.config.outDir, FOLDER);
    },
    'build:manifestGenerated': (_wxt, manifest) => {
      manifest.content_scripts = Object.entries(SITES).map(([name, match]) => ({
        matches: [match],
        js: [`${FOLDER}/${name}.js`],
        run_at: 'document_start',
      }));
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push(VOCABULARY);
    },
    'build:publicAssets': async (_wxt, files) => {
      files.push(await vocabularyFile());
    },
  },
});
