import type { LocalDay } from '../../core/score/local-day';
import type { Member } from '../../core/rows/member';
import { isPerson } from '../../core/rows/person';
import { dayKinds } from '../../core/rows/tombstone';
import { unknownMember } from '../../core/score/reading';
import type { Result } from '../../core/result';
import { keysOf, type Database } from '../database';
import { withStorage } from '../storage-error';

/** The question whose the history is that was read while the page named nobody. */
export interface UnknownHistory {
  /** How many days it has, and its first and last. */
  readonly days: number;
  readonly from: LocalDay;
  readonly to: LocalDay;
  /** The profiles that the page has named since, of whom it may be one's; never empty. */
  readonly candidates: readonly Member[];
}

/**
 * The question to be put to the member, once: there is an `unknown` history, the page has told who somebody is, and it was not answered.
 * `undefined` when there is nothing to ask. The answer goes to `answerUnknownHistory`.
 */
export async function readUnknownHistory(database: Database): Promise<Result<UnknownHistory | undefined>> {
  return withStorage(async () => {
    const transaction = database.connection.transaction(['snapshots', 'totals', 'members', 'facts']);
    if ((await transaction.objectStore('facts').get('unknown-owner')) !== undefined) return undefined;
    const members = await transaction.objectStore('members').getAll();
    const candidates = members.filter(({ id }) => !id.startsWith(unknownMember) && !isPerson(id));
    const keys = await Promise.all(
      dayKinds.map((kind) => transaction.objectStore(kind).getAllKeys(keysOf(unknownMember))),
    );
    const days = keys
      .flat()
      .map(([, day]) => day)
      .sort();
    const [from, to] = [days[0], days.at(-1)];
    if (candidates.length === 0 || from === undefined || to === undefined) return undefined;
    return { days: days.length, from, to, candidates };
  });
}
