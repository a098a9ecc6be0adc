import type { Member } from '../../core/rows/member';
import { isPerson } from '../../core/rows/person';
import { instantOf } from '../../core/rows/removal';
import { unknownMember } from '../../core/score/reading';
import type { Result } from '../../core/result';
import { copyAlone } from '../read/copy-about';
import { refreshCopy } from './automatic-copy';
import { keysOf, type Database, type WriteTransaction } from '../database';
import { type LoggedWriter, writeLogged } from './logged-write';
import { moveRowsOf, putMerged } from './move-rows';
import type { Fact } from '../schema';
import { noteBack, noteGone, noteRemovals } from './removals';
import { keepFirst } from './snapshots';

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
  return movedWithCopy(database, now, () =>
    writeLogged(database, 'merge', now, async (writer) => {
      await moveMember(writer, from, into, now);
      return writer.id;
    }),
  );
}

/** What has moved, has moved in the automatic copy, too. Should that not be renewed, days are only offered for restoring. */
async function movedWithCopy<Value>(
  database: Database,
  now: number,
  move: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  return copyAlone(async () => {
    const moved = await move();
    if (moved.ok) await refreshCopy(database, now);
    return moved;
  });
}

/**
 * The page has just named `member`, after a time in which LinkedIn showed no score: what they made meanwhile (plans, own checks, journal, goals and
 * what they said of tips) goes over to them, once, undoably, and nothing is lost. Nothing is guessed: not where readings came without a name,
 * which are asked about (`readUnknownHistory`), nor where the page has named several, or the member took this back. Returns whether anything moved.
 */
export async function takeOverUnknown(database: Database, member: string, now: number): Promise<Result<boolean>> {
  return movedWithCopy(database, now, () =>
    writeLogged(database, 'joined', now, async (writer) => {
      const { transaction } = writer;
      if (!(await mayTakeOver(transaction, member))) return false;
      const unknown = await writer.get<Member>('members', unknownMember);
      await keepFirst(transaction, member);
      const moved = await moveRowsOf(writer, unknownMember, member);
      writer.delete('members', unknownMember, unknown);
      // Row by row: another computer may have readings without a name, of which nobody has said whose they are.
      await noteRemovals(transaction, (removals) => {
        for (const { kind, key, row } of moved)
          noteGone(removals, { of: kind, key: String(key), at: instantOf(row), made: now });
        noteGone(removals, { of: 'members', key: unknownMember, at: 0, made: now });
      });
      return true;
    }),
  );
}

async function mayTakeOver(transaction: WriteTransaction, member: string): Promise<boolean> {
  const members = await transaction.objectStore('members').getAllKeys();
  const named = members.filter((id) => !id.startsWith(unknownMember) && !isPerson(id));
  if (!members.includes(unknownMember) || named.length !== 1 || named[0] !== member) return false;
  const owner = await transaction.objectStore('facts').get('unknown-owner');
  if (owner !== undefined && owner.value !== member) return false;
  const numbers = await Promise.all(
    (['snapshots', 'totals', 'kept-aside'] as const).map((kind) =>
      transaction.objectStore(kind).count(keysOf(unknownMember)),
    ),
  );
  return numbers.every((count) => count === 0);
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
