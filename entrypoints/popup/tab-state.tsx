/** What the current tab is: one line, and where nothing is counted, why and what to do. */
import type { ComponentChildren } from 'preact';
import type { TabState } from '../../lib/messages';
import type { SiteId } from '../../lib/prompt';
import { formatMoment } from '../../lib/ui/format-time';
import { locale, t } from '../../lib/ui/i18n';
import type { Loaded } from '../../lib/ui/live';
import { Notice } from '../../lib/ui/notice';
import { SiteMark } from '../../lib/ui/site-mark';

export interface TabLineProps {
  readonly tab: Loaded<TabState>;
  readonly utcOffsetMinutes: number;
  readonly onGrant: (site: SiteId) => void;
}

export function TabLine({ tab, utcOffsetMinutes, onGrant }: TabLineProps) {
  switch (tab.kind) {
    case 'loading':
      return <Line>{t('tab.asking')}</Line>;
    case 'failed':
      return <Notice tone="warn" title={tab.problem.message ?? t('problem.unexpected.title')} />;
    case 'ready':
      return <Known state={tab.value} utcOffsetMinutes={utcOffsetMinutes} onGrant={onGrant} />;
  }
}

interface KnownProps extends Omit<TabLineProps, 'tab'> {
  readonly state: TabState;
}

function Known({ state, utcOffsetMinutes, onGrant }: KnownProps) {
  switch (state.kind) {
    case 'loading':
      return <Line>{t('tab.loading')}</Line>;
    case 'measuring':
      return (
        <Line>
          <SiteMark site={state.site} />
          {t('tab.measuring', { site: t(`site.${state.site}`) })}
        </Line>
      );
    case 'not-a-chat':
      return (
        <Line more={t('tab.not-a-chat.more', { site: t(`site.${state.site}`) })}>{t('tab.not-a-chat')}</Line>
      );
    case 'paused':
      return <Line more={t('tab.paused.more', { site: t(`site.${state.site}`) })}>{t('tab.paused')}</Line>;
    case 'no-site':
      return <Line more={t('tab.no-site.more')}>{t('tab.no-site')}</Line>;
    case 'unreadable': {
      const time = formatMoment(state.sinceTime, utcOffsetMinutes, locale());
      return (
        <Notice tone="danger" title={t('tab.unreadable', { time })}>
          <p>
            {t(`tab.unreadable.${state.reason}`)}{' '}
            {t('tab.unreadable.more', { site: t(`site.${state.site}`) })}
          </p>
        </Notice>
      );
    }
    case 'not-answering':
      return (
        <Notice tone="warn" title={t('tab.not-answering')}>
          <p>{t('tab.not-answering.more', { site: t(`site.${state.site}`) })}</p>
        </Notice>
      );
    case 'withheld':
      return (
        <Notice tone="warn" title={t('tab.withheld')}>
          <p>{t('tab.withheld.more', { site: t(`site.${state.site}`) })}</p>
          <p>
            <button type="button" onClick={() => onGrant(state.site)}>
              {t('tab.withheld.grant', { site: t(`site.${state.site}`) })}
            </button>
          </p>
        </Notice>
      );
  }
}

function Line({ children, more }: { children: ComponentChildren; more?: string }) {
  return (
    <p class="tab-line small" role="status">
      <span class="site">{children}</span>
      {more && <span class="soft"> · {more}</span>}
    </p>
  );
}
