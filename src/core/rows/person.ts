/** How the ids of people begin whose files the member was given: no reading of the page, no import of one's own and no other computer has such a one. */
export const personPrefix = 'person-';

/**
 * Whether a profile is somebody else's, from a file that they gave the member. It is never the member's own: not shown as theirs, not read for them,
 * and it does not travel.
 */
export function isPerson(member: string): boolean {
  return member.startsWith(personPrefix);
}
