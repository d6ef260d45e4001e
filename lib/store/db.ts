/** The database: its tables, how it is opened, and the one place where its errors become {@link StoreError}. */
import { Dexie, type Table } from 'dexie';
import type { FinalStatus, PromptRecord, SiteId } from '../prompt';
import { StoreError, storeErrorOf } from './errors';
import { MIGRATIONS, type Migration, SCHEMA_VERSION } from './migrations';
import { beginOpening, type OpeningSigns } from './opening';
import type { Reestimation } from './reestimation-types';
import type {
  ChatRow,
  DayMeasures,
  FactorSet,
  KindMeasures,
  Measures,
  PromptKind,
  Rework,
  TaskSummary,
} from './types';

/** A record as another version may have written it: only these two fields are sure. */
export interface UnknownRecord {
  readonly id: string;
  readonly version: number;
}

/** Sums of one period, site, model and status; `key` is made of the four. */
export interface RollupRow {
  readonly key: string;
  /** `2026-11-22`, `2026-11` or `all`. */
  readonly period: string;
  readonly site: SiteId;
  readonly modelId: string;
  readonly status: FinalStatus;
  readonly measures: Measures;
}

/** One local day, `2026-11-22`. */
export interface DayRow {
  readonly day: string;
  readonly measures: DayMeasures;
}

export interface HourRow {
  readonly key: string;
  readonly hour: number;
  readonly site: SiteId;
  readonly measures: Measures;
}

export interface ConversationRow {
  readonly conversation: string;
  readonly site: SiteId;
  readonly measures: Measures;
}

/** Sums of one kind of prompts, site and model. */
export interface KindRow {
  readonly key: string;
  readonly kind: PromptKind;
  readonly site: SiteId;
  readonly modelId: string;
  readonly measures: KindMeasures;
}

/** Rework of a site (`site|chatgpt`) or a chat (`chat|<label>`). */
export interface ReworkRow {
  readonly key: string;
  readonly rework: Rework;
}

/** Facts about the store itself, by key. */
export type MetaRow =
  | { readonly key: 'salt'; readonly value: string }
  | { readonly key: 'changedTime'; readonly value: number }
  | { readonly key: 'reestimation'; readonly value: Reestimation };

/** All tables; typed access for the rest of the store. */
export class Database extends Dexie {
  declare readonly records: Table<PromptRecord | UnknownRecord, string>;
  declare readonly rollups: Table<RollupRow, string>;
  declare readonly days: Table<DayRow, string>;
  declare readonly hours: Table<HourRow, string>;
  declare readonly conversations: Table<ConversationRow, string>;
  declare readonly kinds: Table<KindRow, string>;
  declare readonly tasks: Table<TaskSummary, string>;
  declare readonly rework: Table<ReworkRow, string>;
  declare readonly chats: Table<ChatRow, string>;
  declare readonly factorSets: Table<FactorSet, string>;
  declare readonly meta: Table<MetaRow, string>;

  /**
   * @param migrations the schema; none to take the tables as they are found, which changes nothing in them.
   * @param onUpgrade told when stored data is about to be changed
   */
  constructor(name: string, migrations: readonly Migration[], onUpgrade: () => void = () => {}) {
    // Dexie's cache would show changes before they are committed.
    super(name, { cache: 'disabled' });
    for (const { version, stores, upgrade } of migrations) {
      const declared = this.version(version).stores({ ...stores });
      if (!upgrade) continue;
      declared.upgrade((transaction) => {
        onUpgrade();
        return upgrade(transaction);
      });
    }
  }
}

/** The schema version of the stored database, 0 when there is none. Dexie keeps it times ten. */
async function storedVersion(name: string): Promise<number> {
  const databases = await Dexie.dependencies.indexedDB.databases();
  return Math.floor((databases.find((database) => database.name === name)?.version ?? 0) / 10);
}

/** A handle on the stored data. Opens on first use, and again after a failure or when the browser closed it. */
export class Store {
  #opened: Database | null = null;
  /** Asks the opening that is under way. */
  #opening: (() => Promise<Database>) | null = null;
  #newer = false;

  constructor(readonly name: string) {}

  /** The database for reading. @throws StoreError */
  async read(): Promise<Database> {
    if (this.#opened) return this.#opened;
    this.#opening ??= beginOpening((signs) => this.#open(signs));
    // Dexie's own promise: over a foreign one a live query would lose track of what is read after it.
    return await Dexie.Promise.resolve(this.#opening());
  }

  /** The database for writing. @throws StoreError `newer-version` when a later version made it. */
  async write(): Promise<Database> {
    const db = this.#opened ?? (await this.read());
    if (this.#newer) throw new StoreError('newer-version');
    return db;
  }

  /** True when the data belongs to a newer version of the extension; known after the first use. */
  get isNewer(): boolean {
    return this.#newer;
  }

  /** Closes the database; the next use opens it again. */
  close(): void {
    this.#opened?.close();
    this.#opened = null;
  }

  async #open({ blocked, upgrading }: OpeningSigns): Promise<Database> {
    try {
      this.#newer = (await storedVersion(this.name)) > SCHEMA_VERSION;
      // Declaring our schema over a newer one would make Dexie add the indexes it misses.
      const db = new Database(this.name, this.#newer ? [] : MIGRATIONS, upgrading);
      if (this.#newer) defineTables(db);
      // A newer version of the extension wants to upgrade: Dexie lets go, and the next use looks again.
      db.on('versionchange', () => {
        if (this.#opened === db) this.#opened = null;
      });
      db.on('blocked', blocked);
      await db.open();
      this.#opened = db;
      return db;
    } catch (error) {
      throw storeErrorOf(error) ?? new StoreError('broken', undefined, { cause: error });
    } finally {
      this.#opening = null;
    }
  }
}

/** Gives a database opened without a schema the table properties that a declared one has. */
function defineTables(db: Database): void {
  for (const table of MIGRATIONS.flatMap(({ stores }) => Object.keys(stores))) {
    Object.defineProperty(db, table, { get: () => db.table(table) });
  }
}

/** Opens nothing yet; every function of the store opens the database when it needs it. */
export function openStore(name = 'tokenprint'): Store {
  return new Store(name);
}

/** Runs `work`, turning database errors into {@link StoreError}; mistakes in the code stay what they are. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeErrorOf(error) ?? error;
  }
}

/** Runs `work` over the database for reading. @throws StoreError */
export function reading<T>(store: Store, work: (db: Database) => Promise<T>): Promise<T> {
  return guarded(async () => work(await store.read()));
}

/** Runs `work` in one transaction over all tables: everything happens or nothing. @throws StoreError */
export function writing<T>(store: Store, work: (db: Database) => Promise<T>): Promise<T> {
  return guarded(async () => {
    const db = await store.write();
    // An async function as such: Dexie keeps a transaction open over awaits only for those.
    return db.transaction('rw', db.tables, async () => work(db));
  });
}
