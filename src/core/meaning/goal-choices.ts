import { totalMaximum } from '../score/pillar';
import { shown } from './change';

/** Goals for the total are offered in steps of so many points, and so many of them. */
const stride = 5;
const offered = 3;

/** What practitioners call a good score. */
export const goodScore = 70;
/** From here on it is near enough to be proposed. */
const nearGoodScore = 55;

/** A proposal is at least so many points away. */
const leastWay = 3;

/** What can be reached from a total (0 to 100): whole points above it. */
export interface GoalChoices {
  /** The lowest goal, in points; above the highest at the very top, where nothing is left to reach. */
  readonly lowest: number;
  readonly highest: number;
  /** The next multiples of five, ascending; fewer near the top. */
  readonly steps: readonly number[];
  /** What is proposed at first. */
  readonly proposed: number;
}

/** Goals for the total from where it is now. */
export function goalChoices(total: number): GoalChoices {
  const now = shown(total);
  const next = (Math.floor(now / stride) + 1) * stride;
  const steps = Array.from({ length: offered }, (_, index) => next + index * stride).filter(
    (step) => step <= totalMaximum,
  );
  const isNearGood = now >= nearGoodScore && now < goodScore - leastWay;
  const proposed = isNearGood ? goodScore : Math.ceil((now + leastWay) / stride) * stride;
  return {
    lowest: Math.floor(now) + 1,
    highest: totalMaximum,
    steps: next >= totalMaximum ? [] : steps,
    proposed: Math.min(totalMaximum, proposed),
  };
}
