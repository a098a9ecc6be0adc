import type { Member } from '../core/rows/member';
import { changeInstant } from '../core/rows/tombstone';
import type { Result } from '../core/result';
import { keysOf, readTransaction, writeTogether, type Database, type ReadTransaction } from './database';
import { localKeys, readLocal, writeLocal } from './local-storage';
import { withStorage } from './storage-error';

/** Every profile, the oldest first; an empty list before the first reading. */
export async function readMembers(database: Database): Promise<Result<Member[]>> {
  return withStorage(async () => {
    return sorted(await readTransaction(database).objectStore('members').getAll());
  });
}

function sorted(members: Member[]): Member[] {
  return members.sort((one, other) => one.since - other.since);
}

/** Names a profile at `now` (epoch milliseconds); an empty name takes it back. Nothing happens when there is no such profile. */
export async function nameMember(database: Database, id: string, name: string, now: number): Promise<Result<void>> {
  return writeTogether(database, ['members'], async (transaction) => {
    const members = transaction.objectStore('members');
    const member = await members.get(id);
    if (member !== undefined) {
      const trimmed = name.trim();
      await members.put({
        id,
        since: member.since,
        changedAt: changeInstant(member.changedAt, now),
        ...(trimmed === '' ? {} : { name: trimmed }),
      });
    }
  });
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
    const members = sorted(await transaction.objectStore('members').getAll());
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

/** Switches the pages to a profile. */
export async function selectMember(id: string): Promise<Result<void>> {
  return writeLocal(localKeys.selectedMember, id);
}
