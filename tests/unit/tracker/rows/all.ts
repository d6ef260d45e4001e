import { ANSWERING } from './answering';
import { ATTEMPTS } from './attempts';
import { BAD_INPUT } from './bad-input';
import { ENDING } from './ending';
import { LEFT_OPEN } from './left-open';
import { NOTHING } from './nothing';
import type { Group } from './row';
import { SENDING } from './sending';
import { TIMING } from './timing';

export const GROUPS: readonly Group[] = [
  SENDING,
  ANSWERING,
  ATTEMPTS,
  ENDING,
  NOTHING,
  LEFT_OPEN,
  BAD_INPUT,
  TIMING,
];
