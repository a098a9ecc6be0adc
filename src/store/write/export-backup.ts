import type { StoreNames } from 'idb';
import {
  backupEnd,
  backupHeadText,
  backupRowsText,
  backupSectionEnd,
  backupSectionText,
  type BackupHead,
} from '../../files/backup';
import type { Result } from '../../core/result';
import { rowKinds } from '../../core/rows/row-kinds';
import type { Database } from '../database';
import { localKeys, readLocal } from '../local-storage';
import type { OnProgress } from './merge-rows';
import { rowBatches } from './row-batches';
import { dataStores } from '../data-stores';
import type { Schema } from '../schema';
import { withStorage } from '../storage-error';

const stores: StoreNames<Schema>[] = [...dataStores];

/**
 * Everything that is kept, as a JSON backup (`application/json`). One transaction reads it, so it is the history of one instant; equal
 * histories give the same bytes. Readings that still wait for room are not in it.
 */
export async function exportBackup(
  database: Database,
  onProgress: OnProgress = () => undefined,
): Promise<Result<Blob>> {
  const settings = await readLocal(localKeys.settings);
  if (!settings.ok) return settings;
  return withStorage(async () => {
    const transaction = database.connection.transaction(stores);
    const facts = transaction.objectStore('facts');
    const [salt, owner] = [await facts.get('salt'), await facts.get('unknown-owner')];
    const head: BackupHead = {
      ...(salt === undefined ? {} : { salt: salt.value }),
      ...(owner === undefined ? {} : { unknownOwner: owner.value }),
      ...(settings.value === undefined ? {} : { settings: settings.value }),
    };
    let rowsInAll = 0;
    for (const kind of rowKinds) rowsInAll += await transaction.objectStore(kind).count();

    const parts: BlobPart[] = [backupHeadText(head)];
    let done = 0;
    for (const kind of rowKinds) {
      parts.push(backupSectionText(kind));
      let first = true;
      for await (const rows of rowBatches(transaction, kind)) {
        // A blob of each batch: one of all text at the end would stop the page.
        parts.push(new Blob([backupRowsText(rows, first)]));
        first = false;
        done += rows.length;
        onProgress(done / rowsInAll);
      }
      parts.push(backupSectionEnd);
    }
    parts.push(backupEnd);
    return new Blob(parts, { type: 'application/json' });
  });
}
