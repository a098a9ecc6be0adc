import { fail, succeed, type ErrorCode, type Result } from '../core/result';

/**
 * What the names of IndexedDB's exceptions mean here (Indexed Database API 3.0, section "Exceptions", and what Chromium and Firefox throw for
 * a damaged disk): only what the disk, the browser or the member does. A name that is not in it, such as `DataError` (a key that is none),
 * `NotFoundError` (a store that no upgrade has made) or `TransactionInactiveError` (something else was waited for), is a mistake in our own
 * code; told as the store's, it would offer the member to replace a history that is whole.
 */
const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['QuotaExceededError', 'storage-full'],
  ['VersionError', 'storage-newer'],
  ['UnknownError', 'storage-corrupt'],
  ['NotReadableError', 'storage-corrupt'],
  // The browser has ended the transaction, or closed the connection under it.
  ['AbortError', 'storage-unavailable'],
  ['InvalidStateError', 'storage-unavailable'],
  ['SecurityError', 'storage-unavailable'],
  ['NotAllowedError', 'storage-unavailable'],
]);

/** The code of an exception that the database threw; `undefined` when it did not come from the database. */
export function storageErrorOf(error: unknown): ErrorCode | undefined {
  return error instanceof Error ? codes.get(error.name) : undefined;
}

/** Runs `work` on the database: what it returns, or the database's refusal as a value. Anything else it throws is a bug and is thrown on. */
export async function withStorage<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
  try {
    return succeed(await work());
  } catch (error) {
    const code = storageErrorOf(error);
    if (code === undefined) throw error;
    return fail(code);
  }
}
