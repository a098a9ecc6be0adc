import { bisectLeft, bisectRight } from 'd3-array';
import type { Action } from '../rows/action';
import { shown } from './change';
import { dayNumbers, inOrder, type History } from '../score/history';
import { dayNumber, type LocalDay } from '../score/local-day';
import type { Pillar } from '../score/pillar';
import type { Snapshot } from '../rows/snapshot';
import { findRescalings } from './rescaling';

/** How the pillar of an action moved after it. Moving after is not moving because of: the screen says so. Points with one decimal. */
export interface Effect {
  readonly action: Action;
  /** Mean of the pillar over the 14 days up to and with the action's day; absent without a reading there. */
  readonly before?: number;
  /** Mean of the pillar over the 14 days after it, so far; absent without a reading there. */
  readonly after?: number;
  /** `after` − `before`; absent when either is. */
  readonly amount?: number;
  /** The same difference of the group's average of this pillar; absent where it is not known on both sides. */
  readonly group?: { readonly of: 'industry' | 'network'; readonly amount: number };
  /** `amount` less the group's; `amount` itself where no group is known; absent without `amount`. */
  readonly net?: number;
  /** Days since the action, 0 to 14: "day 4 of 14". */
  readonly day: number;
  /** Whether the 14 days after it are over. */
  readonly complete: boolean;
  /** Whether LinkedIn rescaled everybody's score within those 28 days. */
  readonly rescaled: boolean;
}

/** A kind of action: one tip, or own notes for one pillar. */
type ActionKind =
  | { readonly kind: 'tip'; readonly tip: string; readonly pillar: Pillar }
  | { readonly kind: 'note'; readonly pillar: Pillar };

/** What followed a kind of action: in `rises` of `count` the pillar rose. */
export type KindEffect = ActionKind & { readonly count: number; readonly rises: number };

/** The days looked at before and after an action. */
export const effectDays = 14;

/** A kind of action is spoken of from this many on. */
const fewestOfKind = 5;

/** The effect of each action, newest action first. */
export function effectsOf(history: History, actions: readonly Action[], today: LocalDay): readonly Effect[] {
  const readings = inOrder(history);
  const days = dayNumbers(readings);
  const rescalings = findRescalings(readings).map(dayNumber);
  const now = dayNumber(today);
  return actions
    .toSorted((one, other) =>
      one.day === other.day ? other.recordedAt - one.recordedAt : one.day < other.day ? 1 : -1,
    )
    .map((action): Effect => {
      const day = dayNumber(action.day);
      // LinkedIn computes once a day, so what the page says on the day itself cannot hold the action yet.
      const start = bisectLeft(days, day + 1 - effectDays);
      const middle = bisectRight(days, day);
      const end = bisectRight(days, Math.min(now, day + effectDays));
      const sides: Sides = { readings, start, middle, end };
      const own = movement(sides, (reading) => reading.scores[action.pillar]);
      const group = groupMovement(sides, action.pillar);
      return {
        action,
        ...own,
        ...(group ? { group } : {}),
        ...(own.amount === undefined ? {} : { net: shown(own.amount - (group?.amount ?? 0)) }),
        day: Math.min(effectDays, Math.max(0, now - day)),
        complete: now - day > effectDays,
        rescaled: rescalings.some((rescaled) => rescaled > day + 1 - effectDays && rescaled <= day + effectDays),
      };
    });
}

/** The readings before and after an action: from `start`, from `middle`, and until before `end`. */
interface Sides {
  readonly readings: History;
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

function movement(
  { readings, start, middle, end }: Sides,
  value: (reading: Snapshot) => number | undefined,
): Pick<Effect, 'before' | 'after' | 'amount'> {
  const before = shownMean(readings, start, middle, value);
  const after = shownMean(readings, middle, end, value);
  if (before !== undefined && after !== undefined) return { before, after, amount: shown(after - before) };
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** The mean of what is known from the reading at `start` until before the one at `end`, with one decimal; undefined when nothing is. */
function shownMean(
  readings: History,
  start: number,
  end: number,
  value: (reading: Snapshot) => number | undefined,
): number | undefined {
  let sum = 0;
  let count = 0;
  for (let index = start; index < end; index += 1) {
    const reading = readings[index];
    const known = reading && value(reading);
    if (known !== undefined) {
      sum += known;
      count += 1;
    }
  }
  return count === 0 ? undefined : shown(sum / count);
}

/** The industry's movement, the network's where the industry's is not known. */
function groupMovement(sides: Sides, pillar: Pillar): Effect['group'] {
  for (const of of ['industry', 'network'] as const) {
    const { amount } = movement(sides, (reading) => reading.average[of]?.scores?.[pillar]);
    if (amount !== undefined) return { of, amount };
  }
  return undefined;
}

/**
 * What followed each kind of action, over those whose 14 days are over, with a known movement and no rescaling: only kinds with 5 or
 * more, most rises first. A rise is a net movement of 0.1 or more.
 */
export function effectsByKind(effects: readonly Effect[]): readonly KindEffect[] {
  const kinds = new Map<string, { kind: ActionKind; count: number; rises: number }>();
  for (const { action, complete, net, rescaled } of effects) {
    if (!complete || net === undefined || rescaled) continue;
    const key = action.kind === 'tip' ? `tip ${action.tip}` : `note ${action.pillar}`;
    const { kind, count, rises } = kinds.get(key) ?? { kind: kindOf(action), count: 0, rises: 0 };
    kinds.set(key, { kind, count: count + 1, rises: rises + (net >= smallestRise ? 1 : 0) });
  }
  return [...kinds.values()]
    .filter(({ count }) => count >= fewestOfKind)
    .map(({ kind, count, rises }) => ({ ...kind, count, rises }))
    .toSorted((one, other) => other.rises / other.count - one.rises / one.count || other.count - one.count);
}

/** The smallest net movement that counts as a rise: what one decimal shows. */
const smallestRise = 0.1;

function kindOf(action: Action): ActionKind {
  return action.kind === 'tip'
    ? { kind: 'tip', tip: action.tip, pillar: action.pillar }
    : { kind: 'note', pillar: action.pillar };
}
