import { useRef } from 'preact/hooks';
import type { ImportReport } from '../../lib/store/types';
import { formatCount } from '../../lib/ui/format';
import { formatMoment } from '../../lib/ui/format-time';
import { locale, type MessageKey, t } from '../../lib/ui/i18n';
import { Notice } from '../../lib/ui/notice';
import type { ImportModel, ImportStep } from './import-model';

export interface ImportPanelProps {
  readonly model: ImportModel;
  readonly utcOffsetMinutes: number;
}

export function ImportPanel({ model, utcOffsetMinutes }: ImportPanelProps) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (element: HTMLInputElement) => {
    const file = element.files?.[0];
    // The same file chosen again must be a change again.
    element.value = '';
    if (file) void model.choose(file);
  };
  return (
    <div class="stack">
      <div class="row">
        <button
          type="button"
          disabled={model.step.value.kind === 'running'}
          onClick={() => input.current?.click()}
        >
          {t('import.button')}
        </button>
        <span class="small soft">{t('import.hint')}</span>
        <input
          ref={input}
          type="file"
          accept=".json,.csv,application/json,text/csv"
          hidden
          onChange={(event) => choose(event.currentTarget)}
        />
      </div>
      <Step step={model.step.value} model={model} utcOffsetMinutes={utcOffsetMinutes} />
    </div>
  );
}

function Step({ step, model, utcOffsetMinutes }: ImportPanelProps & { step: ImportStep }) {
  switch (step.kind) {
    case 'idle':
      return null;
    case 'reading':
      return <p role="status">{t('import.reading', { file: step.name })}</p>;
    case 'running':
      return <p role="status">{t('import.running')}</p>;
    case 'done':
      return <p role="status">{outcome(step.report)}</p>;
    case 'failed':
      return <Notice tone="danger" title={t('import.failed', { message: step.message })} />;
    case 'preview':
      return (
        <Preview
          name={step.file.name}
          report={step.report}
          model={model}
          utcOffsetMinutes={utcOffsetMinutes}
        />
      );
  }
}

interface PreviewProps extends ImportPanelProps {
  readonly name: string;
  readonly report: ImportReport;
}

function Preview({ name, report, model, utcOffsetMinutes }: PreviewProps) {
  const moment = (time: number) => formatMoment(time, utcOffsetMinutes, locale());
  return (
    <Notice tone="plain" title={counted('import.preview', report.records, { file: name })}>
      {report.firstTime !== null && report.lastTime !== null && (
        <p>{t('import.preview.period', { from: moment(report.firstTime), to: moment(report.lastTime) })}</p>
      )}
      {report.kept > 0 && <p>{counted('import.preview.known', report.kept)}</p>}
      {report.settings !== null && <p>{t('import.settings')}</p>}
      <dl class="choices">
        <dt>
          <button type="button" class="primary" onClick={() => void model.confirm('merge')}>
            {t('import.merge')}
          </button>
        </dt>
        <dd class="small soft">{t('import.merge.hint')}</dd>
        <dt>
          <button type="button" class="danger" onClick={() => void model.confirm('replace')}>
            {t('import.replace')}
          </button>
        </dt>
        <dd class="small soft">{t('import.replace.hint')}</dd>
      </dl>
      <p>
        <button type="button" onClick={model.cancel}>
          {t('import.cancel')}
        </button>
      </p>
    </Notice>
  );
}

function counted(key: MessageKey, count: number, params: Record<string, string> = {}): string {
  return t(key, { ...params, count, formatted: formatCount(count, locale()) });
}

function outcome(report: ImportReport): string {
  const changed = report.added + report.replaced;
  return changed === 0 ? t('import.done.none') : counted('import.done', changed);
}
