import * as z from 'zod/mini';
import { succeed, type Result } from '../../core/result';
import { unknownMember } from '../../core/score/reading';
import { chosenSet, knownAmong, type ChosenSet, type KnownSet } from '../../core/score/seen-set';
import type { Database } from '../database';
import { localKeys, readLocal } from '../local-storage';
import { readUnknownOwner } from './members';
import { readLatestSnapshot } from './snapshots';

const chosenSets = z.array(chosenSet);

/** The sets that the member has chosen, as they are stored; none when what is stored is something else. */
export function chosenSetsIn(stored: unknown): readonly ChosenSet[] {
  return chosenSets.safeParse(stored).data ?? [];
}

/**
 * The sets of numbers on the page that are known to be the member's, with the last reading of `member`, a profile's id or `unknown`. An empty
 * list without any, and while that profile has no reading.
 */
export async function readKnownSets(database: Database, member: string): Promise<Result<readonly KnownSet[]>> {
  const read = await readLocal(localKeys.knownSets);
  if (!read.ok) return read;
  const known = knownAmong(chosenSetsIn(read.value));
  if (known.length === 0) return succeed([]);
  const usual = member === unknownMember ? await readUnknownOwner(database) : succeed(member);
  if (!usual.ok) return usual;
  const latest = await readLatestSnapshot(database, usual.value);
  if (!latest.ok) return latest;
  const scores = latest.value?.scores;
  return succeed(scores ? known.map((fingerprint) => ({ fingerprint, scores })) : []);
}
