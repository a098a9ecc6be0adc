import { recordDays } from '../core/meaning/outlook-record';
import type { OwnCheck } from '../core/rows/own-check';
import { succeed, together, type Result } from '../core/result';
import { addDays, type LocalDay } from '../core/score/local-day';
import { defaultSettings, type Settings } from '../core/settings';
import { openDatabase } from '../store/database';
import { readSelectedMember } from '../store/read/members';
import { readPageState } from '../store/read/page-state';
import { noProfile, readProfile, type Profile } from '../store/read/profile';
import { readOwnChecks } from '../store/read/rows';
import { readSettings } from '../store/read/settings';

/** Everything stored that the panel shows, of the profile that the pages show: as far back as what is said of a score looks. */
export interface PanelData extends Profile {
  /** The profile's id; undefined before the first reading. */
  readonly member: string | undefined;
  /** The last visit gave no reading, or LinkedIn has ended the access: the score shown is of before. */
  readonly failed: boolean;
  /** LinkedIn has ended the member's access. */
  readonly ended: boolean;
  /** By their weeks, the earliest first. */
  readonly checks: readonly OwnCheck[];
  readonly settings: Settings;
}

/** Reads all of it. Errors: those of `openDatabase`. */
export async function loadPanel(today: LocalDay): Promise<Result<PanelData>> {
  const [database, settings, pageState] = await Promise.all([openDatabase(), readSettings(), readPageState()]);
  if (!database.ok) return database;
  const selected = await readSelectedMember(database.value);
  if (!selected.ok) return selected;
  const member = selected.value?.id;
  const stored =
    member === undefined
      ? succeed({ profile: noProfile, checks: [] })
      : await together({
          profile: readProfile(database.value, member, addDays(today, -recordDays)),
          checks: readOwnChecks(database.value, member),
        });
  if (!stored.ok) return stored;
  const { profile, checks } = stored.value;
  return succeed({
    ...profile,
    checks,
    member,
    failed: pageState.ok && pageState.value !== undefined,
    ended: pageState.ok && pageState.value?.accessEndedSince !== undefined,
    settings: settings.ok ? settings.value : defaultSettings,
  });
}
