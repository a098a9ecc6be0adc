import { succeed, type Result } from '../core/result';
import { askableSets } from '../core/score/seen-set';
import type { ReportTrouble } from '../platform/messages';
import { askAboutSets } from '../store/write/asked-sets';
import { memberIdOf } from '../store/write/member-id';
import { writePageState } from '../store/write/page-state';

/**
 * Remembers why the page gave no reading at `now` (epoch milliseconds), and which of its sets of numbers the member is to be asked about. Errors:
 * those of the store.
 */
export async function reportTrouble(
  { visit, trouble, memberNumber }: ReportTrouble,
  now: number,
): Promise<Result<null>> {
  const sets = askableSets(trouble.sets);
  if (sets.length > 0) {
    const member = await memberIdOf(memberNumber);
    // Before the trouble, of which open popups hear.
    const asked = member.ok ? await askAboutSets({ visit, at: now, member: member.value, sets }) : member;
    if (!asked.ok) return asked;
  }
  const written = await writePageState(trouble, now);
  return written.ok ? succeed(null) : written;
}
