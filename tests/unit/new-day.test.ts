import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { readFigure } from '../../entrypoints/background/badge-figure';
import { watchDay } from '../../entrypoints/background/new-day';
import { openStore } from '../../lib/store';
import { restoreRecords } from '../../lib/store/remove';
import { record, SETTINGS } from './views/records';

describe('the figure of today', () => {
  it('is gone after midnight, without a prompt', async () => {
    const store = openStore();
    // 23:50 local time, an hour east of Greenwich.
    const evening = Date.UTC(2026, 10, 22, 22, 50) / 1000;
    await restoreRecords(store, { records: [record({ startTime: evening })], chats: [] });
    let now = evening + 60;
    const deps = {
      store,
      settings: async () => ({ ...SETTINGS, badge: 'today' as const }),
      now: () => now,
      utcOffsetMinutes: () => 60,
    };
    expect((await readFigure(deps)).amountWh).toBeCloseTo(0.34);
    now = evening + 15 * 60;
    expect((await readFigure(deps)).amountWh).toBeNull();
  });

  it('is asked for once when a day has begun', () => {
    let day = '2026-11-22';
    let begun = 0;
    const look = watchDay({ today: () => day, begun: () => (begun += 1) });
    look();
    expect(begun).toBe(0);
    day = '2026-11-23';
    look();
    look();
    expect(begun).toBe(1);
  });
});
