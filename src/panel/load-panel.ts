import { recordDays } from '../core/meaning/outlook-record';
import type { Action } from '../core/rows/action';
import type { Goal } from '../core/rows/goal';
import type { TipChoice } from '../core/rows/tip-choice';
import type { TotalReading } from '../core/rows/total-reading';
import { succeed, together, type Result } from '../core/result';
import type { History } from '../core/score/history';
import { addDays, type LocalDay } from '../core/score/local-day';
import type { Settings } from '../core/settings';
import { openDatabase } from '../store/database';
import { readSelectedMember } from '../store/read/members';
import { readPageState } from '../store/read/page-state';
import { readMade } from '../store/read/rows';
import { readSettings } from '../store/read/settings';
import { readFirstDay, readLatestSnapshot, readLatestTotal, readSnapshots, readTotals } from '../store/read/snapshots';

/** Everything stored that the panel shows, of the profile that the pages show. */
export interface PanelData {
  /** The profile's id; undefined before the first reading. */
  readonly member: string | undefined;
  /** Ascending by day, as far back as what is said of a score looks; of an older one the last reading. */
  readonly history: History;
  /** Days of which only the total is known, of the same stretch. */
  readonly totals: readonly TotalReading[];
  readonly firstDay: LocalDay | undefined;
  readonly actions: readonly Action[];
  readonly choices: readonly TipChoice[];
  readonly goals: readonly Goal[];
  /** The last visit gave no reading, or LinkedIn has ended the access: the score shown is of before. */
  readonly failed: boolean;
  /** LinkedIn has ended the member's access. */
  readonly ended: boolean;
  readonly theme: Settings['theme'];
}

/** Reads all of it. Errors: those of `openDatabase`. */
export async function loadPanel(today: LocalDay): Promise<Result<PanelData>> {
  const [database, settings, pageState] = await Promise.all([openDatabase(), readSettings(), readPageState()]);
  if (!database.ok) return database;
  const selected = await readSelectedMember(database.value);
  if (!selected.ok) return selected;
  const about = {
    failed: pageState.ok && pageState.value !== undefined,
    ended: pageState.ok && pageState.value?.accessEndedSince !== undefined,
    theme: settings.ok ? settings.value.theme : 'system',
  } as const;
  const member = selected.value?.id;
  if (member === undefined) {
    const empty = { history: [], totals: [], firstDay: undefined, actions: [], choices: [], goals: [] };
    return succeed({ member, ...empty, ...about });
  }
  const from = addDays(today, -recordDays);
  const rows = await together({
    history: readSnapshots(database.value, member, { from }),
    totals: readTotals(database.value, member, { from }),
    firstDay: readFirstDay(database.value, member),
    latest: readLatestSnapshot(database.value, member),
    latestTotal: readLatestTotal(database.value, member),
    ...readMade(database.value, member),
  });
  if (!rows.ok) return rows;
  const { latest, latestTotal, ...profile } = rows.value;
  return succeed({
    member,
    ...profile,
    history: profile.history.length === 0 && latest ? [latest] : profile.history,
    totals: profile.totals.length === 0 && latestTotal ? [latestTotal] : profile.totals,
    ...about,
  });
}
