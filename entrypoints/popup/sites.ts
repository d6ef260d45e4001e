/** The three hosts as the extension's permissions name them. */
import { SITE_IDS, type SiteId } from '../../lib/prompt';

const HOSTS: Readonly<Record<SiteId, string>> = {
  chatgpt: 'chatgpt.com',
  claude: 'claude.ai',
  gemini: 'gemini.google.com',
};

/** Match pattern of a site's permission. */
export const SITE_ORIGINS: Readonly<Record<SiteId, string>> = {
  chatgpt: `https://${HOSTS.chatgpt}/*`,
  claude: `https://${HOSTS.claude}/*`,
  gemini: `https://${HOSTS.gemini}/*`,
};

/** The site of a page's address; null for any other page. Hosts are compared exactly. */
export function siteOfAddress(address: string): SiteId | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:') return null;
  return SITE_IDS.find((site) => HOSTS[site] === hostname) ?? null;
}
