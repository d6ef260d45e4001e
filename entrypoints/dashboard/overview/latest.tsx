/** The newest prompts, with the way to all of them. */
import type { RecordPage } from '../../../lib/store/types';
import { t } from '../../../lib/ui/i18n';
import type { Loaded } from '../../../lib/ui/live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { PromptTable } from '../prompt-table';
import { routeHash } from '../route';

export interface LatestProps extends RoomProps {
  readonly page: Loaded<RecordPage>;
}

export function Latest({ dashboard, page }: LatestProps) {
  const { names, openPrompt } = dashboard;
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
