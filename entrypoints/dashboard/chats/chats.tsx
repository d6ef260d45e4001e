/** Chats from the costliest down. */
import { useSignal } from '@preact/signals';
import { costliestChats } from '../../../lib/store/costs';
import type { ChatCost, CostPage } from '../../../lib/store/types';
import { formatCount, formatQuantity, formatShare } from '../../../lib/ui/format';
import { formatMoment } from '../../../lib/ui/format-time';
import { locale, t } from '../../../lib/ui/i18n';
import { logAxis } from '../../../lib/ui/log-axis';
import { ScrollX } from '../../../lib/ui/scroll-x';
import { Site } from '../../../lib/ui/site-mark';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { routeHash } from '../route';
import { EnergyCell } from './energy-cell';

/** Chats that one press shows more. */
const STEP = 15;

export function Chats({ dashboard }: RoomProps) {
  const { store, utcOffsetMinutes } = dashboard;
  const limit = useSignal(STEP);
  const page = useLive<CostPage<ChatCost>>(`${limit.value}`, () =>
    query(store, () => costliestChats(store, limit.value)),
  );
  return (
    <section class="stack" aria-labelledby="chats">
      <h2 id="chats">{t('chats.costliest')}</h2>
      <Await value={page} dashboard={dashboard}>
        {({ items, next }) => (
          <>
            <ChatTable chats={items} utcOffsetMinutes={utcOffsetMinutes} />
            {next !== null && (
              <p>
                <button
                  type="button"
                  onClick={() => {
                    limit.value += STEP;
                  }}
                >
                  {t('chats.more')}
                </button>
              </p>
            )}
          </>
        )}
      </Await>
    </section>
  );
}

/** Enough of a label to tell chats apart; exports have it whole. */
export const shortLabel = (label: string): string => label.slice(0, 8);

function ChatTable({ chats, utcOffsetMinutes }: { chats: readonly ChatCost[]; utcOffsetMinutes: number }) {
  const axis = logAxis(chats.flatMap(({ measures: { energyWh } }) => [energyWh.low, energyWh.high]));
  return (
    <ScrollX label={t('chats.costliest')}>
      <table class="prompts">
        <caption class="visually-hidden">{t('chats.costliest.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chats.chat')}</th>
            <th scope="col">{t('history.site')}</th>
            <th scope="col">{t('quantity.energy')}</th>
            <th scope="col" class="number medium-up">
              {t('chats.prompts')}
            </th>
            <th scope="col" class="number medium-up">
              {t('chats.average')}
            </th>
            <th scope="col" class="number medium-up">
              {t('chats.rework')}
            </th>
            <th scope="col" class="medium-up">
              {t('chats.last')}
            </th>
          </tr>
        </thead>
        <tbody>
          {chats.map(({ conversation, site, measures, rework, lastTime }) => (
            <tr key={conversation}>
              <th scope="row" class="nowrap">
                <a
                  href={routeHash('history', { chat: conversation })}
                  aria-label={t('chats.open', { label: conversation })}
                >
                  {shortLabel(conversation)}
                </a>
              </th>
              <td>
                <Site site={site} />
              </td>
              <EnergyCell range={measures.energyWh} axis={axis} />
              <td class="number medium-up">{formatCount(measures.count, locale())}</td>
              <td class="number medium-up">
                {measures.count === 0
                  ? '–'
                  : formatQuantity('energy', measures.energyWh.central / measures.count, locale()).text}
              </td>
              <td class="number medium-up">
                {rework.attempts === 0
                  ? '–'
                  : formatShare(rework.energyWh.central / measures.energyWh.central, locale())}
              </td>
              <td class="nowrap medium-up">{formatMoment(lastTime, utcOffsetMinutes, locale())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}
