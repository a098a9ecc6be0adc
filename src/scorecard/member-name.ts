import type { Member } from '../core/rows/member';
import { formatWhole } from '../words/format-number';
import type { Surroundings } from '../words/surroundings';

/** What a profile is called: its name, or "Profile 2" by its place among `members`. */
export function memberName(
  member: Member,
  members: readonly Member[],
  { say, language }: Pick<Surroundings, 'say' | 'language'>,
): string {
  const place = members.findIndex(({ id }) => id === member.id) + 1;
  return member.name ?? say('popup_profile', formatWhole(place, language));
}
