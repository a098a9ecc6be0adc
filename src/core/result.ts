/** What can go wrong, in few codes. Each has its sentence in `_locales` under `error_<code with underscores>`. */
export type ErrorCode =
  | 'browser-too-old'
  | 'copy-unreachable'
  | 'extension-updated'
  | 'import-cells-shifted'
  | 'import-damaged'
  | 'import-empty'
  | 'import-locked'
  | 'import-newer'
  | 'import-no-days'
  | 'import-not-recognised'
  | 'import-old-workbook'
  | 'import-other-calendar'
  | 'import-other-format'
  | 'import-too-large'
  | 'import-web-page'
  | 'import-workbook-too-large'
  | 'message-refused'
  | 'storage-blocked'
  | 'storage-corrupt'
  | 'storage-full'
  | 'storage-newer'
  | 'storage-unavailable'
  | 'sync-refused'
  | 'undo-gone'
  | 'unexpected'
  | 'worker-unreachable';

/** What did not succeed, and why. */
export interface Failure {
  readonly ok: false;
  readonly error: ErrorCode;
  /** Where a mistake of ours was met, to be copied into a report: see `errorDetails`. Only with `unexpected`. */
  readonly details?: string;
}

/** An outcome as a value: nothing is thrown across a wall. */
export type Result<Value> = { readonly ok: true; readonly value: Value } | Failure;

export function succeed<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function fail(error: ErrorCode, details?: string): Failure {
  return { ok: false, error, ...(details !== undefined && { details }) };
}

/** Waits for all that was asked for, by name: every value, or the first error. */
export async function together<Values extends object>(asked: {
  readonly [Name in keyof Values]: Promise<Result<Values[Name]>>;
}): Promise<Result<Values>> {
  const names = Object.keys(asked) as (keyof Values)[];
  const answers = await Promise.all(names.map(async (name) => ({ name, answer: await asked[name] })));
  const values: Partial<Values> = {};
  for (const { name, answer } of answers) {
    if (!answer.ok) return answer;
    values[name] = answer.value;
  }
  return succeed(values as Values);
}
