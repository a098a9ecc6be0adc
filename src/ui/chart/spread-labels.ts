/**
 * Moves labels apart along one line: each place in `wanted` (ascending) as near as it goes, at least `distance` from its neighbours, all
 * between `low` and `high`. Where there is no room for all, they are set closer, evenly. Returns as many places, ascending.
 */
export function spreadLabels(wanted: readonly number[], distance: number, low: number, high: number): number[] {
  const count = wanted.length;
  const apart = count > 1 ? Math.min(distance, (high - low) / (count - 1)) : distance;
  const places = wanted.map((place) => Math.min(high, Math.max(low, place)));
  for (let index = 1; index < count; index += 1) {
    places[index] = Math.max(places[index] ?? low, (places[index - 1] ?? low) + apart);
  }
  let limit = high;
  for (let index = count - 1; index >= 0; index -= 1) {
    places[index] = Math.min(places[index] ?? high, limit);
    limit = (places[index] ?? high) - apart;
  }
  return places;
}
