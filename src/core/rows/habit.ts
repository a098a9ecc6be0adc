import type { Pillar } from '../score/pillar';

/** The habits that a member ticks for a week, three for each pillar. Their words are in `_locales` under `habit_<id>`. An id never changes. */
export const habits = {
  brand: ['brand_profile', 'brand_post', 'brand_recommendation'],
  people: ['people_search', 'people_profiles', 'people_days'],
  insights: ['insights_comment', 'insights_messages', 'insights_share'],
  relationships: ['relationships_invite', 'relationships_write', 'relationships_promise'],
} as const satisfies Readonly<Record<Pillar, readonly string[]>>;

export type Habit = (typeof habits)[Pillar][number];

export const allHabits: readonly Habit[] = Object.values(habits).flat();

/** How often each habit was ticked and unticked, of which an own check is made. */
interface Ticked {
  readonly ticks: Readonly<Partial<Record<Habit, number>>>;
}

/** Whether a habit is ticked; false without a check. */
export function isTicked(check: Ticked | undefined, habit: Habit): boolean {
  return (check?.ticks[habit] ?? 0) % 2 === 1;
}

/** How many habits are ticked, 0 to 12; 0 without a check. */
export function tickedHabits(check: Ticked | undefined): number {
  return allHabits.filter((habit) => isTicked(check, habit)).length;
}

/** The check with a habit ticked or not; the very same one when it is so already. */
export function withTick<Check extends Ticked>(check: Check, habit: Habit, ticked: boolean): Check {
  if (isTicked(check, habit) === ticked) return check;
  return { ...check, ticks: { ...check.ticks, [habit]: (check.ticks[habit] ?? 0) + 1 } };
}
