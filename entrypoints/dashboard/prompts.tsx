/** The list of prompts once it is there; until then what to wait for, and for an empty store what to do next. */
import type { ComponentChildren } from 'preact';
import { Empty } from '../../lib/ui/empty';
import type { HistoryList } from '../../lib/ui/history-list';
import { t } from '../../lib/ui/i18n';
import type { DashboardModel } from './model';

export interface PromptsProps {
  readonly model: DashboardModel;
  readonly children: (list: HistoryList) => ComponentChildren;
}

export function Prompts({ model, children }: PromptsProps) {
  const history = model.history.value;
  switch (history.kind) {
    case 'loading':
      return (
        <p class="soft" role="status">
          {t('app.loading')}
        </p>
      );
    case 'failed':
      return null;
    case 'ready':
      return history.value.records.length === 0 && history.value.next === null ? (
        <Empty next="empty.dashboard" />
      ) : (
        children(history.value)
      );
  }
}
