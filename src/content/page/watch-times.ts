/** How long a watch waits for what, in milliseconds. */
export const watchTimes = {
  /** A visible page that shows no score for so long gets none. LinkedIn paints after 2 to 10 s, 30 s at worst. */
  giveUp: 60_000,
  /** Nothing may change for so long, and until the next frame, before a whole page is believed: an animation changes every frame. */
  settle: 16,
  /** So soon after a change it is read for the first time: what comes with it comes in the same moment. */
  soon: 4,
  /** What was read so long ago need not be read again where nothing has changed: only looked after whether it is painted as it was. */
  fresh: 50,
  /** A page that never stands still is looked at so often. */
  busy: 250,
  /** Scores that were seen to change must stand so long: they may count up in steps. */
  afterChange: 1000,
  /** What stands in a tab that was hidden must stand so long once it is shown: its animations have only begun. */
  afterShown: 400,
  /** So long nothing but zeros must stand: a page paints them before it knows. */
  zeros: 10_000,
  /**
   * Nothing may change for so long where a page also looks so half-painted: a pillar of exactly zero, no ranks or averages, nobody signed in,
   * a notice.
   */
  doubtful: 1000,
  /** Where a page never stands still, what is doubtful must stand so long; and so long the rest is waited for once it was told. */
  completion: 5000,
} as const;
