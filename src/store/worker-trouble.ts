import type { Result } from '../core/result';
import { announceChange } from './changes';
import { localKeys, readLocal, writeLocal } from './local-storage';

/** What may be copied of the last mistake of ours that the worker met since the last good reading; undefined without one, or where it is not known. */
export async function readWorkerTrouble(): Promise<string | undefined> {
  const stored = await readLocal(localKeys.workerTrouble);
  // Only the background worker writes it.
  return stored.ok ? (stored.value as string | undefined) : undefined;
}

/** Remembers it for the pages, of which perhaps none is open, until the next good reading. `details`: see `errorDetails`. */
export async function noteWorkerTrouble(details: string): Promise<Result<void>> {
  const written = await writeLocal(localKeys.workerTrouble, details);
  if (written.ok) announceChange();
  return written;
}
