import { succeed, type Result } from '../../core/result';
import { alone } from '../change-stored';
import { localKeys, readLocal, writeLocal } from '../local-storage';

/**
 * Asks the browser, once for ever, never to clear the history when the disk is full; whatever it answers, it is not asked again. Only pages
 * can ask (a worker has no `persist`), and Firefox may show a question, so ask from the scorecard. Returns whether the history is persistent
 * now.
 */
export async function askToPersist(): Promise<Result<boolean>> {
  // Workers have a StorageManager without `persist`, and this file is compiled for them too.
  const storage: { persist?: () => Promise<boolean>; persisted?: () => Promise<boolean> } = navigator.storage;
  return alone(localKeys.persistAsked, async () => {
    const asked = await readLocal(localKeys.persistAsked);
    if (!asked.ok) return asked;
    if (asked.value === true) return succeed((await storage.persisted?.()) ?? false);
    const persistent = (await storage.persist?.()) ?? false;
    const written = await writeLocal(localKeys.persistAsked, true);
    return written.ok ? succeed(persistent) : written;
  });
}
