import type { Action } from '../src/core/rows/action';
import type { Goal } from '../src/core/rows/goal';
import { dayNumber, localDayOf, type LocalDay } from '../src/core/score/local-day';
import { forEachPillar, pillars, totalOf, type Scores } from '../src/core/score/pillar';
import { unknownMember } from '../src/core/score/reading';
import type { Snapshot } from '../src/core/rows/snapshot';

/** Everything stored of one made-up member, by object store. */
export interface MadeUpMember {
  readonly members: readonly { readonly id: string; readonly since: number }[];
  readonly snapshots: readonly Snapshot[];
  readonly actions: readonly Action[];
  readonly goals: readonly Goal[];
}

/** Days from one action to the next: about one a month. */
const actionRhythm = 30;

/**
 * A member who read their score on each of `days` days up to `last`, moving a little around `centre`, with a note each month and one goal.
 * Always the same. Of no days, nobody.
 */
export function madeUpMember(days: number, last: LocalDay, centre: Scores): MadeUpMember {
  if (days === 0) return { members: [], snapshots: [], actions: [], goals: [] };
  const first = dayNumber(last) - days + 1;
  const snapshots = Array.from({ length: days }, (_, index): Snapshot => {
    const number = first + index;
    const scores = forEachPillar((pillar) => {
      const turn = pillars.indexOf(pillar) + 1;
      // Slow waves with a quick one upon them, as real scores move; small enough to be the same person's on every day.
      const wave = 0.6 * Math.sin(number / (120 * turn)) + 0.1 * Math.sin(number * 1.7 + turn);
      return Math.round((centre[pillar] + wave) * 1e4) / 1e4;
    });
    const total = totalOf(scores);
    return {
      member: unknownMember,
      day: localDayOf(number),
      readAt: number * 86_400_000,
      source: 'sample',
      shownTotal: Math.round(total),
      total,
      scores,
      rank: { industry: 12, network: 30 },
      average: {
        industry: { total: 37, scores: { brand: 11.5, people: 9, insights: 3.3, relationships: 13.2 } },
        network: { total: 41, scores: { brand: 12.5, people: 10, insights: 4.3, relationships: 14.2 } },
      },
    };
  });
  const actions = snapshots
    .filter((_, index) => index % actionRhythm === actionRhythm - 1)
    .map(({ day, readAt }, index): Action => ({
      kind: 'note',
      id: `action-${index}`,
      member: unknownMember,
      day,
      pillar: pillars[index % pillars.length] ?? 'brand',
      recordedAt: readAt,
      text: 'Commented on three posts',
    }));
  const goal: Goal = {
    id: 'goal',
    member: unknownMember,
    of: 'total',
    target: 70,
    from: snapshots[0]?.total ?? 0,
    setOn: localDayOf(first),
  };
  return { members: [{ id: unknownMember, since: first * 86_400_000 }], snapshots, actions, goals: [goal] };
}
