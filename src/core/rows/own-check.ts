import * as z from 'zod/mini';
import type { Pillar } from '../score/pillar';
import { instant, memberId, rowKind, week } from './row-kind';

/** The habits that a member ticks for a week, three for each pillar. Their words are in `_locales` under `habit_<id>`. An id never changes. */
export const habits = {
  brand: ['brand_profile', 'brand_post', 'brand_recommendation'],
  people: ['people_search', 'people_profiles', 'people_days'],
  insights: ['insights_comment', 'insights_messages', 'insights_share'],
  relationships: ['relationships_invite', 'relationships_write', 'relationships_promise'],
} as const satisfies Readonly<Record<Pillar, readonly string[]>>;

export type Habit = (typeof habits)[Pillar][number];

export const allHabits: readonly Habit[] = Object.values(habits).flat();

/** How often a habit was ticked and unticked: ticked when odd. The greater one wins, so that ticks made on two computers all stay. */
const times = z.exactOptional(z.int().check(z.minimum(1), z.maximum(1_000_000)));

const schema = z.object({
  member: memberId,
  week,
  ticks: z.object(Object.fromEntries(allHabits.map((habit) => [habit, times])) as Record<Habit, typeof times>),
  /** Instant of the last tick, epoch milliseconds. */
  changedAt: instant,
});

/** What the member says they did in the week that begins on its Monday, `week`. It is their own word: never a score, and never added to one. */
export type OwnCheck = Readonly<z.output<typeof schema>>;

/** Whether a habit is ticked; false without a check. */
export function isTicked(check: Pick<OwnCheck, 'ticks'> | undefined, habit: Habit): boolean {
  return (check?.ticks[habit] ?? 0) % 2 === 1;
}

/** The check with a habit ticked or not; the very same one when it is so already. */
export function withTick(check: OwnCheck, habit: Habit, ticked: boolean): OwnCheck {
  if (isTicked(check, habit) === ticked) return check;
  return { ...check, ticks: { ...check.ticks, [habit]: (check.ticks[habit] ?? 0) + 1 } };
}

function merge(one: OwnCheck, other: OwnCheck): OwnCheck {
  const ticks: OwnCheck['ticks'] = {};
  for (const habit of allHabits) {
    const most = Math.max(one.ticks[habit] ?? 0, other.ticks[habit] ?? 0);
    if (most > 0) ticks[habit] = most;
  }
  return { ...one, ticks, changedAt: Math.max(one.changedAt, other.changedAt) };
}

export const ownChecks = rowKind({
  schema,
  keyPath: ['member', 'week'],
  merge,
  provesMember: (row) => Date.parse(row.week),
});
