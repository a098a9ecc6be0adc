import { group } from 'd3-array';
import { daysDiffer, daysInCommon } from '../../core/meaning/whose-file';
import { isPerson } from '../../core/rows/person';
import { succeed, type Result } from '../../core/result';
import type { ImportedFile } from '../../files/imported-file';
import type { Database } from '../database';
import { readTotalsOn } from '../read/people';
import type { ImportPreview } from './merge-import';

/** Why a file may be somebody else's: it comes from an installation that is not the member's, or most of the days that both know differ. */
export type Doubt =
  | { readonly why: 'other-salt' }
  | { readonly why: 'days'; readonly both: number; readonly differ: number };

/** Of so many of the last days it is seen. */
const comparedDays = 60;

/** Fewer days that both know say nothing. */
const fewestDays = 3;

/** Whether a file may be somebody else's; undefined where nothing speaks for it. Errors: those of the store. */
export async function doubtOf(
  database: Database,
  { rows }: ImportedFile,
  { otherSalt }: ImportPreview,
): Promise<Result<Doubt | undefined>> {
  if (otherSalt) return succeed({ why: 'other-salt' });
  let [both, same] = [0, 0];
  const byMember = group([...rows.totals, ...rows.snapshots], ({ member }) => member);
  for (const { id } of rows.members.filter((member) => !isPerson(member.id))) {
    const own = byMember.get(id) ?? [];
    const days = new Map(
      own
        .map(({ day, total }) => [day, total] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .slice(-comparedDays),
    );
    const here = await readTotalsOn(database, id, [...days.keys()]);
    if (!here.ok) return here;
    const common = daysInCommon(days, here.value);
    [both, same] = [both + common.both, same + common.same];
  }
  return succeed(
    both >= fewestDays && daysDiffer({ both, same }) ? { why: 'days', both, differ: both - same } : undefined,
  );
}
