import { succeed, type Result } from '../core/result';
import { announceChange } from './changes';
import { localKeys, readLocal, writeLocal } from './local-storage';

/** A mistake of ours that the worker met, where no page was there to tell of it. */
export interface WorkerTrouble {
  /** What may be copied of it: see `errorDetails`. */
  readonly details: string;
  /** Instant, epoch milliseconds. */
  readonly at: number;
}

/** The last mistake that the worker met since the last good reading; undefined without one. */
export async function readWorkerTrouble(): Promise<Result<WorkerTrouble | undefined>> {
  const stored = await readLocal(localKeys.workerTrouble);
  // Only the background worker writes it.
  return stored.ok ? succeed(stored.value as WorkerTrouble | undefined) : stored;
}

/** Remembers it until the next good reading. */
export async function noteWorkerTrouble(trouble: WorkerTrouble): Promise<Result<void>> {
  const written = await writeLocal(localKeys.workerTrouble, trouble);
  if (written.ok) announceChange();
  return written;
}
