/** Every stored prompt. */
import type { RoomProps } from '../dashboard';
import { Prompts } from '../prompts';
import { History } from './table';

export function HistoryRoom({ dashboard }: RoomProps) {
  const { model, names, openPrompt } = dashboard;
  return (
    <Prompts model={model}>
      {(list) => (
        <History
          list={list}
          loadingMore={model.loadingMore.value}
          names={names.value}
          onOpen={openPrompt}
          onMore={() => void model.showMore()}
        />
      )}
    </Prompts>
  );
}
