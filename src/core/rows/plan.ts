import * as z from 'zod/mini';
import { planMinutes } from './plan-minutes';
import { day, greater, id, memberId, madeByMember, rowKind, week } from './row-kind';

const key = { member: memberId, week };
const tip = z.exactOptional(id);
const cared = z.exactOptional(z.literal(true));
const schema = z.object({
  ...key,
  minutes: z.literal(planMinutes),
  /** The tip chosen for each pillar, by its id in the catalogue; a pillar without one rests. */
  tips: z.object({ brand: tip, people: tip, insights: tip, relationships: tip }),
  /** The pillars the member cares about, where they chose them by hand; the next week begins with them. Absent: what needs it most. */
  cares: z.exactOptional(z.object({ brand: cared, people: cared, insights: cared, relationships: cared })),
  /** The day before the week's Monday from which what is done counts: a plan made at the end of a week is for the next one too. Absent: Monday. */
  from: z.exactOptional(day),
});

/**
 * What the member chose to do in the week that begins on its Monday, `week`. What came of it is not kept here: an action of the journal ticks its
 * tip, so that the two never differ.
 */
export type Plan = Readonly<z.output<typeof schema>>;

export const plans = rowKind({
  schema: madeByMember(schema, key),
  keyPath: ['member', 'week'],
  tombstones: true,
  merge: (one, other) => greater(one, other, (row) => [row.changedAt]),
  provesMember: (row) => ('deleted' in row ? undefined : Date.parse(row.week)),
});
