import { readLocal, writeLocal } from '../store/local-storage';

const key = 'drawn-reading';

/** Whether a reading (by its instant, epoch milliseconds) was never shown before, so that its ring is drawn with motion. Asking shows it. */
export async function isNewlyShown(readAt: number): Promise<boolean> {
  const drawn = await readLocal(key);
  if (!drawn.ok || drawn.value === readAt) return false;
  // Where this cannot be remembered, the ring is drawn once more: nothing that needs saying.
  await writeLocal(key, readAt);
  return true;
}
