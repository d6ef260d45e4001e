/** Every stored prompt. */
import type { RoomProps } from '../dashboard';
import { Latest } from '../overview/latest';

export function HistoryRoom({ dashboard }: RoomProps) {
  return <Latest dashboard={dashboard} />;
}
