/** What a store holds, without what is random by design, so that two runs can be compared. */
import { openStore } from '../../../lib/store';
import { storedRollups } from '../store/testing';

/** Names that are made at random, by the order of their records. */
function renamer(): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const known = names.get(name) ?? `name-${names.size + 1}`;
    names.set(name, known);
    return known;
  };
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
  const rollups = [...(await storedRollups(db))]
    .map(([key, measures]) => [
      key.replace(/^chat (.*)$/, (_, name: string) => `chat ${label(name)}`),
      measures,
    ])
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  const factorSets = (await db.factorSets.toArray()).map((set) => set.key).sort();
  const chats = (await db.chats.toArray()).map((chat) => label(chat.label)).sort();
  store.close();
  return rounded({ records, rollups, factorSets, chats });
}

/** Sums depend on the order of their parts in the last digits. */
const rounded = (content: unknown): unknown =>
  JSON.parse(JSON.stringify(content), (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(12)) : value,
  );
