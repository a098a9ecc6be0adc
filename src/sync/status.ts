import { succeed, type Result } from '../core/result';
import type { SyncState, SyncTrouble } from '../core/sync-state';
import { ownBrowser } from '../platform/browser-differences';
import { readManaged } from '../platform/managed-policy';
import { readSyncState } from '../store/write/sync-state';
import { bytesOf, headKey, installationOf, mostBytes } from './area';
import { browserArea } from './browser-area';
import { cipherOf } from './cipher';
import { headOf, privateOf } from './head';
import { unseal } from './chunk';

/** One of the member's computers. */
export interface SyncComputer {
  readonly installation: string;
  readonly isThis: boolean;
  /** "Chrome"; absent where it cannot be read. */
  readonly browser?: string;
  /** "Windows". */
  readonly system?: string;
  /** What the member calls it. */
  readonly name?: string;
  /** When it was in step last by its own clock, epoch milliseconds. */
  readonly seen?: number;
}

/** How keeping in step stands. */
export interface SyncStatus {
  readonly on: boolean;
  /** The member's organization forbids it; `hasCopy`: something of before is still in the sync. */
  readonly forbidden?: { readonly hasCopy: boolean };
  /** This one first. Empty while it is off. */
  readonly computers: readonly SyncComputer[];
  /** How much of the sync is used, 0 to 1. */
  readonly used: number;
  readonly inStepAt: SyncState['inStepAt'];
  readonly waiting: number;
  readonly averagesFrom: SyncState['averagesFrom'];
  readonly readingsFrom: SyncState['readingsFrom'];
  readonly troubles: readonly { readonly trouble: SyncTrouble; readonly with: readonly SyncComputer[] }[];
  readonly hasPassphrase: boolean;
}

/** Reads it, without the history: cheap enough for every look. Errors: those of `storage.local`. */
export async function readSyncStatus(): Promise<Result<SyncStatus>> {
  const [stored, managed] = await Promise.all([readSyncState(), readManaged()]);
  if (!stored.ok) return stored;
  const state = stored.value;
  const isForbidden = managed.sync === false;
  const items = state?.on || isForbidden ? await browserArea.read() : {};
  const readable = typeof items === 'string' ? {} : items;
  const computers = state?.on ? await computersIn(readable, state) : [];
  const find = (installation: string) =>
    computers.find((computer) => computer.installation === installation) ?? { installation, isThis: false };
  return succeed({
    on: state?.on ?? false,
    ...(isForbidden && {
      forbidden: { hasCopy: Object.keys(readable).some((key) => installationOf(key) !== undefined) },
    }),
    computers,
    used: Object.entries(readable).reduce((sum, [key, value]) => sum + bytesOf(key, value), 0) / mostBytes,
    inStepAt: state?.inStepAt,
    waiting: state?.waiting ?? 0,
    averagesFrom: state?.averagesFrom,
    readingsFrom: state?.readingsFrom,
    troubles: (state?.troubles ?? []).map(({ trouble, with: names }) => ({ trouble, with: names.map(find) })),
    hasPassphrase: state?.salt !== undefined,
  });
}

async function computersIn(items: Readonly<Record<string, unknown>>, state: SyncState): Promise<SyncComputer[]> {
  const names = new Set(
    Object.keys(items)
      .map(installationOf)
      .filter((id) => id !== undefined),
  );
  names.delete(state.installation);
  const others = await Promise.all([...names].map((installation) => computerIn(items, state, installation)));
  const own = await computerIn(items, state, state.installation);
  return [
    { ...own, ...ownBrowser(), isThis: true, ...(state.name !== undefined && { name: state.name }) },
    // Whoever has switched it off is no longer one of them.
    ...others.filter((other) => !other.hasLeft).sort((one, other) => (other.seen ?? 0) - (one.seen ?? 0)),
  ];
}

async function computerIn(
  items: Readonly<Record<string, unknown>>,
  { keys }: SyncState,
  installation: string,
): Promise<SyncComputer & { readonly hasLeft: boolean }> {
  const place = headKey(installation);
  const read = headOf(items[place]);
  const { browser, system, seen } = read?.head ?? {};
  const head = read?.state === 'read' ? read.head : undefined;
  const key = head?.salt === undefined ? undefined : keys[head.salt];
  const opened = head && (await unseal(place, head.private, key === undefined ? undefined : await cipherOf(key)));
  const name = opened?.state === 'read' ? privateOf(opened.content)?.name : undefined;
  return {
    installation,
    isThis: false,
    hasLeft: head?.left === true,
    ...(browser !== undefined && { browser }),
    ...(system !== undefined && { system }),
    ...(seen !== undefined && { seen }),
    ...(name !== undefined && { name }),
  };
}
