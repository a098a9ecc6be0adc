import type { StoreNames } from 'idb';
import type { BackupHead } from '../../files/backup';
import { rowsOfEach, type RowKind, type Rows, type StoredRows } from '../../core/rows/row-kinds';
import type { ImportedFile } from '../../files/imported-file';
import type { Member } from '../../core/rows/member';
import { mergedRows } from '../../core/rows/merge';
import { isPerson } from '../../core/rows/person';
import { unknownMember } from '../../core/score/reading';
import type { Result } from '../../core/result';
import type { Database } from '../database';
import { type LoggedWriter, writeLogged } from './logged-write';
import { countRows, mergeRows, type OnProgress, type RowCountsByKind } from './merge-rows';
import { dataStores } from '../data-stores';
import type { Fact, Schema, UndoPart } from '../schema';
import { withStorage } from '../storage-error';
import { underPeople } from './under-people';

/** What an import would change, to be shown before anything is written. */
export interface ImportPreview {
  /** Days with pillars, with a total alone, or deleted: new here, already here, newer in the file (it wins), older in the file (ours stays). */
  readonly days: { readonly new: number; readonly same: number; readonly newer: number; readonly older: number };
  /** Counts for each kind of row. */
  readonly rows: RowCountsByKind;
  /** The file's members were hashed with another salt than ours: they come in as profiles of their own, to be merged by hand. */
  readonly otherSalt: boolean;
}

const allStores: StoreNames<Schema>[] = [...dataStores];

/** Step 2: what importing `file` would change. Nothing is written. */
export async function previewImport(
  database: Database,
  file: ImportedFile,
  onProgress: OnProgress = () => undefined,
): Promise<Result<ImportPreview>> {
  return withStorage(async () => {
    const transaction = database.connection.transaction(allStores);
    const facts = transaction.objectStore('facts');
    const here = {
      salt: await facts.get('salt'),
      owner: await facts.get('unknown-owner'),
      members: await transaction.objectStore('members').getAll(),
    };
    const otherSalt = isOtherSalt(file, here.salt?.value, idsOf(here.members));
    const rows = otherSalt ? file.rows : underPeople(file.rows, here.members);
    const counts = await countRows(transaction, underOwner(rows, here.owner?.value), onProgress);
    return previewOf(counts, otherSalt);
  });
}

function previewOf(rows: RowCountsByKind, otherSalt: boolean): ImportPreview {
  const kinds = ['snapshots', 'totals', 'deleted-days'] as const;
  const sum = (name: keyof ImportPreview['days']) => kinds.reduce((before, kind) => before + rows[kind][name], 0);
  return {
    days: { new: sum('new'), same: sum('same'), newer: sum('newer'), older: sum('older') },
    rows,
    otherSalt,
  };
}

/** What merging a file did: the counts that came true. */
export interface MergedImport extends ImportPreview {
  /** The change's id, for `undoChange`. */
  readonly change: string;
}

/**
 * Step 3: merges the file into the history in one transaction, all or nothing, undoable. The newer reading of a day wins. Into a store
 * without named members it brings its salt. Tells open pages. The same file twice changes nothing. Its settings are left to `finishImport`.
 */
export async function mergeImport(
  database: Database,
  file: ImportedFile,
  now: number,
  onProgress: OnProgress = () => undefined,
  kind: UndoPart['kind'] = 'import',
): Promise<Result<MergedImport>> {
  return writeLogged(database, kind, now, async (writer) => {
    const profiles = await writer.transaction.objectStore('members').getAll();
    const members = idsOf(profiles);
    const salt = await writer.get<Fact>('facts', 'salt');
    const owner = await writer.get<Fact>('facts', 'unknown-owner');
    const otherSalt = isOtherSalt(file, salt?.value, members);
    adoptFacts(writer, file.head, { members, salt, owner });
    const rows = otherSalt ? file.rows : underPeople(file.rows, profiles);
    const counts = await mergeRows(writer, underOwner(rows, owner?.value), onProgress);
    return { ...previewOf(counts, otherSalt), change: writer.id };
  });
}

const isHash = (member: string) => !member.startsWith(unknownMember) && !isPerson(member);

const idsOf = (members: readonly Member[]) => members.map(({ id }) => id);

function isOtherSalt(
  { head, otherSalts = [] }: ImportedFile,
  salt: string | undefined,
  members: readonly string[],
): boolean {
  // Where nobody is hashed with ours the first file's is taken: the others must be of it.
  const ours = members.some(isHash) ? salt : head.salt;
  return ours !== undefined && [head.salt, ...otherSalts].some((one) => one !== undefined && one !== ours);
}

/** Takes the file's salt while nobody here was hashed with ours, and its answer on nameless readings while there are none here. */
function adoptFacts(
  writer: LoggedWriter,
  head: BackupHead,
  here: { members: readonly string[]; salt: Fact | undefined; owner: Fact | undefined },
): void {
  if (head.salt !== undefined && head.salt !== here.salt?.value && !here.members.some(isHash)) {
    writer.put('facts', 'salt', here.salt, { key: 'salt', value: head.salt });
  }
  if (head.unknownOwner !== undefined && here.owner === undefined && !here.members.includes(unknownMember)) {
    writer.put('facts', 'unknown-owner', here.owner, { key: 'unknown-owner', value: head.unknownOwner });
  }
}

/** The rows of nobody's page under the profile that such readings belong to by the member's word, as `recordSnapshot` puts them. */
function underOwner(rows: Rows, owner: string | undefined): Rows {
  if (owner === undefined || owner === unknownMember) return rows;
  return rowsOfEach((kind) =>
    mergedRows(
      kind,
      rows[kind].map((row) => movedRow(row, owner)),
    ),
  );
}

/** A row of nobody's page as one of `owner`. The name was the nameless profile's, not the owner's. */
function movedRow<Row extends StoredRows[RowKind]>(row: Row, owner: string): Row {
  if ('member' in row) return row.member === unknownMember ? { ...row, member: owner } : row;
  return row.id === unknownMember ? ({ id: owner, since: row.since } as Row) : row;
}
