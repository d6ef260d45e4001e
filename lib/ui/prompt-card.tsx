/** One prompt at a glance; while it runs, the numbers grow in place. */
import type { PromptRecord } from '../prompt';
import { Caveats } from './caveats';
import { Estimate } from './estimate';
import type { Headline } from './figures';
import { formatCompact, formatUnit } from './format';
import { formatAgo, formatDuration } from './format-time';
import { locale, t } from './i18n';
import { ModelDoubtText, ModelName, Status } from './labels';
import type { ModelNames } from './model-text';
import { Site } from './site-mark';
import { TablesAge } from './tables-age';

export interface PromptCardProps {
  readonly record: PromptRecord;
  readonly headline: Headline;
  readonly names: ModelNames;
  /** Unix seconds, for "3 minutes ago". */
  readonly now: number;
  /** Where the working of this prompt is shown; without it there is no link. */
  readonly workingAddress?: string;
}

export function PromptCard({ record, headline, names, now, workingAddress }: PromptCardProps) {
  const live = record.status === 'pending';
  return (
    <section class="stack" aria-labelledby="last-prompt">
      <div class="row spread">
        <h2 id="last-prompt">{t(live ? 'prompt.live' : 'prompt.last')}</h2>
        <span class="small soft">{formatAgo(record.startTime, now, locale())}</span>
      </div>
      <div class="row spread">
        <span class="row">
          <Site site={record.site} />
          <ModelName record={record} names={names} />
        </span>
        <Status status={record.status} />
      </div>
      <Estimate figures={record.estimate} headline={headline} />
      <p class="small soft">
        <bdi>{facts(record)}</bdi>
      </p>
      <ModelDoubtText record={record} />
      <Caveats record={record} />
      {live && <p class="small soft">{t('prompt.growing')}</p>}
      {workingAddress !== undefined && (
        <>
          <p class="small">
            <a href={workingAddress} target="_blank" rel="noreferrer">
              {t('working.open')}
            </a>
          </p>
          <TablesAge now={now} />
        </>
      )}
    </section>
  );
}

function facts(record: PromptRecord): string {
  const { reasoningTokens } = record.estimate;
  const tokens = t(reasoningTokens >= 1 ? 'prompt.tokens.reasoning' : 'prompt.tokens', {
    input: formatCompact(record.inputTokens, locale()),
    output: formatCompact(record.outputTokens, locale()),
    // Inferred from a time: more than two digits would claim what is not known.
    reasoning: formatUnit(Math.round(reasoningTokens), null, locale()),
  });
  const end = record.lastTokenTime;
  const answered = record.status === 'complete' || record.status === 'stopped';
  if (end === null || !answered) return tokens;
  return `${tokens} · ${t('prompt.duration', {
    duration: formatDuration(Math.max(0, end - record.startTime), locale()),
  })}`;
}
