import { isPerson } from '../../core/rows/person';
import type { Snapshot } from '../../core/rows/snapshot';
import { succeed, type Result } from '../../core/result';
import type { Database } from '../database';
import { readUnknownOwner } from './members';
import { readLatestSnapshot } from './snapshots';
import { readRows } from './rows';

/** The readings that wait for the answer to "Whose numbers are these?", the oldest first. An empty list when none do. */
export async function readKeptAside(database: Database): Promise<Result<Snapshot[]>> {
  const readings = await readRows(database, 'kept-aside');
  if (!readings.ok) return readings;
  // A file of somebody's may hold such; whose they are is not for the member to say.
  const own = readings.value.filter(({ member }) => !isPerson(member));
  return succeed(own.sort((one, other) => one.readAt - other.readAt));
}

/** The last reading of the profile that "mine" would put a reading kept aside into; undefined without any. */
export async function readBesideKeptAside(database: Database): Promise<Result<Snapshot | undefined>> {
  const usual = await readUnknownOwner(database);
  return usual.ok ? readLatestSnapshot(database, usual.value) : usual;
}
