import type { Member } from '../../core/rows/member';
import { isPerson } from '../../core/rows/person';
import { changeInstant } from '../../core/rows/tombstone';
import { unknownMember } from '../../core/score/reading';
import { succeed, type Result } from '../../core/result';
import { withDatabase, writeTogether, type Database } from '../database';
import { localKeys, writeLocal } from '../local-storage';

/** Names a profile at `now` (epoch milliseconds); an empty name takes it back. Nothing happens when there is no such profile. */
export async function nameMember(database: Database, id: string, name: string, now: number): Promise<Result<void>> {
  return writeTogether(database, ['members'], async (transaction) => {
    const members = transaction.objectStore('members');
    const member = await members.get(id);
    if (member === undefined) return;
    const named: { -readonly [Field in keyof Member]: Member[Field] } = {
      ...member,
      name: name.trim(),
      changedAt: changeInstant(member.changedAt, now),
    };
    if (named.name === '') delete named.name;
    await members.put(named);
  });
}

/** Switches the pages to a profile. */
export async function selectMember(id: string): Promise<Result<void>> {
  return writeLocal(localKeys.selectedMember, id);
}

/** Does `work` for `member`; who has no profile yet, for LinkedIn shows them no score, gets one first. */
export async function forMember<Value>(
  member: string | undefined,
  work: (database: Database, member: string) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return withDatabase(async (database) => {
    const whose = member === undefined ? await beginProfile(database, Date.now()) : succeed(member);
    return whose.ok ? work(database, whose.value) : whose;
  });
}

/** A profile for who has none, at `now` (epoch milliseconds). Its id; where there is a profile already, that one's. */
async function beginProfile(database: Database, now: number): Promise<Result<string>> {
  return writeTogether(database, ['members'], async (transaction) => {
    const members = transaction.objectStore('members');
    const known = (await members.getAllKeys()).find((id) => !isPerson(id));
    if (known === undefined) await members.put({ id: unknownMember, since: now });
    return known ?? unknownMember;
  });
}
