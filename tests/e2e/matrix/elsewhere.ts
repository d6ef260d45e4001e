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
    group: 'ending',
    title: 'Browser closed',
    reason:
      'The page goes as with a closed tab; a record that stayed pending becomes interrupted at the next start of the worker (tests/unit/store, sweep).',
  },
  {
    group: 'ending',
    title: 'Back/forward cache',
    reason:
      'The drivers switch it off or load every page anew; `pagehide` and `pageshow` with a kept page are played in tests/unit/observer.',
  },
  {
    group: 'ending',
    title: 'Laptop sleep',
    reason:
      'Durations come from the clock that does not jump and, on most systems, does not run in sleep: the sleep is in no duration. Played with an injected clock in tests/unit/observer.',
  },
  {
    group: 'ending',
    title: 'Clock change',
    reason:
      'Played with an injected clock in tests/unit/observer; durations do not depend on the wall clock.',
  },
  {
    group: 'ending',
    title: 'Tab in the background',
    reason:
      'The drivers keep every tab in front. The flag is set when the page is hidden at any moment of the answer (tests/unit/observer); the same flag after a return is checked above.',
  },
  {
    group: 'parallel',
    title: 'Private windows',
    reason:
      'The manifest says `incognito: not_allowed`: the extension does not run there and records nothing.',
  },
  {
    group: 'parallel',
    title: 'Containers',
    reason:
      'A container is another tab to the extension: one store, each chat by its own address. Not played: opening one needs a permission that the extension does not have.',
  },
  {
    group: 'the extension itself',
    title: 'Worker stopped at each step of the pipeline',
    reason: 'tests/unit/faults stops it at every await in turn.',
  },
  {
    group: 'the extension itself',
    title: 'Disabled and enabled; permission of a host withdrawn and granted',
    reason:
      'Pages that are open when the extension comes back are started by the same code as after a reload; the popup says of a page that does not answer that it must be reloaded, and of a withheld host that it is.',
  },
  {
    group: 'the extension itself',
    title: 'Storage full, database blocked by another version',
    reason: 'tests/unit/store/failures.test.ts; the page keeps its records and tries again.',
  },
];
