import { succeed, together, type Result } from '../core/result';
import { withDatabase } from '../store/database';
import { readMade, readOwnChecks } from '../store/read/rows';
import { readSnapshots } from '../store/read/snapshots';
import { noWeek, type WeekData } from '../ui/week/week-data';

/** What plan and review of `member` are told from: all readings, for a run of weeks and a first time reach as far back; of nobody nothing. Errors: those of the store. */
export async function loadWeek(member: string | undefined): Promise<Result<WeekData>> {
  if (member === undefined) return succeed(noWeek);
  return withDatabase((database) =>
    together({
      history: readSnapshots(database, member),
      ...readMade(database, member),
      checks: readOwnChecks(database, member),
    }),
  );
}
