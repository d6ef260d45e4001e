/** What each model costs and how it was experienced. */
import { kindTotals } from '../../../lib/store/costs';
import { modelTotals } from '../../../lib/store/totals';
import type { KindTotals, ModelTotals } from '../../../lib/store/types';
import { Empty } from '../../../lib/ui/empty';
import { t } from '../../../lib/ui/i18n';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { routeHash } from '../route';
import { CompareModels } from './compare';
import { KindTable } from './kind-table';
import { ModelTable } from './model-table';

interface Sums {
  readonly models: readonly ModelTotals[];
  readonly kinds: readonly KindTotals[];
}

export function ModelsRoom({ dashboard }: RoomProps) {
  const { store, names } = dashboard;
  const sums = useLive<Sums>('models', () =>
    query(store, async () => ({ models: await modelTotals(store), kinds: await kindTotals(store) })),
  );
  return (
    <Await value={sums} dashboard={dashboard}>
      {({ models, kinds }) =>
        models.length === 0 ? (
          <Empty next="empty.dashboard" importAddress={routeHash('data')} />
        ) : (
          <>
            <section class="stack" aria-labelledby="models">
              <h2 id="models">{t('models.title')}</h2>
              <p class="small soft">{t('models.note')}</p>
              <ModelTable models={models} names={names.value} />
            </section>
            <KindTable kinds={kinds} models={models} names={names.value} />
            <CompareModels models={models} names={names.value} />
          </>
        )
      }
    </Await>
  );
}
