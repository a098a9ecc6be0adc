import type { Rows } from '../../core/rows/row-kinds';
import { succeed, together, type Result } from '../../core/result';
import { inOrder } from '../../core/score/history';
import type { Action } from '../../core/rows/action';
import { defaultSettings } from '../../core/settings';
import { withDatabase } from '../../store/database';
import { readPeople, type PersonProfile } from '../../store/read/people';
import { readActions } from '../../store/read/rows';
import { readSnapshots, readTotals } from '../../store/read/snapshots';
import { bringBackPerson, deletePerson, takeInPeople, type TakenIn } from '../../store/write/people';
import type { Command } from '../commands';
import type { Changing } from '../data/data-commands';
import type { ScorecardData } from '../load-scorecard';

/** Everybody whose file was given. */
export function loadPeople(): Promise<Result<PersonProfile[]>> {
  return withDatabase(readPeople);
}

/** What somebody did, by their file. */
export function loadActions(person: string): Promise<Result<Action[]>> {
  return withDatabase((database) => readActions(database, person));
}

/** Somebody's whole history as the cards of the scorecard take it: to be read, and nothing else. */
export function loadWhole({ member, firstDay }: PersonProfile): Promise<Result<ScorecardData>> {
  return withDatabase(async (database) => {
    const rows = await together({
      history: readSnapshots(database, member.id),
      totals: readTotals(database, member.id),
      actions: readActions(database, member.id),
    });
    if (!rows.ok) return rows;
    const history = inOrder(rows.value.history);
    return succeed({
      ...rows.value,
      ...{ history, recent: history, isWhole: true, firstDay },
      members: [member],
      member,
      goals: [],
      choices: [],
      plans: [],
      checks: [],
      settings: { ...defaultSettings, managed: {} },
      hasPeople: true,
      readOnly: true,
      workerTrouble: undefined,
    });
  });
}

/** Takes files in; the id of the change undoes it. */
export function takeIn(taken: readonly TakenIn[]): Changing {
  return () => withDatabase((database) => takeInPeople(database, taken, Date.now()));
}

/** Deletes somebody, and how that is taken back while the page stays open. */
export function erasePerson(person: string): { readonly erase: Command; readonly undo: Command } {
  let rows: Rows | undefined;
  return {
    erase: () =>
      withDatabase(async (database) => {
        const deleted = await deletePerson(database, person, Date.now());
        if (!deleted.ok) return deleted;
        rows = deleted.value;
        return succeed(undefined);
      }),
    undo: () =>
      withDatabase(async (database) => (rows ? bringBackPerson(database, rows, Date.now()) : succeed(undefined))),
  };
}
