/** What a store holds, without what is random by design, so that two runs can be compared. */
import { openStore } from '../../../lib/store';
import { storedRollups } from '../store/testing';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Names that are made at random, by the order of their records. */
function renamer() {
  const names = new Map<string, string>();
  const rename = (name: string): string => {
    const known = names.get(name) ?? `name-${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  return Object.assign(rename, { knows: (name: string) => names.has(name) });
}

/** Records in order of sending, roll-ups by key, factor sets; random labels and salted hashes renamed. */
export async function contentOf(database: string): Promise<unknown> {
  const store = openStore(database);
  const db = await store.read();
  const [label, hash] = [renamer(), renamer()];
  const records = (await db.records.toArray())
    .flatMap((record) => ('startTime' in record ? [record] : []))
    .sort((one, other) => one.startTime - other.startTime || (one.id < other.id ? -1 : 1))
    .map((record) => ({
      ...record,
      conversation: label(record.conversation),
      turnKeyHash: record.turnKeyHash === null ? null : hash(record.turnKeyHash),
    }));
  const chats = (await db.chats.toArray()).map((chat) => label(chat.label)).sort();
  const rollups = [...(await storedRollups(db))]
    .map((row) => JSON.stringify(row).replace(UUID, (name) => (label.knows(name) ? label(name) : name)))
    .sort()
    .map((row): unknown => JSON.parse(row));
  const factorSets = (await db.factorSets.toArray()).map((set) => set.key).sort();
  store.close();
  return rounded({ records, rollups, factorSets, chats });
}

/** Sums depend on the order of their parts in the last digits. */
const rounded = (content: unknown): unknown =>
  JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  );
