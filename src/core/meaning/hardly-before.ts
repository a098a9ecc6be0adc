/** What is shown with one decimal as the goal may lie this much below it, in points. */
const roundedUp = 0.05;

/** Further ahead nothing is said, in days. */
const furthest = 365;

/**
 * How many days after the newest reading a value may be reached at the earliest: the first day (1 to 365) on which the line's `reach` shows
 * `goal` points. Undefined when it does not within a year. No latest day is ever said: nothing tried gave an honest one.
 */
export function hardlyBefore(reach: (days: number) => number, goal: number): number | undefined {
  for (let days = 1; days <= furthest; days += 1) if (reach(days) >= goal - roundedUp) return days;
  return undefined;
}
