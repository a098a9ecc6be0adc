/**
 * Moves labels apart along one line: each place in `wanted` (the middles, ascending) as near as it goes, so that none lies over its neighbour, all
 * between `low` and `high`. `sizes` says how much room each takes. Where there is no room for all, they are set closer, evenly. Returns as many
 * places, ascending.
 */
export function spreadLabels(wanted: readonly number[], sizes: readonly number[], low: number, high: number): number[] {
  const wishes = apart(sizes);
  const needed = roomOfLabels(sizes);
  const factor = needed > high - low ? (high - low) / needed : 1;
  const steps = wishes.map((wish) => wish * factor);
  const places = wanted.map((place) => Math.min(high, Math.max(low, place)));
  for (let index = 1; index < places.length; index += 1) {
    places[index] = Math.max(places[index] ?? low, (places[index - 1] ?? low) + (steps[index - 1] ?? 0));
  }
  let limit = high;
  for (let index = places.length - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index] ?? high, limit);
    limit = (places[index] ?? high) - (steps[index - 1] ?? 0);
  }
  return places;
}

/** The least length of a line on which labels of these sizes, in their order, do not lie over each other: from the first's middle to the last's. */
export function roomOfLabels(sizes: readonly number[]): number {
  return apart(sizes).reduce((sum, distance) => sum + distance, 0);
}

/** From each middle to the next. */
function apart(sizes: readonly number[]): readonly number[] {
  return sizes.slice(1).map((size, index) => (size + (sizes[index] ?? size)) / 2);
}
