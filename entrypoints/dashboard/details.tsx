/** The working of one prompt: what was measured, what was estimated, and how, step by step. */
import { useEffect, useRef } from 'preact/hooks';
import { Caveats } from '../../lib/ui/caveats';
import { formatMoment } from '../../lib/ui/format-time';
import { locale, t } from '../../lib/ui/i18n';
import { ModelName } from '../../lib/ui/labels';
import type { ModelNames } from '../../lib/ui/model-text';
import { Site } from '../../lib/ui/site-mark';
import { EstimatedFacts, MeasuredFacts } from './facts';
import type { OpenPrompt } from './model';
import { StoredAssumptions } from './working/assumptions';
import { RangeCauses } from './working/causes';
import { Sections } from './working/sections';

export interface DetailsProps {
  readonly open: OpenPrompt;
  readonly names: ModelNames;
  readonly onClose: () => void;
}

/** A modal dialog: the browser keeps the focus inside, closes it with Escape and gives the focus back. */
export function Details({ open, names, onClose }: DetailsProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const { record, factors, working } = open;
  return (
    <dialog ref={dialog} class="details" aria-labelledby="details" onClose={onClose}>
      <div class="row spread details-top">
        <h2 id="details">{t('details.title')}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('details.close')}
        </button>
      </div>
      <p class="row headed">
        <span class="soft">{formatMoment(record.startTime, record.utcOffsetMinutes, locale())}</span>
        <Site site={record.site} />
        <ModelName record={record} names={names} />
      </p>
      <h3>{t('details.estimated')}</h3>
      <Caveats record={record} />
      <EstimatedFacts record={record} />
      <h3>{t('working.causes')}</h3>
      <RangeCauses causes={record.estimate.rangeCauses} />
      <h3>{t('details.measured')}</h3>
      <MeasuredFacts record={record} names={names} />
      <Sections record={record} working={working} />
      <h3>{t('details.assumptions')}</h3>
      <StoredAssumptions factors={factors} />
    </dialog>
  );
}
