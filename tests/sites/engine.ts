/** Entry of the page: reads its configuration and comes to life. Bundled by `serve.ts`. */
import { siteOfHost } from './config';
import { SimPage } from './engine/page';
import { LAYOUTS } from './layouts';
import type { PageConfig } from './types';

function start(): void {
  const config = JSON.parse(document.getElementById('sim-config')?.textContent ?? '{}') as PageConfig;
  const layout = LAYOUTS[config.layout];
  const site = siteOfHost(location.hostname) ?? layout.site ?? 'chatgpt';
  const boot = () => {
    window.__sim = new SimPage(layout, site, config).sim();
  };
  if (config.bootMs > 0) setTimeout(boot, config.bootMs / config.speed);
  else boot();
}

start();
