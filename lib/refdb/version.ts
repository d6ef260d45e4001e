/**
 * Version of the reference tables, stored with each estimate: year and month of the facts, then a running
 * number. Raise it with any change of a value, so that records tell which tables made their numbers.
 */
export const refdbVersion = '2026.11.1';

/** The day on which the tables were last compared with public facts, YYYY-MM-DD. */
export const tablesDate = '2026-11-27';
