import { localKeys, readLocal } from '../local-storage';

/** What may be copied of the last mistake of ours that the worker met since the last good reading; undefined without one, or where it is not known. */
export async function readWorkerTrouble(): Promise<string | undefined> {
  const stored = await readLocal(localKeys.workerTrouble);
  // Only the background worker writes it.
  return stored.ok ? (stored.value as string | undefined) : undefined;
}
