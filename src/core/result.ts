/** What can go wrong, in few codes. Each has its sentence in `_locales` under `error_<code with underscores>`. */
export type ErrorCode =
  | 'browser-too-old'
  | 'extension-updated'
  | 'import-empty'
  | 'import-newer'
  | 'import-not-recognised'
  | 'import-too-large'
  | 'message-refused'
  | 'storage-blocked'
  | 'storage-corrupt'
  | 'storage-full'
  | 'storage-newer'
  | 'storage-unavailable'
  | 'worker-unreachable';

/** An outcome as a value: nothing is thrown across a wall. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorCode };

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(error: ErrorCode): Result<never> {
  return { ok: false, error };
}
