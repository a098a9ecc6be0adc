/** A stretch of the time axis: first and last day, as `dayNumber` counts, with fractions while it moves. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The shortest stretch that can be looked at, in days. */
export const shortestStretch = 7;

/** `stretch` moved and, where it is too long or too short, resized so that it lies within `bounds`. */
export function within(stretch: Stretch, bounds: Stretch): Stretch {
  const most = bounds.to - bounds.from;
  const length = Math.min(most, Math.max(Math.min(shortestStretch, most), stretch.to - stretch.from));
  // Resized around its middle, so that a stretch that became too short does not run away.
  const middle = (stretch.from + stretch.to) / 2;
  const from = Math.min(bounds.to - length, Math.max(bounds.from, middle - length / 2));
  return { from, to: from + length };
}

/** Zooms so that `day` stays where it is: in for a `factor` below 1, out above. Stays within `bounds`. */
export function zoomAround(stretch: Stretch, bounds: Stretch, day: number, factor: number): Stretch {
  const length = stretch.to - stretch.from;
  const most = bounds.to - bounds.from;
  const wanted = Math.min(most, Math.max(Math.min(shortestStretch, most), length * factor));
  const part = length === 0 ? 0.5 : (day - stretch.from) / length;
  const from = day - part * wanted;
  return within({ from, to: from + wanted }, bounds);
}

/** Moves by `days` to later days, or earlier when negative, as far as `bounds` allow. */
export function panBy(stretch: Stretch, bounds: Stretch, days: number): Stretch {
  return within({ from: stretch.from + days, to: stretch.to + days }, bounds);
}
