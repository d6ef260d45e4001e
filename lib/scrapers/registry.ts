/** The known sites, and which site and layout a page is. A new site is one line here. */
import type { Site } from './site';
import { chatgpt } from './sites/chatgpt';
import { claude } from './sites/claude';
import { gemini } from './sites/gemini';

export const SITES: readonly Site[] = [chatgpt, claude, gemini];

/** The site of a host name, compared exactly: no subdomain, no look-alike. */
export function siteFor(host: string): Site | null {
  return SITES.find((site) => site.hosts.includes(host)) ?? null;
}
