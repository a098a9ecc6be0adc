import type { Member } from '../../core/rows/member';
import { isPerson } from '../../core/rows/person';
import { unknownMember } from '../../core/score/reading';
import { succeed, type Result } from '../../core/result';
import { keysOf, readTransaction, type Database, type ReadTransaction } from '../database';
import { localKeys, readLocal } from '../local-storage';
import { withStorage } from '../storage-error';

/** Every profile of the member's own, the oldest first; an empty list before the first reading. */
export async function readMembers(database: Database): Promise<Result<Member[]>> {
  return withStorage(() => membersIn(readTransaction(database)));
}

async function membersIn(transaction: ReadTransaction): Promise<Member[]> {
  const members = await transaction.objectStore('members').getAll();
  return members.filter(({ id }) => !isPerson(id)).sort((one, other) => one.since - other.since);
}

/** The profile the pages show: the one the member switched to, or else the one read last; `undefined` before the first reading. */
export async function readSelectedMember(database: Database): Promise<Result<Member | undefined>> {
  return readOfSelected(database, (_, member) => Promise.resolve(member));
}

/** What `read` finds in one transaction about the profile that the pages show; `undefined` before the first reading. */
export async function readOfSelected<Value>(
  database: Database,
  read: (transaction: ReadTransaction, member: Member) => Promise<Value>,
): Promise<Result<Value | undefined>> {
  const selected = await readLocal(localKeys.selectedMember);
  if (!selected.ok) return selected;
  return withStorage(async () => {
    const transaction = readTransaction(database);
    const members = await membersIn(transaction);
    const member = members.find(({ id }) => id === selected.value) ?? (await lastRead(transaction, members));
    return member && (await read(transaction, member));
  });
}

async function lastRead(transaction: ReadTransaction, members: readonly Member[]): Promise<Member | undefined> {
  if (members.length < 2) return members[0];
  const store = transaction.objectStore('snapshots');
  let latest: { member: Member; readAt: number } | undefined;
  for (const member of members) {
    const readAt = (await store.openCursor(keysOf(member.id), 'prev'))?.value.readAt ?? 0;
    if (latest === undefined || readAt > latest.readAt) latest = { member, readAt };
  }
  return latest?.member;
}

/** The profile that readings of nobody's page go to. */
export async function readUnknownOwner(database: Database): Promise<Result<string>> {
  const owner = await withStorage(() => database.connection.get('facts', 'unknown-owner'));
  return owner.ok ? succeed(owner.value?.value ?? unknownMember) : owner;
}
