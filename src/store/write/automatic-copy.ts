import { millisecondsPerDay } from '../../core/score/local-day';
import { noRows } from '../../core/rows/row-kinds';
import { readBackup } from '../../files/import-backup';
import type { ImportedFile } from '../../files/imported-file';
import { readJson } from '../../files/read-json';
import { fail, succeed, type Result } from '../../core/result';
import type { Database } from '../database';
import { exportBackup } from './export-backup';
import { localKeys, readLocal, removeLocal, writeLocal, writeLocalTogether } from '../local-storage';
import { copyAlone, readCopyAbout, type CopyAbout } from '../read/copy-about';
import { pausesFor } from './pause';
import { withStorage } from '../storage-error';
import { underPeople } from './under-people';

/** The second copy is renewed after so long, in milliseconds: a week. */
const copyAge = 7 * millisecondsPerDay;

/** What making the copy did: `lost-days`: the copy holds days that the history no longer has, so it was left as it is. */
export type CopyOutcome = 'made' | 'not-due' | 'nothing-to-copy' | 'lost-days';

/**
 * Renews the second copy of the whole history in `storage.local` (the JSON backup, packed with gzip) when it is a week old or there is
 * none. A copy that holds more than the history is never overwritten: something was lost, and `checkHistory` says so.
 */
export async function makeCopyIfDue(database: Database, now: number): Promise<Result<CopyOutcome>> {
  return copyAlone(() => makeIfDue(database, now));
}

async function makeIfDue(database: Database, now: number): Promise<Result<CopyOutcome>> {
  const about = await readCopyAbout();
  if (!about.ok) return about;
  // A clock that was ahead for a while must not stop the copies.
  if (about.value !== undefined && Math.abs(now - about.value.madeAt) < copyAge) return succeed('not-due');
  const lost = await countLostDays(database);
  if (lost.ok && lost.value === 0) return makeCopy(database, now);
  if (lost.ok) {
    // Said where it is looked for, for the number of days alone may not tell.
    const noted = await writeLocal(localKeys.copyAbout, { ...about.value, lost: true });
    return noted.ok ? succeed('lost-days') : noted;
  }
  if (lost.error !== 'storage-corrupt') return lost;
  // A damaged copy makes way for a whole one; only beside an empty history it stays, for it is all there is.
  const days = await withStorage(() => database.connection.count('snapshots'));
  if (!days.ok) return days;
  return days.value === 0 ? lost : makeCopy(database, now);
}

/**
 * Renews the copy at once, if there is one: after days were removed or moved on purpose, so that they do not count as lost. Only inside
 * `copyAlone`, together with what it follows.
 */
export async function refreshCopy(database: Database, now: number): Promise<Result<CopyOutcome>> {
  const about = await readCopyAbout();
  if (!about.ok) return about;
  return about.value === undefined ? succeed('not-due') : makeCopy(database, now);
}

async function makeCopy(database: Database, now: number): Promise<Result<CopyOutcome>> {
  const days = await withStorage(() => database.connection.count('snapshots'));
  if (!days.ok) return days;
  if (days.value === 0) {
    const removed = await removeCopy();
    return removed.ok ? succeed('nothing-to-copy') : removed;
  }
  const backup = await exportBackup(database);
  if (!backup.ok) return backup;
  const about: CopyAbout = { madeAt: now, days: days.value };
  const written = await writeLocalTogether({
    [localKeys.copy]: await pack(backup.value),
    [localKeys.copyAbout]: about,
  });
  return written.ok ? succeed('made') : written;
}

/** Removes the copy: part of deleting everything. */
async function removeCopy(): Promise<Result<void>> {
  return removeLocal([localKeys.copyAbout, localKeys.copy]);
}

/** The history as it is compared with the automatic copy. */
export type HistoryState =
  | { readonly state: 'whole' }
  /** The copy holds `lostDays` days that the history has not: offer `restoreFromCopy`. */
  | { readonly state: 'lost-days'; readonly lostDays: number; readonly copy: CopyAbout };

/** Whether days that were kept once are gone: the browser cleared or lost the database. Cheap unless they are. */
export async function checkHistory(database: Database): Promise<Result<HistoryState>> {
  return copyAlone(async () => {
    const about = await readCopyAbout();
    if (!about.ok) return about;
    const days = await withStorage(() => database.connection.count('snapshots'));
    if (!days.ok) return days;
    const { value: copy } = about;
    if (copy === undefined || (days.value >= copy.days && !copy.lost)) return succeed({ state: 'whole' });
    const lost = await countLostDays(database);
    if (!lost.ok) return lost;
    return succeed(lost.value === 0 ? { state: 'whole' } : { state: 'lost-days', lostDays: lost.value, copy });
  });
}

/** How many days of the copy the history has not. */
async function countLostDays(database: Database): Promise<Result<number>> {
  const copy = await readCopy();
  if (!copy.ok) return copy;
  if (copy.value.rows.snapshots.length === 0) return succeed(0);
  return withStorage(async () => {
    const here = new Set((await database.connection.getAllKeys('snapshots')).map(String));
    const { snapshots } = underPeople(copy.value.rows, await database.connection.getAll('members'));
    return snapshots.filter((row) => !here.has(`${row.member},${row.day}`)).length;
  });
}

/**
 * The automatic copy as a file to be merged with `applyImport(…, 'restore')`: nothing that was recorded since is lost by it. Without a copy
 * a file with no rows. `storage-corrupt` when the copy itself cannot be read.
 */
export async function readCopy(): Promise<Result<ImportedFile>> {
  const stored = await readLocal(localKeys.copy);
  if (!stored.ok) return stored;
  const empty: ImportedFile = { kind: 'backup', head: {}, rows: noRows(), columns: [], rejected: [], rejectedCount: 0 };
  if (stored.value === undefined) return succeed(empty);
  const text = typeof stored.value === 'string' ? await unpack(stored.value) : undefined;
  if (text === undefined) return fail('storage-corrupt');
  const pause = pausesFor(() => undefined);
  const json = await readJson(text, pause);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return fail('storage-corrupt');
  const file = await readBackup(json.value, pause);
  return file.ok ? file : fail('storage-corrupt');
}

/** A file as gzip in Base64, which is what `storage.local` can hold in every browser. */
async function pack(file: Blob): Promise<string> {
  const packed = file.stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer()).toBase64();
}

/** The text that `pack` packed; `undefined` when it is damaged. */
async function unpack(packed: string): Promise<string | undefined> {
  try {
    return await new Response(
      new Blob([Uint8Array.fromBase64(packed)]).stream().pipeThrough(new DecompressionStream('gzip')),
    ).text();
  } catch {
    // Not Base64 or not gzip: the caller says that the copy is damaged.
    return undefined;
  }
}
