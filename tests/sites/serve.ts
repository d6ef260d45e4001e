/** The simulated pages as self-contained HTML, for whoever answers the browser's requests. */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { DEFAULT_CONFIG, DEFAULT_LAYOUTS, siteOfHost } from './config';
import { STYLE } from './style';
import { LAYOUT_IDS, type LayoutId, type PageConfig } from './types';

let bundled: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('.', import.meta.url)),
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('engine.ts', import.meta.url)),
        formats: ['iife'],
        name: 'simulatedSite',
      },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  if (result === undefined || !('output' in result)) throw new Error('the simulated page did not build');
  const [chunk] = result.output;
  return chunk.code;
}

const inScript = (text: string): string => text.replaceAll('</', '<\\/').replaceAll('<!--', '<\\!--');

function isLayout(text: string | null): text is LayoutId {
  return LAYOUT_IDS.some((id) => id === text);
}

/**
 * The page of an address on one of the three hosts. The layout is that of the configuration, else of a
 * `layout` parameter in query or hash, else the host's default.
 */
export async function pageFor(url: string, config: Partial<PageConfig> = {}): Promise<string> {
  const address = new URL(url);
  const named =
    address.searchParams.get('layout') ?? new URLSearchParams(address.hash.slice(1)).get('layout');
  const site = siteOfHost(address.hostname) ?? 'chatgpt';
  const layout = config.layout ?? (isLayout(named) ? named : DEFAULT_LAYOUTS[site]);
  const full: PageConfig = { ...DEFAULT_CONFIG, ...config, layout };
  bundled ??= bundle();
  const code = await bundled;
  const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:";
  return `<!doctype html>
<html lang="${full.language}" data-sim-layout="${layout}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>Simulated chat</title>
<style>${STYLE}</style>
</head>
<body>
<script type="application/json" id="sim-config">${inScript(JSON.stringify(full))}</script>
<script>${inScript(code)}</script>
</body>
</html>`;
}
