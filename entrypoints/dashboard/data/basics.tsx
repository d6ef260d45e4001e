/** Export, import and deletion of everything stored. */
import { ExportButtons } from '../../../lib/ui/export-buttons';
import { t } from '../../../lib/ui/i18n';
import type { RoomProps } from '../dashboard';
import { DeletePanel } from '../delete-panel';
import { ImportPanel } from '../import-panel';

export interface DataBasicsProps extends RoomProps {
  /** True when nothing is stored: there is nothing to export or to delete. */
  readonly empty: boolean;
}

/** The three in short, for the end of the overview. */
export function DataBasics({ dashboard, empty }: DataBasicsProps) {
  const { exporter, imports, deletion, utcOffsetMinutes } = dashboard;
  return (
    <section class="stack" aria-labelledby="data">
      <h2 id="data">{t('data.title')}</h2>
      {!empty && <p class="soft">{t('data.intro')}</p>}
      {!empty && <ExportButtons exporter={exporter} />}
      <ImportPanel model={imports} utcOffsetMinutes={utcOffsetMinutes} />
      {(!empty || deletion.step.value.kind !== 'idle') && <DeletePanel model={deletion} />}
    </section>
  );
}
