/** The words of an error, in the person's language as far as its kind is known. */
import { StoreError, storeErrorOf } from '../store/errors';
import { t } from './i18n';
import { messageOf } from './live';
import { PROBLEM_KINDS } from './problem';

/** What went wrong and what to do; an error that nobody foresaw keeps the browser's own words. */
export function errorText(error: unknown): string {
  const known = storeErrorOf(error);
  if (known === null) return messageOf(error);
  if (known.fault !== null) return t(`import.fault.${known.fault.code}`, known.fault.params);
  return known.kind === 'invalid-import' ? known.message : t(`problem.${known.kind}.body`);
}

/** A fault that travelled as text: the name of its kind, or the browser's own words. */
export function faultText(kindOrWords: string): string {
  const kind = PROBLEM_KINDS.find((one) => one === kindOrWords);
  return kind === undefined ? kindOrWords : t(`problem.${kind}.body`);
}

/** The worker's failure as an error that `errorText` has words for. */
export function errorOfFailure({
  kind,
  message,
}: {
  readonly kind: string;
  readonly message: string;
}): Error {
  switch (kind) {
    case 'quota':
    case 'blocked':
    case 'newer-version':
    case 'broken':
      return new StoreError(kind);
    default:
      return new Error(message);
  }
}
