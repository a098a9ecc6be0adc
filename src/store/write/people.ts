import { firstInstantOf, rowsUnder, type GivenProfile } from '../../files/given-profiles';
import { hexadecimal } from '../../core/hexadecimal';
import { daysDiffer, daysInCommon, type DayTotals } from '../../core/meaning/whose-file';
import type { Member } from '../../core/rows/member';
import { mergedRows } from '../../core/rows/merge';
import { personPrefix } from '../../core/rows/person';
import {
  memberRowKinds,
  noRows,
  rowKinds,
  rowsOfEach,
  type RowKind,
  type Rows,
  type StoredRows,
} from '../../core/rows/row-kinds';
import type { Result } from '../../core/result';
import { dataStores } from '../data-stores';
import { keysOf, writeTogether, type Database, type WriteTransaction } from '../database';
import { copyAlone } from '../read/copy-about';
import { refreshCopy } from './automatic-copy';
import { writeLogged } from './logged-write';
import { mergeRows } from './merge-rows';

/** A file's profile, and whose it is: somebody who is here, or somebody new under a name. */
export type TakenIn = { readonly given: GivenProfile } & (
  | { readonly person: string }
  | { readonly person?: never; readonly name: string }
);

/** An id that nobody has. */
export function newPersonId(): string {
  return personPrefix + hexadecimal(crypto.getRandomValues(new Uint8Array(8)));
}

/**
 * What several files hold of people, as rows of theirs, taken in at `now` (epoch milliseconds). Files of one new name are of one person, unless their
 * marks or their days speak of two.
 */
function rowsOfPeople(taken: readonly TakenIn[], now: number): Rows {
  const news: { readonly id: string; readonly name: string; readonly files: GivenProfile[] }[] = [];
  const rows = noRows();
  for (const { given, ...whose } of taken) {
    const name = 'name' in whose ? whose.name.trim() : undefined;
    const known = news.find((one) => one.name === name && one.files.every((file) => mayBeOne(file, given)));
    const id = whose.person ?? known?.id ?? newPersonId();
    if (known) known.files.push(given);
    else if (name !== undefined) news.push({ id, name, files: [given] });
    const member: Member = {
      id,
      since: firstInstantOf(given.rows) ?? now,
      ...(name !== undefined && { name, changedAt: now }),
      given: { at: now, file: given.file.slice(0, 200), ...(given.origin !== undefined && { origin: given.origin }) },
    };
    const own = rowsUnder(given.rows, id);
    for (const kind of rowKinds) rows[kind].push(...(own[kind] as never[]));
    rows.members.push(member);
  }
  return rowsOfEach((kind) => mergedRows<RowKind>(kind, rows[kind]));
}

/** Whether two files may be of one person: neither their marks nor most of the days that both have differ. */
function mayBeOne(one: GivenProfile, other: GivenProfile): boolean {
  const isMarked = one.origin !== undefined && other.origin !== undefined;
  return !(isMarked && one.origin !== other.origin) && !daysDiffer(daysInCommon(totalsOf(one), totalsOf(other)));
}

function totalsOf({ rows }: GivenProfile): DayTotals {
  return new Map([...rows.totals, ...rows.snapshots].map(({ day, total }) => [day, total]));
}

/**
 * Takes in what people gave, all of it or nothing, beside the member's own: nothing of theirs is touched, and neither the file's salt nor its
 * settings are looked at. Returns the change's id, for `undoChange`.
 */
export async function takeInPeople(
  database: Database,
  taken: readonly TakenIn[],
  now: number,
): Promise<Result<string>> {
  return writeLogged(database, 'people', now, async (writer) => {
    const rows = rowsOfPeople(taken, now);
    // Who they are in their own exports stays known when a file comes that does not say.
    for (const [index, row] of rows.members.entries()) {
      const known = await writer.get<Member>('members', row.id);
      const origin = row.given?.origin ?? known?.given?.origin;
      if (row.given && origin !== undefined) rows.members[index] = { ...row, given: { ...row.given, origin } };
    }
    await mergeRows(writer, rows, () => undefined);
    return writer.id;
  });
}

/**
 * Deletes a person for good, also from the automatic copy and from what undoing would bring back; of the member's own nothing is touched. Returns all that was
 * kept of them, from which `bringBackPerson` makes them again while the page remembers it.
 */
export async function deletePerson(database: Database, person: string, now: number): Promise<Result<Rows>> {
  return copyAlone(async () => {
    const deleted = await writeTogether(database, [...dataStores, 'undo'], async (transaction) => {
      const kept = noRows();
      const member = await transaction.objectStore('members').get(person);
      if (member) kept.members.push(member);
      for (const kind of memberRowKinds) {
        kept[kind].push(...((await transaction.objectStore(kind).getAll(keysOf(person))) as never[]));
        await transaction.objectStore(kind).delete(keysOf(person));
      }
      await transaction.objectStore('members').delete(person);
      await forgetChanges(transaction, person);
      return kept;
    });
    if (!deleted.ok) return deleted;
    const copied = await refreshCopy(database, now);
    if (copied.ok) return deleted;
    // Still in the copy they would be offered as lost, and nobody could take the deletion back: they stay until all of it can be done.
    await putBack(database, deleted.value);
    return copied;
  });
}

/** Forgets the changes that touched a person. */
async function forgetChanges(transaction: WriteTransaction, person: string): Promise<void> {
  const undo = transaction.objectStore('undo');
  const touching = (await undo.getAll()).filter(({ changes }) =>
    changes.some(({ key }) => (Array.isArray(key) ? key[0] : key) === person),
  );
  for (const id of new Set(touching.map((part) => part.id))) await undo.delete(IDBKeyRange.bound([id], [id, []]));
}

/** Puts back what `deletePerson` took away; the automatic copy has it again, too. */
export async function bringBackPerson(database: Database, rows: Rows, now: number): Promise<Result<void>> {
  return copyAlone(async () => {
    const put = await putBack(database, rows);
    if (put.ok) await refreshCopy(database, now);
    return put;
  });
}

function putBack(database: Database, rows: Rows): Promise<Result<void>> {
  return writeTogether(database, [...dataStores], async (transaction) => {
    for (const kind of rowKinds) {
      for (const row of rows[kind] as readonly StoredRows[RowKind][]) await transaction.objectStore(kind).put(row);
    }
  });
}
