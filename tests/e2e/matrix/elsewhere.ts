/** Rows that no page can play, and what answers for each. */
import type { Elsewhere } from './types';

export const ELSEWHERE: readonly Elsewhere[] = [
  {
    group: 'sending',
    title: 'A follow-up that the site holds back until the answer before it has ended',
    reason:
      'No capture shows a site that does so. Its record starts when it was typed, so that the waiting counts as its own; held back for more than a minute it is missed, and the page is said to be unreadable.',
  },
  {
    group: 'answering',
    title: 'Artifact or canvas',
    reason:
      'The panel beside the thread is no part of the answer that the page marks as such; its text is not counted. Decision: the answer in the thread counts alone.',
  },
  {
    group: 'attempts',
    title: 'An edit that is sent while the answer still grows',
    reason:
      'ChatGPT C takes the button away meanwhile; elsewhere no capture tells. Where it can be sent, it is missed, and the answer before it ends as failed or interrupted.',
  },
  {
    group: 'attempts',
    title: 'A retry of a failure that stands beside the turns, before any token',
    reason:
      'No capture shows one. It is taken for the first attempt going on: one record, whose first token comes after the retry.',
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
