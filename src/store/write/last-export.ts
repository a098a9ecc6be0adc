import { succeed, type Result } from '../../core/result';
import { localKeys, readLocal, writeLocal } from '../local-storage';

/** Remembers that the member exported a backup at `now` (epoch milliseconds). */
export async function noteExport(now: number): Promise<Result<void>> {
  return writeLocal(localKeys.lastExport, now);
}

/** Instant of the last export, epoch milliseconds; `undefined` before the first. For `isExportDue`. */
export async function readLastExport(): Promise<Result<number | undefined>> {
  const stored = await readLocal(localKeys.lastExport);
  if (!stored.ok) return stored;
  return succeed(typeof stored.value === 'number' && Number.isFinite(stored.value) ? stored.value : undefined);
}
