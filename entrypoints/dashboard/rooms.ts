/** The rooms of the dashboard in the order of the navigation; a new room is one line here. */
import type { ComponentType } from 'preact';
import type { MessageKey } from '../../lib/ui/i18n';
import { ChatsRoom } from './chats/room';
import type { RoomProps } from './dashboard';
import { DataRoom } from './data/room';
import { HistoryRoom } from './history/room';
import { MethodRoom } from './method/room';
import { ModelsRoom } from './models/room';
import { OverviewRoom } from './overview/room';
import type { RoomId } from './route';
import { SettingsRoom } from './settings/room';

export interface Room {
  readonly id: RoomId;
  readonly title: MessageKey;
  /** Mounted while its room is shown; makes its own model from the dashboard's store. */
  readonly View: ComponentType<RoomProps>;
}

export const ROOMS: readonly Room[] = [
  { id: 'overview', title: 'nav.overview', View: OverviewRoom },
  { id: 'history', title: 'nav.history', View: HistoryRoom },
  { id: 'chats', title: 'nav.chats', View: ChatsRoom },
  { id: 'models', title: 'nav.models', View: ModelsRoom },
  { id: 'method', title: 'nav.method', View: MethodRoom },
  { id: 'settings', title: 'nav.settings', View: SettingsRoom },
  { id: 'data', title: 'nav.data', View: DataRoom },
];
