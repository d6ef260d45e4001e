/** The newest prompts, with the way to all of them. */
import { pageRecords } from '../../../lib/store/page';
import type { RecordPage } from '../../../lib/store/types';
import { t } from '../../../lib/ui/i18n';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { PromptTable } from '../prompt-table';
import { routeHash } from '../route';

const LATEST = 8;

export function Latest({ dashboard }: RoomProps) {
  const { store, names, openPrompt } = dashboard;
  const page = useLive<RecordPage>('latest', () =>
    query(store, () => pageRecords(store, { order: 'time', limit: LATEST })),
  );
  return (
    <section class="stack" aria-labelledby="latest">
      <div class="row spread">
        <h2 id="latest">{t('overview.latest')}</h2>
        <a href={routeHash('history')}>{t('overview.latest.all')}</a>
      </div>
      <Await value={page} dashboard={dashboard}>
        {({ records }) => (
          <PromptTable
            caption={t('overview.latest')}
            records={records}
            names={names.value}
            onOpen={openPrompt}
          />
        )}
      </Await>
    </section>
  );
}
