/**
 * All times that decide, in milliseconds, and how they must stand to each other. `timing.test.ts` states the
 * relations and the seconds that each stands for.
 */

/** The end must hold this long: stop buttons flicker between thinking and answering. */
export const SETTLE_MS = 300;
/** Without an action bar, an answer that stands still this long after its marks of streaming went is complete. */
export const QUIET_END_MS = 5_000;
/** An answer that lost its marks of streaming without any text is given this long. */
export const EMPTY_END_MS = 15_000;
/** A prompt that never showed a sign of an answer is given this long. */
export const NO_SIGN_END_MS = 60_000;
/** An answer that ended out of view is waited for so long, to be read when it is looked at. */
export const AWAY_END_MS = 300_000;

/** A send must show its first sign within this time, counted while no older answer is open. */
export const SEND_PATIENCE_MS = 60_000;
/** A press, a retry or an edit must. */
export const PRESS_PATIENCE_MS = 10_000;
/** An emptied composer without any new turn for this long means that the page cannot be read. */
export const LOST_SEND_MS = 20_000;
/** A follow-up whose question comes this late was held back by the site: it has cut nothing off. */
export const HELD_BACK_MS = 2_000;
/** An address that changes this soon after a link was followed changed because of it. */
export const LEAVING_MS = 5_000;

/** A page that could not look for so long, although browsers wake hidden ones each minute, was asleep. */
export const ASLEEP_MS = 90_000;
/** What comes this soon after the page was out of sight may have come before: marks of an answer go stale. */
export const SIGHT_MS = 3_000;
/** A site that builds an answer anew leaves no more than such a gap; who scrolls away leaves a longer one. */
export const GAP_MS = 500;
/** A time is kept when it is known to lie within less than this. */
export const WIDEST_TIME_MS = 1_000;

/** Growth is timed in steps of this size: a burst of changes costs as much as one. */
// It costs work or saves it; a time stays right within 20 ms.
export const GROWTH_STEP_MS = 10; // free: ÷2, ×2
/** A text is read after this much quiet, and never more than this many characters per ms of streaming. */
// Readings come with looks, which are coarser; sooner or later, the text is the same.
export const QUIET_READ_MS = 200; // free: ÷2, ×2
// It bounds the work on long answers; what is read last is the same.
export const READ_CHARACTERS_PER_MS = 100; // free: ÷2, ×2
/** While an answer grows the stored state is behind by at most this, or this share of the time it has grown. */
export const BEHIND_MS = 2_000;
export const BEHIND_SHARE = 0.2;
/** Sign of life while nothing changes. */
export const SILENT_REPORT_MS = 25_000;

/** While an answer streams that nobody here asked for, the store is asked again: its page may just be going. */
export const ASK_AGAIN_MS = 1_500;
export const ASK_AGAIN_LAST_MS = 60_000;

/** How often the page is looked at after a change: while a send waits for its sign, and while an answer is open. */
// Times come from the changes themselves; a look may be some hundredths of a second late.
export const WAITING_LOOK_MS = 25; // free: ÷2, ×2
// Times come from the changes themselves; a look may be a tenth of a second late.
export const LOOK_MS = 100; // free: ÷2, ×2
/** How often without any change: the end is noticed by marks that go away. */
// It notices what no change tells, which no time is taken from.
export const TICK_MS = 400; // free: ÷2, ×2
// It notices an end sooner or later; the time of the last token is that of its change.
export const SETTLING_TICK_MS = 120; // free: ÷2, ×2
/** A page at rest is looked at this often, and only after a change. */
// At rest nothing is timed; the observer alone uses it.
export const REST_LOOK_MS = 1_000; // free: ÷2, ×2
/** A page is given this long to show a known layout before it is called unreadable. */
export const LOADING_MS = 15_000;
