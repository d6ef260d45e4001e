/** What can go wrong with the database, in kinds that a view can act on and words that a person can use. */

export const STORE_ERROR_KINDS = ['quota', 'blocked', 'newer-version', 'broken', 'invalid-import'] as const;
/**
 * `quota` the disk or the browser's allowance is full; `blocked` another page holds the database; `newer-version`
 * data written by a later version of the extension; `broken` it cannot be opened or read; `invalid-import` the
 * file is not what it should be.
 */
export type StoreErrorKind = (typeof STORE_ERROR_KINDS)[number];

const MESSAGES: Readonly<Record<Exclude<StoreErrorKind, 'invalid-import'>, string>> = {
  quota:
    'There is no space left to store this. Free some disk space, or export and delete old prompts; nothing that was stored before is lost.',
  blocked:
    'Another Tokenprint page still uses the database in an older form. Close the other Tokenprint pages and try again.',
  'newer-version':
    'This data was written by a newer version of Tokenprint. Update the extension; until then nothing is changed, and what can be read can be exported.',
  broken:
    'The database could not be opened or read. Restart the browser; if that does not help, export what can be read and delete all data.',
};

/** What is wrong with a file that cannot be imported; views have the words. */
export const IMPORT_FAULTS = [
  'unreadable',
  'empty',
  'cut-off',
  'not-ours',
  'newer-file',
  'missing-column',
  'damaged-row',
  'damaged-field',
  'damaged-prompt',
  'damaged-factor-set',
  'damaged-chat',
] as const;
/** Its places: `format` and `ours` of `newer-file`, `column`, `row`, `number` (both from 1) and `field`. */
export interface ImportFault {
  readonly code: (typeof IMPORT_FAULTS)[number];
  readonly params: Readonly<Record<string, string | number>>;
}

export interface StoreErrorOptions extends ErrorOptions {
  readonly fault?: ImportFault;
}

/** An error of the store. Its message is English, for logs; what a person reads is made of kind and fault. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** What is wrong with a file; null when it is not about one. */
  readonly fault: ImportFault | null;
  constructor(
    readonly kind: StoreErrorKind,
    message?: string,
    options?: StoreErrorOptions,
  ) {
    super(message ?? (kind === 'invalid-import' ? 'This file cannot be imported.' : MESSAGES[kind]), options);
    this.fault = options?.fault ?? null;
  }
}

const BROKEN_NAMES: ReadonlySet<string> = new Set([
  'AbortError',
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'DatabaseClosedError',
  'InvalidStateError',
  'InvalidTableError',
  'MissingAPIError',
  'NotFoundError',
  'OpenFailedError',
  'SchemaError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
  'UpgradeError',
]);

/** The error, what it wraps and what it lists: Dexie hides a quota error in an abort, an open or a bulk error. */
function* causes(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > 4) return;
  yield error;
  if ('inner' in error) yield* causes(error.inner, depth + 1);
  if ('cause' in error) yield* causes(error.cause, depth + 1);
  if ('failures' in error && Array.isArray(error.failures)) {
    for (const failure of error.failures.slice(0, 10)) yield* causes(failure, depth + 1);
  }
}

/** The store's error behind `error`; null when it is none, such as a mistake in the code. */
export function storeErrorOf(error: unknown): StoreError | null {
  if (error instanceof StoreError) return error;
  const found = [...causes(error)];
  const wrapped = found.find((cause) => cause instanceof StoreError);
  if (wrapped instanceof StoreError) return wrapped;
  const names = new Set(found.flatMap((cause) => ('name' in cause ? [String(cause.name)] : [])));
  if (names.has('QuotaExceededError')) return new StoreError('quota', undefined, { cause: error });
  if (names.has('VersionError')) return new StoreError('newer-version', undefined, { cause: error });
  for (const name of names) {
    if (BROKEN_NAMES.has(name)) return new StoreError('broken', undefined, { cause: error });
  }
  return null;
}
