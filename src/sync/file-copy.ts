import {
  backupEnd,
  backupFormat,
  backupHeadText,
  backupRowsText,
  backupSectionEnd,
  backupSectionText,
  type BackupHead,
} from '../files/backup';
import { readBackup } from '../files/import-backup';
import { readJson } from '../files/read-json';
import { canonicalJson } from '../core/rows/canonical-json';
import { isPerson } from '../core/rows/person';
import { removalOf } from '../core/rows/removal';
import { memberOfRow, noRows, rowKinds, type RowKind, type StoredRows } from '../core/rows/row-kinds';
import { fail, succeed, type Result } from '../core/result';
import { alone } from '../store/change-stored';
import { withDatabase } from '../store/database';
import { keepRemovals, meetRows } from '../store/write/meet-rows';
import { pausesFor } from '../store/write/pause';
import { meetSettings } from '../store/write/settings';
import { isSyncChosen } from '../store/write/sync-state';
import { keyText, livesOf, type History } from './history';
import { copyFileName, openFolders, readAndWrite, readKept, type Folder, type Picker } from './kept-folder';
import { meet } from './meet';

const lock = 'copy-file';

/** Lets the member choose the folder, and brings both together at `now`. Only after a click. Nothing happens when they choose none. */
export async function chooseFolder(now: number): Promise<Result<void>> {
  let folder: Folder | undefined;
  try {
    folder = await (globalThis as Picker).showDirectoryPicker?.({ id: 'ssi-scorecard', mode: 'readwrite' });
  } catch (error) {
    // "Cancel" comes as an exception.
    if (error instanceof DOMException) return succeed(undefined);
    throw error;
  }
  if (!folder) return succeed(undefined);
  const database = await openFolders();
  await database.put('copy', { folder }, 'folder');
  database.close();
  const kept = await withDatabase((history) => keepRemovals(history, true));
  return kept.ok ? comeTogether(now, { mayAsk: true }) : kept;
}

/** Forgets the folder; the file stays in it. */
export async function forgetFolder(): Promise<Result<void>> {
  const database = await openFolders();
  await database.delete('copy', 'folder');
  database.close();
  // What a policy forbids goes on when that goes, and must know then what was deleted meanwhile.
  const travels = await isSyncChosen();
  if (!travels.ok) return travels;
  return travels.value ? succeed(undefined) : withDatabase((history) => keepRemovals(history, false));
}

/**
 * Brings the file and the history together at `now` (epoch milliseconds): both have all of both afterwards. `mayAsk`: after a click, when the
 * browser may ask whether we may still write there; otherwise nothing happens where it would. `copy-unreachable`: nothing was changed.
 */
export async function comeTogether(now: number, { mayAsk }: { readonly mayAsk: boolean }): Promise<Result<void>> {
  return alone(lock, async () => {
    const kept = await readKept();
    if (!kept) return succeed(undefined);
    const { folder } = kept;
    const allowed = mayAsk ? await folder.requestPermission(readAndWrite) : await folder.queryPermission(readAndWrite);
    if (allowed !== 'granted') return mayAsk ? fail('copy-unreachable') : succeed(undefined);
    try {
      const done = await together(await folder.getFileHandle(copyFileName, { create: true }), now);
      if (!done.ok) return done;
    } catch (error) {
      // The folder is gone, or the disk is full.
      if (error instanceof DOMException) return fail('copy-unreachable');
      throw error;
    }
    const after = await openFolders();
    await after.put('copy', { folder, at: now }, 'folder');
    after.close();
    return succeed(undefined);
  });
}

async function together(file: FileSystemFileHandle, now: number): Promise<Result<void>> {
  const before = await (await file.getFile()).text();
  const theirs = before === '' ? undefined : await historyIn(before);
  if (theirs?.ok === false) return theirs;
  const settings = await meetSettings(theirs?.value.settings === undefined ? [] : [theirs.value.settings]);
  if (!settings.ok) return settings;
  const met = await withDatabase((database) =>
    meetRows(database, now, (kept) => {
      const meeting = meet(kept, theirs ? [theirs.value] : [], now);
      const salt = kept.salt ?? theirs?.value.salt;
      return {
        ...meeting,
        removals: meeting.history.removals,
        memberSalt: salt,
        ...(kept.salt === undefined && salt !== undefined && { salt }),
      };
    }),
  );
  if (!met.ok) return met;
  const { history, memberSalt } = met.value;
  const after = textOf(history, {
    ...(memberSalt !== undefined && { salt: memberSalt }),
    ...(settings.value !== undefined && { settings: settings.value }),
  });
  if (after === before) return succeed(undefined);
  const writable = await file.createWritable();
  await writable.write(after);
  // Only now, and all at once, does it take the place of what was there.
  await writable.close();
  return succeed(undefined);
}

/** The history in a file; one that is no backup of ours is never written over. */
async function historyIn(text: string): Promise<Result<History & Pick<BackupHead, 'salt' | 'settings'>>> {
  const pause = pausesFor(() => undefined);
  const json = await readJson(text, pause);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return fail('copy-unreachable');
  const file = await readBackup(json.value, pause);
  // Whoever begins, or has deleted everything, keeps a file without rows.
  const isEmpty =
    !file.ok && file.error === 'import-empty' && 'format' in json.value && json.value.format === backupFormat;
  if (!file.ok && !isEmpty) return file.error === 'import-newer' ? file : fail('copy-unreachable');
  const { rows, head } = file.ok ? file.value : { rows: noRows(), head: {} as BackupHead };
  const told = 'removals' in json.value && Array.isArray(json.value.removals) ? (json.value.removals as unknown[]) : [];
  const removals = told.map(removalOf).filter((removal) => removal !== undefined);
  return succeed({
    rows,
    removals,
    lives: livesOf(removals),
    ...(head.salt !== undefined && { salt: head.salt }),
    ...(head.settings !== undefined && { settings: head.settings }),
  });
}

/** A backup, with what was taken away beside it. Equal histories give equal files, so that nothing is written for nothing. */
function textOf({ rows, removals }: History, head: BackupHead): string {
  const sections = rowKinds.map((kind) => {
    const travelling = (rows[kind] as StoredRows[RowKind][])
      .filter((row) => !isPerson(memberOfRow(row)))
      .sort((one, other) => (keyText(kind, one) < keyText(kind, other) ? -1 : 1));
    return `${backupSectionText(kind)}${backupRowsText(travelling, true)}${backupSectionEnd}`;
  });
  const taken = [...removals].map(canonicalJson).sort().join(',\n');
  return `${backupHeadText(head)}${sections.join('')},\n"removals": [\n${taken}\n]${backupEnd}`;
}
