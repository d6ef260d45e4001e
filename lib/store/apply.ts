/** Storing one state of one prompt. */
import type { PromptRecord } from '../prompt';
import { type Database, guarded, type Store, writing } from './db';
import { bindLabel, ensureSalt, type HashedKeys, hashKeys } from './identity';
import { isKnown } from './known';
import { noteChange } from './meta';
import { RollupChange } from './rollups';
import { adoptAttempts, resolveAttempt, resolveTask } from './tasks';
import type { ApplyResult, RecordDraft } from './types';

/**
 * Stores a state of a prompt and lets the roll-ups follow, in one transaction. A state that is not newer than the
 * stored one changes nothing, so that doubled and late deliveries are harmless, and a record of a newer version is
 * never touched.
 * @throws StoreError
 */
export function applyRecord(store: Store, draft: RecordDraft): Promise<ApplyResult> {
  return guarded(async () => {
    for (;;) {
      const keys = await hashKeys(store, { ...draft.chat, site: draft.site }, draft.turnKey);
      const result = await writing(store, (db) => applyInTransaction(db, draft, keys));
      if (result !== 'salt-changed') return result;
    }
  });
}

async function applyInTransaction(
  db: Database,
  draft: RecordDraft,
  keys: HashedKeys,
): Promise<ApplyResult | 'salt-changed'> {
  // All data may have been deleted, and with it the salt, since the keys were hashed.
  if ((await ensureSalt(db, keys.salt)) !== keys.salt) return 'salt-changed';
  const stored = await db.records.get(draft.id);
  if (stored !== undefined && !isKnown(stored)) return { kind: 'stale' };
  if (stored !== undefined && stored.revision >= draft.revision) return { kind: 'stale' };
  const before = stored ?? null;

  const { chat: _chat, turnKey: _turnKey, attemptOf, ...fields } = draft;
  const conversation = await bindLabel(db, keys, before?.conversation ?? null);
  const turnKeyHash = keys.turnKeyHash ?? before?.turnKeyHash ?? null;
  const { id, startTime } = draft;
  const isFirst = draft.attemptKind === 'first';
  const ties = { id, startTime, conversation, turnKeyHash, attemptOf, isFirst };
  const isTied = before !== null && before.taskId !== before.id;
  const taskId = isTied ? before.taskId : await resolveTask(db, ties);
  const adopted = before === null ? await adoptAttempts(db, ties, taskId) : [];
  const attempt = await resolveAttempt(db, taskId, ties);
  const record: PromptRecord = { ...fields, taskId, attempt, conversation, turnKeyHash };

  await db.records.put(record);
  const change = new RollupChange();
  change.replace(before, record);
  for (const [former, moved] of adopted) change.replace(former, moved);
  await change.write(db);
  await noteChange(db, record.updatedTime);
  return { kind: 'stored', record };
}
