/** Where a prompt's number is less than the whole, or less sure than it looks: what is missing, and why. */
import type { PromptRecord } from '../prompt';
import { formatCount } from './format';
import { locale, t } from './i18n';

export const CAVEATS = ['uncounted', 'media', 'throttled', 'context'] as const;
/** `uncounted` a part is out of reach; `media` files or pictures came along; `throttled` the tab was hidden; `context` earlier turns were not all seen. */
export type Caveat = (typeof CAVEATS)[number];

type Parts = Pick<PromptRecord, 'media' | 'timesThrottled' | 'context' | 'notCounted'>;

const MEDIA = ['inputFiles', 'inputImages', 'outputImages'] as const;

/** What is to be said of a prompt, most important first. */
export function caveatsOf({ media, timesThrottled, context, notCounted = [] }: Parts): readonly Caveat[] {
  const holds: Readonly<Record<Caveat, boolean>> = {
    uncounted: notCounted.length > 0,
    media: MEDIA.some((kind) => media[kind] > 0),
    throttled: timesThrottled,
    context: !context.complete,
  };
  return CAVEATS.filter((caveat) => holds[caveat]);
}

/** One sentence for each kind of file or picture that came with a prompt. */
export function mediaSentences(media: Parts['media']): readonly string[] {
  return MEDIA.filter((kind) => media[kind] > 0).map((kind) =>
    t(`working.notCounted.${kind}`, {
      count: media[kind],
      formatted: formatCount(media[kind], locale()),
    }),
  );
}

function whyOf(caveat: Caveat, { media, notCounted = [] }: Parts): string {
  switch (caveat) {
    case 'uncounted':
      return notCounted.map((part) => t(`caveat.uncounted.${part}`)).join(' ');
    case 'media':
      return [...mediaSentences(media), t('caveat.media.text')].join(' ');
    case 'throttled':
      return t('caveat.throttled.why');
    case 'context':
      return t('working.context.incomplete');
  }
}

/** The caveats with a short explanation each; nothing when there are none. */
export function Caveats({ record }: { record: Parts }) {
  const caveats = caveatsOf(record);
  if (caveats.length === 0) return null;
  return (
    <ul class="caveats small">
      {caveats.map((caveat) => (
        <li key={caveat}>
          <strong>{t(`caveat.${caveat}`)}</strong> <span class="soft">· {whyOf(caveat, record)}</span>
        </li>
      ))}
    </ul>
  );
}

/** One sign for a row of a table: read aloud in full, explained where the row opens. */
export function CaveatSign({ record }: { record: Parts }) {
  const caveats = caveatsOf(record);
  if (caveats.length === 0) return null;
  const names = new Intl.ListFormat(locale(), { type: 'conjunction', style: 'narrow' }).format(
    caveats.map((caveat) => t(`caveat.${caveat}`)),
  );
  return (
    <span class="caveat-sign" title={names}>
      <span aria-hidden="true">≈</span>
      <span class="visually-hidden"> ({names})</span>
    </span>
  );
}
