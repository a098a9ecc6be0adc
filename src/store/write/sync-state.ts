import { succeed, type Result } from '../../core/result';
import { syncStateOf, type SyncState } from '../../core/sync-state';
import { readManaged } from '../../platform/managed-policy';
import { changeStored } from '../change-stored';
import { localKeys, readLocal } from '../local-storage';

/**
 * What is known; undefined when it was never switched on. Where the member's organization forbids it, it is off, whatever the member chose: that stays
 * stored, and counts again when the policy goes.
 */
export async function readSyncState(): Promise<Result<SyncState | undefined>> {
  const [stored, managed] = await Promise.all([readLocal(localKeys.sync), readManaged()]);
  if (!stored.ok) return stored;
  const state = syncStateOf(stored.value);
  return succeed(state && managed.sync === false ? { ...state, on: false, troubles: [] } : state);
}

/** Whether the member has switched it on, also while their organization forbids it. */
export async function isSyncChosen(): Promise<Result<boolean>> {
  const stored = await readLocal(localKeys.sync);
  return stored.ok ? succeed(syncStateOf(stored.value)?.on ?? false) : stored;
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
