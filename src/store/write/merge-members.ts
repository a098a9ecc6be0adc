import type { Member } from '../../core/rows/member';
import { unknownMember } from '../../core/score/reading';
import type { Result } from '../../core/result';
import { copyAlone } from '../read/copy-about';
import { refreshCopy } from './automatic-copy';
import type { Database } from '../database';
import { type LoggedWriter, writeLogged } from './logged-write';
import { moveRowsOf, putMerged } from './move-rows';
import type { Fact } from '../schema';
import { noteBack, noteGone, noteRemovals } from './removals';

/**
 * Makes one profile of two: everything of `from` goes to `into`, of a day both have the later reading stays, and `from` is gone. `into`
 * keeps its own name. After a merge of the nameless profile its future readings go to `into` as well. Returns the change's id for
 * `undoChange`, which brings both back as they were. Nothing happens when `from` does not exist or is `into`.
 */
export async function mergeMembers(
  database: Database,
  from: string,
  into: string,
  now: number,
): Promise<Result<string>> {
  return copyAlone(async () => {
    const moved = await writeLogged(database, 'merge', now, async (writer) => {
      await moveMember(writer, from, into, now);
      return writer.id;
    });
    // The days have moved. Should the copy not be renewed, they are only offered for restoring.
    if (moved.ok) await refreshCopy(database, now);
    return moved;
  });
}

async function moveMember(writer: LoggedWriter, from: string, into: string, now: number): Promise<void> {
  const member = await writer.get<Member>('members', from);
  if (member === undefined || from === into) return;
  await noteRemovals(writer.transaction, (removals) => {
    noteGone(removals, { of: 'members', key: from, at: now, made: now, into });
    // Should that one have gone the other way before, it is here now.
    noteBack(removals, { of: 'members', key: into }, now);
  });
  await moveRowsOf(writer, from, into);
  writer.delete('members', from, member);
  await putMerged(writer, 'members', { id: into, since: member.since });
  const owner = await writer.get<Fact>('facts', 'unknown-owner');
  if (from === unknownMember || owner?.value === from) {
    writer.put('facts', 'unknown-owner', owner, { key: 'unknown-owner', value: into });
  }
}

/**
 * The member's answer to whose the history is that was read while the page named nobody: a profile, which takes it over, or `unknown`, and
 * it stays a profile of its own. It is not asked again. Returns the change's id for `undoChange`, after which it is asked again.
 */
export async function answerUnknownHistory(database: Database, owner: string, now: number): Promise<Result<string>> {
  if (owner !== unknownMember) return mergeMembers(database, unknownMember, owner, now);
  return writeLogged(database, 'answer', now, async (writer) => {
    const before = await writer.get<Fact>('facts', 'unknown-owner');
    writer.put('facts', 'unknown-owner', before, { key: 'unknown-owner', value: unknownMember });
    return writer.id;
  });
}
