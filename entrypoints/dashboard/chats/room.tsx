/** What chats and tasks cost, and how much of it was for attempts that were not kept. */
import { lastRecord } from '../../../lib/store/queries';
import { Empty } from '../../../lib/ui/empty';
import { query } from '../../../lib/ui/sources';
import { useLive } from '../../../lib/ui/use-live';
import { Await } from '../await';
import type { RoomProps } from '../dashboard';
import { routeHash } from '../route';
import { Chats } from './chats';
import { ReworkPart } from './rework';
import { Tasks } from './tasks';

export function ChatsRoom({ dashboard }: RoomProps) {
  const { store } = dashboard;
  const isEmpty = useLive<boolean>('any', () => query(store, async () => (await lastRecord(store)) === null));
  return (
    <Await value={isEmpty} dashboard={dashboard}>
      {(empty) =>
        empty ? (
          <Empty next="empty.dashboard" importAddress={routeHash('data')} />
        ) : (
          <>
            <ReworkPart dashboard={dashboard} />
            <Chats dashboard={dashboard} />
            <Tasks dashboard={dashboard} />
          </>
        )
      }
    </Await>
  );
}
