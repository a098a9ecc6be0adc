import { deleteDB } from 'idb';
import type { Result } from '../../core/result';
import { readCopy } from './automatic-copy';
import { closeDatabase, openDatabase } from '../database';
import { applyImport, type ImportDone } from './apply-import';
import { changingShown } from '../kept-frame';
import { databaseName } from '../schema';
import { withStorage } from '../storage-error';

/**
 * Merges the automatic copy into the history, undoable. A database that the browser cannot read any more is deleted first, but only once
 * the copy has been read, so nothing that could still be read is given up.
 */
export async function restoreFromCopy(now: number): Promise<Result<ImportDone>> {
  const copy = await readCopy();
  if (!copy.ok) return copy;
  let database = await openDatabase();
  if (!database.ok && database.error === 'storage-corrupt') {
    await closeDatabase();
    const deleted = await changingShown(() => withStorage(() => deleteDB(databaseName)));
    if (!deleted.ok) return deleted;
    database = await openDatabase();
  }
  return database.ok ? applyImport(database.value, copy.value, now, undefined, 'restore') : database;
}
