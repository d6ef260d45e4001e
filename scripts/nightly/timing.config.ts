/** The unit tests with one timing constant changed while the file is loaded: no file on the disk is touched. */
import '../test/group-by';
import { readFileSync } from 'node:fs';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { constantsOf, withChange } from './timing';

const CHANGED_FILE = '/lib/scrapers/tracker/timing.ts';
const [name, value] = (process.env.TOKENPRINT_TIMING ?? '').split('=');

export default defineConfig({
  plugins: [
    preact(),
    {
      name: 'changed-timing',
      enforce: 'pre',
      load(id) {
        const [file = ''] = id.split('?');
        if (!file.endsWith(CHANGED_FILE) || value === undefined) return null;
        const source = readFileSync(file, 'utf8');
        const constant = constantsOf(source).find((one) => one.name === name);
        if (constant === undefined) throw new Error(`no constant ${name}`);
        return withChange(source, constant, Number(value));
      },
    },
  ],
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    maxWorkers: '100%',
    bail: 1,
    // What is kept of a file is found by its text, which is the same for every change.
    fsModuleCache: false,
  },
});
