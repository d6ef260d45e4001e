/** What measures this page, for our other scripts of the same page. They share a world, which the page cannot see. */
import type { Life } from './life';

export interface Running {
  readonly life: Life;
}

declare global {
  var tokenprint: Running | undefined;
}
