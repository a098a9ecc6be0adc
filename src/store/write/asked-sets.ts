import { laterSnapshot } from '../../core/rows/snapshot';
import type { Result } from '../../core/result';
import type { LocalDay } from '../../core/score/local-day';
import { totalOf } from '../../core/score/pillar';
import { unknownMember } from '../../core/score/reading';
import { afterAnswer, type SeenSet } from '../../core/score/seen-set';
import type { Snapshot } from '../../core/rows/snapshot';
import { changeStored } from '../change-stored';
import type { Database } from '../database';
import { localKeys } from '../local-storage';
import type { AskedSets } from '../read/asked-sets';
import { chosenSetsIn } from '../read/known-sets';
import { sessionKeys, writeSession } from '../session-storage';
import { usualMember } from './kept-aside';
import { writeLogged } from './logged-write';
import { putMerged } from './move-rows';
import { clearPageState } from './page-state';
import { noteWrite, visitsIn } from './snapshots';

/** Holds what the member is to be asked about, in place of what it was before. In memory only: it has the page's words. */
export async function askAboutSets(asked: AskedSets): Promise<Result<void>> {
  return writeSession(sessionKeys.askedSets, asked);
}

/**
 * Keeps the member's answer that `mine` is their score: as the reading of the visit, on the local day `day` of it, and for the next visits. An
 * import's or a later reading of that day stays. Returns the change's id for `undoChange`. Errors: those of the store, and then it can be said again.
 */
export async function answerMine(
  database: Database,
  asked: AskedSets,
  { mine, day, now }: { readonly mine: SeenSet; readonly day: LocalDay; readonly now: number },
): Promise<Result<string>> {
  const written = await writeLogged(database, 'answer', now, async (writer) => {
    const member = asked.member === unknownMember ? await usualMember(writer) : asked.member;
    const reading = readingOf(mine, { member, day, readAt: asked.at });
    const before = await writer.get<Snapshot>('snapshots', [member, day]);
    await putMerged(writer, 'snapshots', reading);
    const isFirst = (await writer.get('members', member)) === undefined;
    await putMerged(writer, 'members', { id: member, since: asked.at });
    // A later reading of the same visit takes its place.
    if (before === undefined || laterSnapshot(before, reading) === reading) {
      await noteWrite(writer.transaction, await visitsIn(writer.transaction), {
        ...{ visit: asked.visit, store: 'snapshots', written: reading },
        ...(before && { before }),
        ...(isFirst && { isFirst }),
      });
    }
    return writer.id;
  });
  if (!written.ok) return written;
  const remembered = await rememberAnswer(asked, mine);
  if (!remembered.ok) return remembered;
  const cleared = await clearPageState();
  return cleared.ok ? written : cleared;
}

/** Keeps the member's answer that none of the sets is theirs: nothing is recorded, and none of them is known any more. */
export async function answerNone(asked: AskedSets): Promise<Result<void>> {
  const remembered = await rememberAnswer(asked, undefined);
  return remembered.ok ? writeSession(sessionKeys.askedSets, { ...asked, sets: [] }) : remembered;
}

async function rememberAnswer({ sets, visit }: AskedSets, mine: SeenSet | undefined): Promise<Result<void>> {
  return changeStored(localKeys.knownSets, (stored) => afterAnswer(chosenSetsIn(stored), { asked: sets, mine, visit }));
}

function readingOf(
  { shownTotal, scores, decimals, rank }: SeenSet,
  whose: Pick<Snapshot, 'member' | 'day' | 'readAt'>,
): Snapshot {
  return {
    ...whose,
    ...{ source: 'chosen', shownTotal, total: totalOf(scores), scores, rank: rank ?? {}, average: {} },
    ...(decimals !== undefined && { decimals }),
  };
}
