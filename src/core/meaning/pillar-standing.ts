import { changeBetween, shown } from './change';
import { normalFortnight } from './normal-week';
import { latestReading, nearestTo, readingsBetween, type History } from '../score/history';
import { addDays, type LocalDay } from '../score/local-day';
import { forEachPillar, pillarMaximum, type Pillar } from '../score/pillar';
import type { Snapshot } from '../rows/snapshot';

/** Where a pillar stands at the newest reading. Points with one decimal, from shown values, so that they add up on the screen. */
export interface PillarStanding {
  readonly score: number;
  /** Points up to 25. */
  readonly roomLeft: number;
  /** Score minus the industry's average, negative below it; absent where the average is not known. */
  readonly toIndustry?: number;
  /** Score minus the network's average, negative below it; absent where the average is not known. */
  readonly toNetwork?: number;
  /**
   * Points lost over the last two weeks, more than 0, when it has fallen: lower than about 7 days ago, lower then than about 14 days ago, by 0.3 or
   * more in all, and by more than the member's own normal two weeks. Absent when it has not, and while their normal is not known.
   */
  readonly fallenBy?: number;
}

/** The smallest loss in two weeks that is called a fall, in points. */
const smallestFall = 0.3;

/** The standing of each pillar at the newest reading (with `today`: the newest not after it). Undefined without one. */
export function pillarStandings(
  history: History,
  today?: LocalDay,
): Readonly<Record<Pillar, PillarStanding>> | undefined {
  const latest = latestReading(history, today);
  if (!latest) return undefined;
  const recent = readingsBetween(history, addDays(latest.day, -28), latest.day);
  const weekBefore = near(recent, addDays(latest.day, -7));
  const twoWeeksBefore = near(recent, addDays(latest.day, -14));
  return forEachPillar((pillar) => {
    const score = shown(latest.scores[pillar]);
    const industry = latest.average.industry?.scores?.[pillar];
    const network = latest.average.network?.scores?.[pillar];
    const lost =
      weekBefore && twoWeeksBefore
        ? fall(
            changeBetween(twoWeeksBefore, weekBefore, pillar).amount,
            changeBetween(weekBefore, latest, pillar).amount,
          )
        : 0;
    // Asked only of what fell: for most pillars it is not needed.
    const normal = lost > 0 ? normalFortnight(history, pillar, today) : undefined;
    const fallenBy = normal && -lost < normal.low ? lost : 0;
    return {
      score,
      roomLeft: shown(pillarMaximum - score),
      ...(industry === undefined ? {} : { toIndustry: shown(score - shown(industry)) }),
      ...(network === undefined ? {} : { toNetwork: shown(score - shown(network)) }),
      ...(fallenBy > 0 ? { fallenBy } : {}),
    };
  });
}

/** What was lost over two weeks that both fell, enough to speak of; 0 otherwise. */
function fall(firstWeek: number, secondWeek: number): number {
  const lost = shown(-firstWeek - secondWeek);
  return firstWeek < 0 && secondWeek < 0 && lost >= smallestFall ? lost : 0;
}

/** The reading nearest to `day`, at most 2 days from it. */
function near(history: History, day: LocalDay): Snapshot | undefined {
  return nearestTo(readingsBetween(history, addDays(day, -2), addDays(day, 2)), day);
}
