/** Which room of the dashboard the address names: `#history?site=claude`. */

export const ROOM_IDS = ['overview', 'history', 'chats', 'models', 'method', 'settings', 'data'] as const;
export type RoomId = (typeof ROOM_IDS)[number];

export interface Route {
  readonly room: RoomId;
  /** What the room shows, such as a filter; each room reads the names that it knows. */
  readonly params: URLSearchParams;
}

const isRoom = (name: string): name is RoomId => ROOM_IDS.some((id) => id === name);

/** The route of a location's hash; an unknown room is the overview. */
export function parseRoute(hash: string): Route {
  const [name = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  return { room: isRoom(name) ? name : 'overview', params: new URLSearchParams(search) };
}

/** The hash of a route, for links; empty and absent params are left out. */
export function routeHash(room: RoomId, params: Readonly<Record<string, string | null>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== '') search.set(name, value);
  }
  const text = search.toString();
  return text === '' ? `#${room}` : `#${room}?${text}`;
}
