/**
 * Started in a chat page only when a page trace is asked for: what is rarely needed weighs on no page.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { siteFor } from '../lib/scrapers/registry';
import { serveTraces } from './content/page-trace';

export default defineUnlistedScript(() => {
  const site = siteFor(location.host);
  if (site !== null) serveTraces(site);
});
