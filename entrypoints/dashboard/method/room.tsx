/** The method's room. Its tables and formulas are loaded when it is first opened: no other room pays for them. */
import { useEffect, useState } from 'preact/hooks';
import { LOADING, type Loaded, problemOf } from '../../../lib/ui/live';
import { storeSources } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';

type Parts = typeof import('./parts');

export function MethodRoom({ dashboard }: RoomProps) {
  const { store, utcOffsetMinutes, settings, settingsFailure, changeSettings } = dashboard;
  const [parts, setParts] = useState<Loaded<Parts>>(LOADING);
  const last = useLive('last', () => storeSources(store, utcOffsetMinutes).last);
  useEffect(() => {
    import('./parts').then(
      (value) => setParts({ kind: 'ready', value }),
      (error: unknown) => setParts({ kind: 'failed', problem: problemOf(error) }),
    );
  }, []);
  return (
    <Await value={parts} dashboard={dashboard}>
      {({ MethodParts }) => (
        <MethodParts
          settings={settings.value}
          change={(next) => void changeSettings(next)}
          failure={settingsFailure.value}
          lastModel={last.kind === 'ready' ? (last.value?.modelId ?? null) : null}
        />
      )}
    </Await>
  );
}
