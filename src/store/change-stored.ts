import { succeed, type Result } from '../core/result';
import { readLocal, removeLocal, writeLocal } from './local-storage';

/** Runs `work` while no other page, nor the worker, works under the same name: `storage.local` has no transactions. */
export function alone<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return navigator.locks.request(name, work);
}

/**
 * The one way to modify a stored value: `change` gets what is stored under `key` now and answers with what shall be, undefined for nothing. One
 * at a time over all pages and the worker, so that no change is lost. Durable when it answers; on an error nothing was changed.
 */
export async function changeStored(key: string, change: (stored: unknown) => unknown): Promise<Result<void>> {
  return alone(key, async () => {
    const stored = await readLocal(key);
    if (!stored.ok) return stored;
    const next = change(stored.value);
    if (next === stored.value) return succeed(undefined);
    return next === undefined ? removeLocal([key]) : writeLocal(key, next);
  });
}
