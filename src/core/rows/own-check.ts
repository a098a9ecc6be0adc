import * as z from 'zod/mini';
import { allHabits, type Habit } from './habit';
import { instant, memberId, rowKind, week } from './row-kind';

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
