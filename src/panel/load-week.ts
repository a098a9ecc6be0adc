import { together, type Result } from '../core/result';
import { withDatabase } from '../store/database';
import { readMade, readOwnChecks, readPlans } from '../store/read/rows';
import { readSnapshots } from '../store/read/snapshots';
import type { WeekData } from '../ui/week/week-data';

/** What plan and review of `member` are told from: all readings, for a run of weeks and a first time reach as far back. Errors: those of the store. */
export async function loadWeek(member: string): Promise<Result<WeekData>> {
  return withDatabase((database) =>
    together({
      history: readSnapshots(database, member),
      ...readMade(database, member),
      plans: readPlans(database, member),
      checks: readOwnChecks(database, member),
    }),
  );
}
