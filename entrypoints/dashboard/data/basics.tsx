/** Export, import and deletion of everything stored. */
import { ExportButtons } from '../../../lib/ui/export-buttons';
import { t } from '../../../lib/ui/i18n';
import type { RoomProps } from '../dashboard';
import { DeletePanel } from '../delete-panel';
import { ImportPanel } from '../import-panel';

/** The three in short, for the end of the overview. */
export function DataBasics({ dashboard: { exporter, imports, deletion, utcOffsetMinutes } }: RoomProps) {
  return (
    <section class="stack" aria-labelledby="data">
      <h2 id="data">{t('data.title')}</h2>
      <p class="soft">{t('data.intro')}</p>
      <ExportButtons exporter={exporter} />
      <ImportPanel model={imports} utcOffsetMinutes={utcOffsetMinutes} />
      <DeletePanel model={deletion} />
    </section>
  );
}
