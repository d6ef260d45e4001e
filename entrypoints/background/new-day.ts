/**
 * The figure of today on the icon belongs to one local day. No timer outlives a worker that is stopped, and an
 * alarm would need a permission, so the day is looked at when there may be somebody to see the icon: when a tab is
 * brought to the front. A worker that was stopped is started for it, which looks for records to close and shows the
 * figure anew: a few reads at a switch of tabs, at most once per half minute.
 */
export interface NewDayDeps {
  /** The local day now, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Called once for each day that has begun. */
  readonly begun: () => void;
}

/** What to call when the day may have changed. */
export function watchDay({ today, begun }: NewDayDeps): () => void {
  let known = today();
  return () => {
    const day = today();
    if (day === known) return;
    known = day;
    begun();
  };
}
