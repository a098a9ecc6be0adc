import type { Settings } from './settings';

/**
 * Whether the member's own check is shown: by their word, and without one to members who have no score or have started using it. `lacksScore`: LinkedIn has ended
 * their access, or they have begun without a reading.
 */
export function isOwnCheckShown(
  { ownCheck }: Pick<Settings, 'ownCheck'>,
  { lacksScore, hasBegun }: { readonly lacksScore: boolean; readonly hasBegun: boolean },
): boolean {
  return ownCheck === 'shown' || (ownCheck === 'auto' && (lacksScore || hasBegun));
}
