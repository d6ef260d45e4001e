import type { ComponentChild } from 'preact';

/** One component (or a close group) in all its states. */
export interface Specimen {
  /** Names the section and its pictures: small letters and hyphens. */
  readonly name: string;
  /** One entry for each state, in a stable order. */
  readonly cases: readonly ComponentChild[];
}
