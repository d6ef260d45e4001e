import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('./'),
  publicDir: here('../../assets/public'),
  cacheDir: here('../../node_modules/.vite-gallery'),
  plugins: [preact()],
  build: { outDir: here('../../.cache/gallery'), emptyOutDir: true, target: 'es2022' },
});
