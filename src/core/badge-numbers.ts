import { changeOver } from './change';
import { latestReading, readingsBetween, type History } from './history';
import { addDays, daysBetween, type LocalDay } from './local-day';
import { forEachPillar, type Pillar } from './pillar';
import { weakestPillar } from './weakest-pillar';

/** What the badges on the SSI page need: the answer to a recorded reading. */
export interface BadgeNumbers {
  /** Whether the member wants badges on the page. */
  readonly shown: boolean;
  /** Change of the total against 7 days ago, in points as shown; absent when there is no reading 5 to 9 days before. */
  readonly change?: number;
  /** The pillar with the lowest score. */
  readonly weakest: Pillar;
  readonly pillars: Readonly<Record<Pillar, PillarBadge>>;
}

export interface PillarBadge {
  /** Change of this pillar against 7 days ago, in points as shown; absent as above. */
  readonly change?: number;
  /** The readings of the last 30 days, oldest first: days before today (0 to 29, 0 is today) and points of 0 to 25. */
  readonly line: readonly (readonly [daysAgo: number, score: number])[];
}

/** How many days back a badge's line goes. */
const lineDays = 30;

/** What the badges say of `history`, which ends with the reading of `today`. Undefined when there is no reading. */
export function badgeNumbers(history: History, today: LocalDay, shown: boolean): BadgeNumbers | undefined {
  const latest = latestReading(history, today);
  if (!latest) return undefined;
  const change = changeOver(history, 'total', 7, today);
  const recent = readingsBetween(history, addDays(today, 1 - lineDays), today);
  return {
    shown,
    ...(change && { change: change.amount }),
    weakest: weakestPillar(latest.scores, latest.average.industry?.scores),
    pillars: forEachPillar((pillar) => {
      const pillarChange = changeOver(history, pillar, 7, today);
      return {
        ...(pillarChange && { change: pillarChange.amount }),
        line: recent.map(({ day, scores }) => [daysBetween(day, today), scores[pillar]] as const),
      };
    }),
  };
}
