import { localKeys, readLocal } from '../local-storage';

/** Whether readings wait because the database had no room for them. What they are does not matter here, so nothing checks it. */
export async function hasWaitingReadings(): Promise<boolean> {
  const stored = await readLocal(localKeys.pendingReadings);
  return stored.ok && Array.isArray(stored.value) && stored.value.length > 0;
}
