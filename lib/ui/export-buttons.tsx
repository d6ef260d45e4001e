/** "Export CSV" and "Export JSON", with what became of it. */
import { useSignal } from '@preact/signals';
import { download, exportFileName } from './download';
import { errorText } from './error-text';
import { type MessageKey, type MessageParams, t } from './i18n';

/** Makes the file; rejects with words for people. */
export type Exporter = (format: ExportFormat) => Promise<Blob>;
export type ExportFormat = 'csv' | 'json';

interface Said {
  readonly key: MessageKey;
  readonly params?: MessageParams;
}

export function ExportButtons({ exporter }: { exporter: Exporter }) {
  const busy = useSignal(false);
  const said = useSignal<Said | null>(null);

  const run = async (format: ExportFormat) => {
    busy.value = true;
    said.value = { key: 'export.working' };
    try {
      const blob = await exporter(format);
      const file = exportFileName(format, new Date());
      download(blob, file);
      said.value = { key: 'export.done', params: { file } };
    } catch (error) {
      said.value = { key: 'export.failed', params: { message: errorText(error) } };
    } finally {
      busy.value = false;
    }
  };

  return (
    <div>
      <div class="row">
        <button type="button" disabled={busy.value} onClick={() => run('csv')}>
          {t('export.csv')}
        </button>
        <button type="button" disabled={busy.value} onClick={() => run('json')}>
          {t('export.json')}
        </button>
      </div>
      <p class="said small soft" role="status">
        {said.value && t(said.value.key, said.value.params)}
      </p>
    </div>
  );
}
