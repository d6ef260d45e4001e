/** The dashboard's shell: the way between the rooms, what is wrong, and the working of a prompt over all of them. */
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/ui/i18n';
import { ProblemNotice } from '../../lib/ui/problem';
import { Title } from '../../lib/ui/title';
import type { Dashboard, RoomProps } from './dashboard';
import { Details } from './details';
import { ROOMS } from './rooms';
import { type RoomId, routeHash } from './route';

export function App({ dashboard }: RoomProps) {
  const { model, names, route } = dashboard;
  const open = model.open.value;
  return (
    <>
      <header class="top">
        <Title />
        <Navigation current={route.value.room} />
      </header>
      <Main dashboard={dashboard} />
      {open && <Details key={open.record.id} open={open} names={names.value} onClose={model.closePrompt} />}
    </>
  );
}

/** Plain links: the browser's keys, history and bookmarks work as everywhere. */
function Navigation({ current }: { current: RoomId }) {
  return (
    <nav aria-label={t('nav.label')}>
      <ul class="rooms">
        {ROOMS.map(({ id, title }) => (
          <li key={id}>
            <a href={routeHash(id)} aria-current={id === current ? 'page' : undefined}>
              {t(title)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Main({ dashboard }: { dashboard: Dashboard }) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef<RoomId | null>(null);
  const { room } = dashboard.route.value;
  const View = (ROOMS.find(({ id }) => id === room) ?? ROOMS[0])?.View;
  const problem = dashboard.model.problem.value;
  useEffect(() => {
    // On a change of room, not on the first: who reads by ear goes on in the new room.
    if (shown.current !== null && shown.current !== room) main.current?.focus();
    shown.current = room;
  }, [room]);
  return (
    <main ref={main} tabIndex={-1} aria-label={t(`nav.${room}`)}>
      {problem && <ProblemNotice problem={problem} utcOffsetMinutes={dashboard.utcOffsetMinutes} />}
      {View && <View key={room} dashboard={dashboard} />}
    </main>
  );
}
