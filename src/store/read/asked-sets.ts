import { succeed, type Result } from '../../core/result';
import type { SeenSet } from '../../core/score/seen-set';
import { readSession, sessionKeys } from '../session-storage';

/** The sets of numbers of one visit that the member is asked about. */
export interface AskedSets {
  readonly visit: string;
  /** Instant of the visit, epoch milliseconds. */
  readonly at: number;
  /** Whose reading it would be: a profile's id, `unknown` where the page names nobody. */
  readonly member: string;
  /** Empty: the member said that none of them is theirs. */
  readonly sets: readonly SeenSet[];
}

/** What the member is asked about since the visit at the instant `at`; undefined when there is nothing to ask of it. */
export async function readAskedSets(at: number): Promise<Result<AskedSets | undefined>> {
  const stored = await readSession(sessionKeys.askedSets);
  if (!stored.ok) return stored;
  // Only the background worker writes it, from a request checked at its door.
  const asked = stored.value as AskedSets | undefined;
  return succeed(asked?.at === at ? asked : undefined);
}
