import { fail, succeed, type Result } from '../core/result';
import type { SyncState } from '../core/sync-state';
import { rowKinds } from '../core/rows/row-kinds';
import { browser } from '../platform/browser';
import { ownBrowser } from '../platform/browser-differences';
import { readManaged } from '../platform/managed-policy';
import { alone } from '../store/change-stored';
import { withDatabase, type Database } from '../store/database';
import { deleteMember } from '../store/write/delete';
import { keepRemovals, meetRows } from '../store/write/meet-rows';
import { meetSettings } from '../store/write/settings';
import { changeSyncState, readSyncState } from '../store/write/sync-state';
import { readMembers } from '../store/read/members';
import { headKey, installationOf, newInstallation, takenOutIn, takenOutKey, type AreaItems } from './area';
import { browserArea } from './browser-area';
import { cipherOf, keyOfPassphrase, newPassphraseSalt } from './cipher';
import { readFileCopy } from './kept-folder';
import { headOf } from './head';
import { unseal } from './chunk';
import { step, type Here } from './step';

/** The name under which steps wait for each other. */
const lock = 'sync-step';

/**
 * Takes in what other computers have written and writes what they have not, if the member wants that. Harmless at any time; one at a time over
 * all pages and the worker. Nothing happens while it is off. Answers with whether the history here has changed by it. Errors: those of the
 * store; what the sync refuses is remembered in the state.
 */
export async function keepInStep(now: number): Promise<Result<boolean>> {
  return alone(lock, async () => {
    const state = await readSyncState();
    if (!state.ok) return state;
    return state.value?.on ? stepFrom(state.value, now) : succeed(false);
  });
}

/** Calls `listener` when another computer's writing has arrived. A worker that sleeps is woken by it. */
export function onOthersWriting(listener: () => void): void {
  browser.storage.sync.onChanged.addListener((changes) => {
    void readSyncState().then((state) => {
      const own = state.ok && state.value?.on ? state.value.installation : undefined;
      if (own !== undefined && Object.keys(changes).some((key) => installationOf(key) !== own)) listener();
    });
  });
}

async function stepFrom(state: SyncState, now: number, leaving = false): Promise<Result<boolean>> {
  return withDatabase(async (database) => {
    // A newer version's history is looked at, and not taken apart.
    if (database.readOnly) return fail('storage-newer');
    let hasChanged = false;
    const here = hereOf(database, () => {
      hasChanged = true;
    });
    const stepped = await step(here, state, now, leaving);
    return stepped.ok ? succeed(hasChanged) : stepped;
  });
}

function hereOf(database: Database, onChanged: () => void): Here {
  return {
    area: browserArea,
    async meetRows(now, decide) {
      const met = await meetRows(database, now, decide);
      if (met.ok && (met.value.gone.length > 0 || rowKinds.some((kind) => met.value.put[kind].length > 0))) onChanged();
      return met;
    },
    meetSettings,
    keepState: (state) => changeSyncState(() => state),
    ...ownBrowser(),
    cipherOf,
  };
}

/** Switches it on at `now` (epoch milliseconds), under a new name: nothing has travelled before. Nothing happens where the member's organization forbids it. */
export async function switchOn(now: number): Promise<Result<boolean>> {
  return alone(lock, async () => {
    if ((await readManaged()).sync === false) return succeed(false);
    const items = await browserArea.read();
    const out = typeof items === 'string' ? undefined : takenOutIn(items);
    const kept = await withDatabase((database) => keepRemovals(database, true));
    if (!kept.ok) return kept;
    const before = await readSyncState();
    if (!before.ok) return before;
    const { name, keys = {}, salt } = before.value ?? {};
    const state: SyncState = {
      on: true,
      installation: newInstallation(),
      troubles: [],
      waiting: 0,
      sightings: {},
      forgotten: [],
      keys,
      ...(out !== undefined && { takenOut: out }),
      ...(name !== undefined && { name }),
      ...(salt !== undefined && { salt }),
    };
    const written = await changeSyncState(() => state);
    return written.ok ? stepFrom(state, now) : written;
  });
}

/** Switches it off at `now`: what is here stays, and the others take over what this computer has written. */
export async function switchOff(now: number): Promise<Result<void>> {
  return alone(lock, async () => {
    const state = await readSyncState();
    if (!state.ok || !state.value?.on) return state.ok ? succeed(undefined) : state;
    // Should the sync refuse this last step, the others take over after ninety days.
    const left = await stepFrom(state.value, now, true);
    if (!left.ok) return left;
    const off = await changeSyncState((after) => after && { ...after, on: false, troubles: [] });
    return off.ok ? forgetRemovals() : off;
  });
}

/** What was taken away need not be remembered any more, unless a file tells of it. */
async function forgetRemovals(): Promise<Result<void>> {
  if ((await readFileCopy()) !== undefined) return succeed(undefined);
  return withDatabase((database) => keepRemovals(database, false));
}

/** Takes everything out of the sync, and switches it off on all computers. It stays on each of them. What the sync refused is answered with. */
export async function takeOut(): Promise<Result<SyncRefused | undefined>> {
  return alone(lock, async () => {
    const items = await browserArea.read();
    if (typeof items === 'string') return succeed(items);
    const id = newInstallation();
    const keys = Object.keys(items).filter((key) => installationOf(key) !== undefined);
    const refusal =
      (keys.length > 0 ? await browserArea.remove(keys) : undefined) ?? (await browserArea.set({ [takenOutKey]: id }));
    if (refusal !== undefined) return succeed(refusal);
    const off = await changeSyncState((state) => state && { ...state, on: false, takenOut: id, troubles: [] });
    if (!off.ok) return off;
    const kept = await forgetRemovals();
    return kept.ok ? succeed(undefined) : kept;
  });
}

/** Why the sync did not take something. */
export type SyncRefused = Exclude<Awaited<ReturnType<typeof browserArea.set>>, undefined>;

/**
 * Deletes every profile here and tells the other computers to; the rest of what is here is for `deleteEverything` to delete. Answers with why
 * the sync did not take it: then it is told with the next step, and nothing else should be deleted yet.
 */
export async function deleteEverywhere(now: number): Promise<Result<SyncRefused | undefined>> {
  return alone(lock, async () => {
    const state = await readSyncState();
    if (!state.ok) return state;
    const deleted = await withDatabase(async (database) => {
      const members = await readMembers(database);
      if (!members.ok) return members;
      for (const { id } of members.value) {
        const gone = await deleteMember(database, id, now);
        if (!gone.ok) return gone;
      }
      return succeed(undefined);
    });
    if (!deleted.ok || !state.value?.on) return deleted.ok ? succeed(undefined) : deleted;
    const { pause: _, ...unpaused } = state.value;
    const told = await stepFrom(unpaused, now, true);
    if (!told.ok) return told;
    const after = await readSyncState();
    if (!after.ok) return after;
    const refused = after.value?.troubles.find(
      ({ trouble }) => trouble === 'full' || trouble === 'too-fast' || trouble === 'refused',
    );
    return succeed(refused?.trouble as SyncRefused | undefined);
  });
}

/** Takes over what a computer has written that the member no longer has; at `now`. */
export async function forget(installation: string, now: number): Promise<Result<boolean>> {
  const noted = await changeSyncState((state) => state && { ...state, forgotten: [...state.forgotten, installation] });
  return noted.ok ? keepInStep(now) : noted;
}

/** Names this computer at `now`; an empty name takes it back. */
export async function nameComputer(name: string, now: number): Promise<Result<boolean>> {
  const named = await changeSyncState((state) => {
    if (!state) return state;
    const { name: _, ...nameless } = state;
    return name.trim() === '' ? nameless : { ...nameless, name: name.trim().slice(0, 60) };
  });
  return named.ok ? keepInStep(now) : named;
}

/** Goes on after a long time away: what is here and there come together, as the member wants. */
export async function goOn(now: number): Promise<Result<boolean>> {
  const changed = await changeSyncState((state) => state && { ...state, inStepAt: now, troubles: [] });
  return changed.ok ? keepInStep(now) : changed;
}

/**
 * Uses a passphrase from `now` on; an empty one no longer. Where other computers have one already it must open theirs: if not, nothing is changed
 * and the answer is false.
 */
export async function usePassphrase(passphrase: string, now: number): Promise<Result<boolean>> {
  const items = await browserArea.read();
  const sealed = typeof items === 'string' ? [] : sealedIn(items);
  if (passphrase === '') {
    const opened = await changeSyncState((state) => {
      if (!state) return state;
      const { salt: _, ...open } = state;
      return open;
    });
    const stepped = opened.ok ? await keepInStep(now) : opened;
    return stepped.ok ? succeed(true) : stepped;
  }
  const keys: Record<string, string> = {};
  for (const { salt, place, text } of sealed) {
    const key = keys[salt] ?? (await keyOfPassphrase(passphrase, salt));
    const opened = await unseal(place, text, await cipherOf(key));
    if (opened.state === 'read') keys[salt] = key;
  }
  const state = await readSyncState();
  if (!state.ok) return state;
  const theirs = sealed.filter(({ place }) => place !== headKey(state.value?.installation ?? ''));
  if (theirs.length > 0 && Object.keys(keys).length === 0) return succeed(false);
  const salt = Object.keys(keys).sort()[0] ?? newPassphraseSalt();
  keys[salt] ??= await keyOfPassphrase(passphrase, salt);
  const changed = await changeSyncState((before) => before && { ...before, salt, keys: { ...before.keys, ...keys } });
  const stepped = changed.ok ? await keepInStep(now) : changed;
  return stepped.ok ? succeed(true) : stepped;
}

/** What a passphrase can be tried on. */
function sealedIn(items: AreaItems): { readonly salt: string; readonly place: string; readonly text: string }[] {
  return Object.entries(items).flatMap(([place, value]) => {
    const head = headOf(value);
    const salt = head?.state === 'read' ? head.head.salt : undefined;
    return head?.state === 'read' && salt !== undefined ? [{ salt, place, text: head.head.private }] : [];
  });
}
