/** What is wrong with the store, and the way out: export of what can be read. */
import type { ComponentChildren } from 'preact';
import { formatMoment } from './format-time';
import { locale, t } from './i18n';
import { Notice } from './notice';

export const PROBLEM_KINDS = ['quota', 'blocked', 'newer-version', 'broken', 'unexpected'] as const;
/** A fault that the person has to know of. */
export interface Problem {
  readonly kind: (typeof PROBLEM_KINDS)[number];
  /** The browser's own words, where it has any. */
  readonly message: string | null;
  /** Unix seconds since when; null for one that this page met itself. */
  readonly time: number | null;
}

/** The data belongs to a newer version: it can be read and exported, but nothing new is stored. */
export const NEWER_VERSION: Problem = { kind: 'newer-version', message: null, time: null };

export interface ProblemNoticeProps {
  readonly problem: Problem;
  readonly utcOffsetMinutes: number;
  /** Export buttons, where the view has no others. */
  readonly children?: ComponentChildren;
}

export function ProblemNotice({ problem, utcOffsetMinutes, children }: ProblemNoticeProps) {
  return (
    <Notice tone="danger" title={t(`problem.${problem.kind}.title`)}>
      <p>{t(`problem.${problem.kind}.body`)}</p>
      {problem.message && (
        <p class="small">
          {t('problem.detail', { message: problem.message })}
          {problem.time !== null &&
            ` (${t('problem.since', { time: formatMoment(problem.time, utcOffsetMinutes, locale()) })})`}
        </p>
      )}
      {children && (
        <>
          <p>{t('problem.export')}</p>
          {children}
        </>
      )}
    </Notice>
  );
}
