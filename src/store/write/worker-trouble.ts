import type { Result } from '../../core/result';
import { localKeys, writeLocal } from '../local-storage';

/** Remembers it for the pages, of which perhaps none is open, until the next good reading. `details`: see `errorDetails`. */
export async function noteWorkerTrouble(details: string): Promise<Result<void>> {
  return writeLocal(localKeys.workerTrouble, details);
}
