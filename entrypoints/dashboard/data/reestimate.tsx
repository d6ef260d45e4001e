/** Pricing everything stored anew, with its progress and its end. */
import { useEffect, useState } from 'preact/hooks';
import { askWorker } from '../../../lib/messages';
import type { Store } from '../../../lib/store/db';
import { reestimationState } from '../../../lib/store/reestimation';
import type { Reestimation, ReestimationChoices } from '../../../lib/store/reestimation-types';
import { errorOfFailure, errorText, faultText } from '../../../lib/ui/error-text';
import { formatCount } from '../../../lib/ui/format';
import { locale, t } from '../../../lib/ui/i18n';
import type { Loaded } from '../../../lib/ui/live';
import { Notice } from '../../../lib/ui/notice';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Check, Part } from '../settings/parts';

type Models = ReestimationChoices['models'];

/** What the worker is asked; rejects with words for people. */
export interface ReestimationRequests {
  readonly start: (models: Models) => Promise<void>;
  readonly cancel: () => Promise<void>;
}

const throughWorker: ReestimationRequests = {
  start: async (models) => {
    const reply = await askWorker('reestimate-start', { models });
    if (!reply.ok) throw errorOfFailure(reply.failure);
  },
  cancel: async () => {
    const reply = await askWorker('reestimate-cancel', null);
    if (!reply.ok) throw errorOfFailure(reply.failure);
  },
};

export interface ReestimateProps {
  readonly store: Store;
  /** Stored prompts; null while they are not known. */
  readonly records: number | null;
}

export function Reestimate({ store, records }: ReestimateProps) {
  const job = useLive('reestimation', () => query(store, () => reestimationState(store)));
  useEffect(() => {
    // A run that a stopped worker left behind goes on when the worker is asked for it.
    void askWorker('reestimate-state', null).catch(() => undefined);
  }, []);
  return <ReestimateParts job={job} records={records} requests={throughWorker} />;
}

export interface ReestimatePartsProps extends Pick<ReestimateProps, 'records'> {
  readonly job: Loaded<Reestimation | null>;
  readonly requests: ReestimationRequests;
}

export function ReestimateParts({ job, records, requests }: ReestimatePartsProps) {
  const [guesses, setGuesses] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const current = job.kind === 'ready' ? job.value : null;
  const running = current?.state === 'running';
  const ask = (request: Promise<void>) => {
    setFailure(null);
    request.catch((error: unknown) => setFailure(errorText(error)));
  };
  return (
    <Part title="reestimate.title" hint="reestimate.hint">
      {running ? (
        <Progress job={current} onCancel={() => ask(requests.cancel())} />
      ) : (
        <>
          <Check checked={guesses} onChange={setGuesses}>
            {t('reestimate.guesses')}
          </Check>
          <p>
            <button
              type="button"
              disabled={job.kind !== 'ready' || records === 0}
              onClick={() => ask(requests.start(guesses ? 'look-up-guesses' : 'keep'))}
            >
              {t('reestimate.start')}
            </button>
          </p>
          {records === 0 && <p class="small soft">{t('reestimate.none')}</p>}
        </>
      )}
      <p role="status">{current && !running && outcome(current)}</p>
      {failure !== null && <Notice tone="danger" title={t('reestimate.failed', { message: failure })} />}
    </Part>
  );
}

const count = (value: number): string => formatCount(value, locale());

function Progress({ job, onCancel }: { job: Reestimation; onCancel: () => void }) {
  const words = t('reestimate.progress', { visited: count(job.visited), total: count(job.total) });
  return (
    <div class="row">
      <progress max={Math.max(job.total, 1)} value={job.visited} aria-label={t('reestimate.title')} />
      <span>{words}</span>
      <button type="button" onClick={onCancel}>
        {t('reestimate.cancel')}
      </button>
    </div>
  );
}

function outcome(job: Reestimation): string {
  const changed = t('reestimate.changed', { count: job.changed, formatted: count(job.changed) });
  const skipped =
    job.skipped === 0
      ? ''
      : ` ${t('reestimate.skipped', { count: job.skipped, formatted: count(job.skipped) })}`;
  switch (job.state) {
    case 'running':
      return '';
    case 'done':
      return `${t('reestimate.done')} ${changed}${skipped}`;
    case 'cancelled':
      return `${t('reestimate.cancelled')} ${changed}${skipped}`;
    case 'failed':
      return `${t('reestimate.failed', { message: faultText(job.problem ?? '') })} ${changed}`;
  }
}
