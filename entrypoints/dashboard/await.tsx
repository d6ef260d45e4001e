/** A value that is on its way: what to wait for, what went wrong with the way out, or the view of it. */
import type { ComponentChildren } from 'preact';
import { ExportButtons } from '../../lib/ui/export-buttons';
import { t } from '../../lib/ui/i18n';
import type { Loaded } from '../../lib/ui/live';
import { ProblemNotice } from '../../lib/ui/problem';
import type { Dashboard } from './dashboard';

export interface AwaitProps<T> {
  readonly value: Loaded<T>;
  readonly dashboard: Dashboard;
  readonly children: (value: T) => ComponentChildren;
}

/** These rooms show the export buttons anyway. */
const hasExport = ({ route }: Dashboard): boolean =>
  route.value.room === 'overview' || route.value.room === 'data';

export function Await<T>({ value, dashboard, children }: AwaitProps<T>) {
  switch (value.kind) {
    case 'loading':
      return (
        <p class="soft" role="status">
          {t('app.loading')}
        </p>
      );
    case 'failed':
      return (
        <ProblemNotice problem={value.problem} utcOffsetMinutes={dashboard.utcOffsetMinutes}>
          {hasExport(dashboard) ? null : <ExportButtons exporter={dashboard.exporter} />}
        </ProblemNotice>
      );
    case 'ready':
      return children(value.value);
  }
}
