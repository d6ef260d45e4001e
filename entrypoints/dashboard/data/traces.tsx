/** Page traces of the chats that are open in other tabs. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { askPageTrace } from '../../../lib/messages';
import type { SiteId } from '../../../lib/prompt';
import { t } from '../../../lib/ui/i18n';
import { TracePanel } from '../../../lib/ui/trace-panel';
import { SITE_ORIGINS, siteOfAddress } from '../../popup/sites';
import { Choice, Part } from '../settings/parts';

interface ChatTab {
  readonly id: number;
  readonly site: SiteId;
}

/** Tabs of known sites, as far as the extension may see them. */
async function openChats(): Promise<readonly ChatTab[]> {
  const tabs = await browser.tabs.query({ url: Object.values(SITE_ORIGINS) });
  return tabs.flatMap(({ id, url }) => {
    const site = url === undefined ? null : siteOfAddress(url);
    return id === undefined || site === null ? [] : [{ id, site }];
  });
}

export function Traces() {
  const [tabs, setTabs] = useState<readonly ChatTab[] | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const look = () => {
    openChats().then(setTabs, () => setTabs([]));
  };
  useEffect(look, []);
  const tab = tabs?.find(({ id }) => id === chosen) ?? tabs?.[0];
  return (
    <Part title="trace.title" hint="trace.hint">
      {tab === undefined || tabs === null ? (
        <p class="row">
          <span>{t('trace.none')}</span>
          <button type="button" onClick={look}>
            {t('trace.look-again')}
          </button>
        </p>
      ) : (
        <>
          <Choice
            label={t('trace.tab')}
            value={String(tab.id)}
            options={tabs.map(({ id, site }, index) => ({
              value: String(id),
              text: t('trace.tab.name', { number: index + 1, site: t(`site.${site}`) }),
            }))}
            onChange={(id) => setChosen(Number(id))}
          />
          <TracePanel key={tab.id} site={tab.site} ask={(action) => askPageTrace(tab.id, action)} />
        </>
      )}
    </Part>
  );
}
