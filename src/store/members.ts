import type { Member } from '../core/rows/member';
import { changeInstant } from '../core/rows/tombstone';
import { succeed, type Result } from '../core/result';
import { announceChange } from './changes';
import { keysOf, writeTogether, type Database } from './database';
import { localKeys, readLocal, writeLocal } from './local-storage';
import { withStorage } from './storage-error';

/** Every profile, the oldest first; an empty list before the first reading. */
export async function readMembers(database: Database): Promise<Result<Member[]>> {
  return withStorage(async () => {
    const members = await database.connection.getAll('members');
    return members.sort((one, other) => one.since - other.since);
  });
}

/** Names a profile at `now` (epoch milliseconds); an empty name takes it back. Nothing happens when there is no such profile. */
export async function nameMember(database: Database, id: string, name: string, now: number): Promise<Result<void>> {
  const named = await writeTogether(database, ['members'], async (transaction) => {
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
  if (named.ok) announceChange();
  return named;
}

/** The profile the pages show: the one the member switched to, or else the one read last; `undefined` before the first reading. */
export async function readSelectedMember(database: Database): Promise<Result<Member | undefined>> {
  const [members, selected] = [await readMembers(database), await readLocal(localKeys.selectedMember)];
  if (!members.ok) return members;
  if (!selected.ok) return selected;
  const chosen = members.value.find((member) => member.id === selected.value);
  if (chosen !== undefined || members.value.length < 2) return succeed(chosen ?? members.value[0]);
  return withStorage(async () => {
    const { store } = database.connection.transaction('snapshots');
    let latest: { member: Member; readAt: number } | undefined;
    for (const member of members.value) {
      const readAt = (await store.openCursor(keysOf(member.id), 'prev'))?.value.readAt ?? 0;
      if (latest === undefined || readAt > latest.readAt) latest = { member, readAt };
    }
    return latest?.member;
  });
}

/** Switches the pages to a profile. */
export async function selectMember(id: string): Promise<Result<void>> {
  const selected = await writeLocal(localKeys.selectedMember, id);
  if (selected.ok) announceChange();
  return selected;
}
