import { changeStored } from '../change-stored';
import { localKeys } from '../local-storage';

/** Whether a reading (by its instant, epoch milliseconds) was never shown before, so that its ring is drawn with motion. Asking shows it. */
export async function isNewlyShown(readAt: number): Promise<boolean> {
  let isNew = false;
  // Where this cannot be remembered, the ring is drawn once more: nothing that needs saying.
  await changeStored(localKeys.drawnReading, (drawn) => {
    isNew = drawn !== readAt;
    return readAt;
  });
  return isNew;
}
