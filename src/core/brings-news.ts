/** The parts of a version ("1.2.3") that tell editions apart. */
const edition = (version: string): readonly number[] => version.split('.').slice(0, 2).map(Number);

/** Whether an update from `previous` to `current` brings what a member should hear of: a new edition, not a mended one, and no way back. */
export function bringsNews(previous: string, current: string): boolean {
  const [[major = 0, minor = 0], [majorNow = 0, minorNow = 0]] = [edition(previous), edition(current)];
  return majorNow > major || (majorNow === major && minorNow > minor);
}
