import { effectsByKind, effectsOf } from '../src/core/meaning/journal';
import { pillarStandings } from '../src/core/meaning/pillar-standing';
import type { Action } from '../src/core/rows/action';
import type { Snapshot } from '../src/core/rows/snapshot';
import { inOrder, type History } from '../src/core/score/history';
import { localDayOf } from '../src/core/score/local-day';
import { pillarMaximum } from '../src/core/score/pillar';
import { seededRandom } from '../tests/unit/seeded-random';
import { seriesHistory } from './series-history';
import { firstDay, madeUpMember } from './worlds';

/** How many of made-up members see something that is not so. */
export interface Misled {
  readonly members: number;
  readonly misled: number;
}

/** A member whose pillar of insights lives in a world, about the middle of what a pillar can have. */
function pillarHistory(world: string, habit: string, seed: number): History {
  const { days, values } = madeUpMember(world, habit, seed);
  const middle = (values[0] ?? 0) - pillarMaximum / 2;
  return seriesHistory({ days, values }).map((reading, place): Snapshot => {
    const insights = Math.min(pillarMaximum, Math.max(0, (values[place] ?? 0) - middle));
    return { ...reading, scores: { ...reading.scores, insights } };
  });
}

/** A member is looked at for so many days, once there is a past. */
const [looked, past] = [90, 200] as const;

/** How many members are told within 90 days that a pillar has fallen, in a world in which nothing happens. */
export function measureFallen(world: string, habit: string, members: number): Misled {
  const misled = Array.from({ length: members }, (_, index) => {
    const history = inOrder(pillarHistory(world, habit, index + 1));
    return history.some(({ day }) => {
      const [from, to] = [localDayOf(firstDay + past), localDayOf(firstDay + past + looked)];
      return day >= from && day < to && pillarStandings(history, day)?.insights.fallenBy !== undefined;
    });
  });
  return { members, misled: misled.filter(Boolean).length };
}

/** Kinds of action, and how often each is done in a year. */
const [kinds, times] = [['a', 'b', 'c', 'd'], 12] as const;

/** Actions on days that have nothing to do with the score. */
function idleActions(seed: number): readonly Action[] {
  const { uniform } = seededRandom(seed * 31 + 7);
  return kinds.flatMap((tip) =>
    Array.from({ length: times }, (_, index): Action => ({
      kind: 'tip',
      tip,
      id: `${tip} ${index}`,
      member: 'unknown',
      day: localDayOf(firstDay + 20 + Math.floor(uniform() * 370)),
      pillar: 'insights',
      recordedAt: index,
    })),
  );
}

/** How many members are told of a kind of action that a rise followed, though none of them does anything. */
export function measureJournal(world: string, habit: string, members: number): Misled {
  const misled = Array.from({ length: members }, (_, index) => {
    const history = inOrder(pillarHistory(world, habit, index + 1));
    const today = history.at(-1)?.day ?? '';
    return effectsByKind(history, effectsOf(history, idleActions(index), today), today).length > 0;
  });
  return { members, misled: misled.filter(Boolean).length };
}
