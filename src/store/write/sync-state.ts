import { succeed, type Result } from '../../core/result';
import { syncStateOf, type SyncState } from '../../core/sync-state';
import { changeStored } from '../change-stored';
import { localKeys, readLocal } from '../local-storage';

/** What is known; undefined when it was never switched on. */
export async function readSyncState(): Promise<Result<SyncState | undefined>> {
  const stored = await readLocal(localKeys.sync);
  return stored.ok ? succeed(syncStateOf(stored.value)) : stored;
}

/** Changes what is known; `change` gets undefined when it was never switched on. */
export async function changeSyncState(
  change: (state: SyncState | undefined) => SyncState | undefined,
): Promise<Result<void>> {
  return changeStored(localKeys.sync, (stored) => {
    const state = syncStateOf(stored);
    const next = change(state);
    return next === state ? stored : next;
  });
}
