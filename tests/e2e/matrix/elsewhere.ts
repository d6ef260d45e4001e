/** Rows that no page can play, and what answers for each. */
import type { Elsewhere } from './types';

export const ELSEWHERE: readonly Elsewhere[] = [
  {
    group: 'answering',
    title: 'Artifact or canvas',
    reason:
      'The panel beside the thread is no part of the answer that the page marks as such; its text is not counted. Decision: the answer in the thread counts alone.',
  },
  {
    group: 'attempts',
    title: 'Which attempt was kept',
    reason:
      'A pager shows one attempt at a time and may be turned at any later day: the attempt made last is taken for the kept one, the others for rework.',
  },
  {
    group: 'parallel',
    title: 'Private windows',
    reason:
      'The manifest says `incognito: not_allowed`: the extension does not run there and records nothing.',
  },
  {
    group: 'the extension itself',
    title: 'Worker stopped at each step of the pipeline',
    reason: 'tests/unit/faults stops it at every await in turn.',
  },
  {
    group: 'the extension itself',
    title: 'Database written by a newer version',
    reason: 'tests/unit/store/failures.test.ts: it is read and exported, and never written.',
  },
];
