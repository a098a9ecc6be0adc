import { isPerson } from '../../core/rows/person';
import type { Snapshot } from '../../core/rows/snapshot';
import { unknownMember } from '../../core/score/reading';
import type { Result } from '../../core/result';
import { looksLikeSomeoneElse } from '../../core/meaning/someone-else';
import type { StoredRows } from '../../core/rows/row-kinds';
import { isDeleted } from '../../core/rows/tombstone';
import type { Database } from '../database';
import { writeLogged, type LoggedWriter } from './logged-write';
import { putMerged } from './move-rows';
import type { Fact } from '../schema';

/** Whose the numbers of a reading kept aside are: those of the profile it seemed not to fit, or somebody else's, who gets a profile. */
export type WhoseNumbers = 'mine' | 'someone-else';

/**
 * Answers for a reading kept aside, and for all others kept aside that look like the same person: they join their profile by the rule of
 * the day. Returns the change's id for `undoChange`. Nothing is lost by either answer. Nothing happens when the reading is not there.
 */
export async function answerKeptAside(
  database: Database,
  reading: Pick<Snapshot, 'member' | 'readAt'>,
  whose: WhoseNumbers,
  now: number,
): Promise<Result<string>> {
  return writeLogged(database, 'answer', now, async (writer) => {
    const asked = await writer.get<StoredRows['kept-aside']>('kept-aside', [reading.member, reading.readAt]);
    if (asked === undefined || isDeleted(asked)) return writer.id;
    const member = whose === 'mine' ? await usualMember(writer) : await newNamelessMember(writer);
    for (const aside of await writer.transaction.objectStore('kept-aside').getAll()) {
      if (isDeleted(aside) || isPerson(aside.member) || looksLikeSomeoneElse(asked, aside)) continue;
      const { member: seemed, readAt } = aside;
      writer.put('kept-aside', [seemed, readAt], aside, { member: seemed, readAt, changedAt: now, deleted: true });
      await putMerged(writer, 'snapshots', { ...aside, member });
      await putMerged(writer, 'members', { id: member, since: aside.readAt });
    }
    return writer.id;
  });
}

/** Where readings of nobody's page go. */
export async function usualMember(writer: LoggedWriter): Promise<string> {
  return (await writer.get<Fact>('facts', 'unknown-owner'))?.value ?? unknownMember;
}

/** `unknown-2`, or the next number that no profile has. */
async function newNamelessMember(writer: LoggedWriter): Promise<string> {
  const taken = new Set(await writer.transaction.objectStore('members').getAllKeys());
  let number = 2;
  while (taken.has(`${unknownMember}-${number}`)) number += 1;
  return `${unknownMember}-${number}`;
}
