import type { Action } from '../rows/action';
import { shown } from './change';
import { effectDays } from './effect-days';
import { columnsOf, dayNumbers, inOrder, type History, type Measure } from '../score/history';
import { dayNumber, type LocalDay } from '../score/local-day';
import { scoreOf, type Pillar } from '../score/pillar';
import type { Snapshot } from '../rows/snapshot';
import { findRescalings } from './rescaling';
import { placeOf } from './series';

/** How the pillar of an action moved after it, or the total where it is of none. Moving after is not moving because of: the screen says so. Points with one decimal. */
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

/** What followed a kind of action: in `rises` of `count` the pillar rose; on the member's other days it did in `otherwise` of as many. */
export type KindEffect = ActionKind & { readonly count: number; readonly rises: number; readonly otherwise: number };

/** A kind of action is spoken of from this many on, so many days apart: nearer ones have the same weeks around them. */
const fewestOfKind = 5;
const daysApart = 28;

/** And only when so many of them were followed by a rise. */
const leastRises = 0.6;

/** Chance alone may name any kind at all in one of ten journals. */
const chance = 0.1;

/** What is older than this is another time of the member's, in days. */
const kindsLookBack = 1826;

/** The effect of each action, newest action first. */
export function effectsOf(history: History, actions: readonly Action[], today: LocalDay): readonly Effect[] {
  const readings = inOrder(history);
  const days = dayNumbers(readings);
  const columns = columnsOf(readings);
  const rescalings = findRescalings(readings).map(dayNumber);
  const now = dayNumber(today);
  return actions
    .toSorted((one, other) =>
      one.day === other.day ? other.recordedAt - one.recordedAt : one.day < other.day ? 1 : -1,
    )
    .map((action): Effect => {
      const day = dayNumber(action.day);
      const sides = sidesOf(days, day, now);
      const measure = action.pillar ?? 'total';
      const scores = columns[measure];
      const own = movement(sides, (start, end) => meanOfColumn(scores, start, end));
      const group = groupMovement(readings, sides, measure);
      return {
        action,
        ...own,
        ...(group ? { group } : {}),
        ...(own.amount === undefined ? {} : { net: shown(own.amount - (group?.amount ?? 0)) }),
        day: Math.min(effectDays, Math.max(0, now - day)),
        complete: isComplete(day, now),
        rescaled: isRescaledAround(day, rescalings),
      };
    });
}

/** The readings around an action of `day`, up to `now`. LinkedIn computes once a day, so what the page says on the day itself cannot hold the action yet. */
function sidesOf(days: ArrayLike<number>, day: number, now: number): Sides {
  return {
    start: placeOf({ days }, day + 1 - effectDays),
    middle: placeOf({ days }, day + 1),
    end: placeOf({ days }, Math.min(now, day + effectDays) + 1),
  };
}

function isComplete(day: number, now: number): boolean {
  return now - day > effectDays;
}

function isRescaledAround(day: number, rescalings: readonly number[]): boolean {
  return rescalings.some((rescaled) => rescaled > day + 1 - effectDays && rescaled <= day + effectDays);
}

/** The places of the readings before and after an action: from `start`, from `middle`, and until before `end`. */
interface Sides {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** `mean` is that of the readings from a place until before another, with one decimal; undefined when it is not known. */
function movement(
  { start, middle, end }: Sides,
  mean: (start: number, end: number) => number | undefined,
): Pick<Effect, 'before' | 'after' | 'amount'> {
  const before = mean(start, middle);
  const after = mean(middle, end);
  if (before !== undefined && after !== undefined) return { before, after, amount: shown(after - before) };
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function meanOfColumn(values: Float64Array, start: number, end: number): number | undefined {
  if (start >= end) return undefined;
  let sum = 0;
  for (let index = start; index < end; index += 1) sum += values[index] ?? 0;
  return shown(sum / (end - start));
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

/** A group's average of a pillar; undefined where it is not known. */
function averageOf({ average }: Snapshot, group: 'industry' | 'network', of: Measure): number | undefined {
  const known = group === 'industry' ? average.industry : average.network;
  return of === 'total' ? known?.total : known?.scores && scoreOf(known.scores, of);
}

/** The industry's movement, the network's where the industry's is not known. */
function groupMovement(readings: History, sides: Sides, measure: Measure): Effect['group'] {
  for (const of of ['industry', 'network'] as const) {
    const known = (reading: Snapshot) => averageOf(reading, of, measure);
    const { amount } = movement(sides, (start, end) => shownMean(readings, start, end, known));
    if (amount !== undefined) return { of, amount };
  }
  return undefined;
}

/**
 * The kinds of action after which the pillar rose more often than it did anyway, most rises first. Of the last five years, over actions at least
 * 28 days apart whose 14 days are over, with a known movement and no rescaling: 5 or more of the kind, six in ten of them followed by a rise (net
 * 0.1 or more), and a shift test agrees: all days of the kind are moved together around the member's own history of the pillar, by every second day
 * from 15 on, and as many rises come by chance in too few of these to be one of `kinds` that had to be lucky (permutation test; p = (times + 1) /
 * (shifts + 1) at most 0.1 / kinds).
 */
export function effectsByKind(history: History, effects: readonly Effect[], today: LocalDay): readonly KindEffect[] {
  const now = dayNumber(today);
  const kinds = new Map<string, { readonly kind: ActionKind; readonly days: number[]; rises: number }>();
  for (const { action, complete, net, rescaled } of effects.toReversed()) {
    const day = dayNumber(action.day);
    if (!complete || net === undefined || rescaled || now - day > kindsLookBack) continue;
    const kind = kindOf(action);
    // A holiday is no kind of work.
    if (!kind) continue;
    const key = kind.kind === 'tip' ? `tip ${kind.tip}` : `note ${kind.pillar}`;
    const found = kinds.get(key) ?? { kind, days: [], rises: 0 };
    kinds.set(key, found);
    if (day < (found.days.at(-1) ?? -Infinity) + daysApart) continue;
    found.days.push(day);
    found.rises += net >= smallestRise ? 1 : 0;
  }
  const asked = [...kinds.values()].filter(({ days }) => days.length >= fewestOfKind);
  const risesOf = new Map<Pillar, Rises>();
  return asked
    .filter(({ days, rises }) => rises >= leastRises * days.length)
    .flatMap(({ kind, days, rises }): readonly KindEffect[] => {
      const known = risesOf.get(kind.pillar) ?? risesOfEachDay(history, kind.pillar, today);
      risesOf.set(kind.pillar, known);
      const { p, otherwise } = shiftTest(days, rises, known);
      return p <= chance / asked.length ? [{ ...kind, count: days.length, rises, otherwise }] : [];
    })
    .toSorted((one, other) => other.rises / other.count - one.rises / one.count || other.count - one.count);
}

/** The smallest net movement that counts as a rise: what one decimal shows. */
const smallestRise = 0.1;

/** For each day from `first` on: whether the pillar rose after it (1), did not (0), or that is not known (-1). */
interface Rises {
  readonly first: number;
  readonly of: Int8Array;
}

function risesOfEachDay(history: History, pillar: Pillar, today: LocalDay): Rises {
  const readings = inOrder(history);
  const days = dayNumbers(readings);
  const now = dayNumber(today);
  const rescalings = findRescalings(readings).map(dayNumber);
  const first = Math.max(days[0] ?? now, now - kindsLookBack);
  const moved = (value: (reading: Snapshot) => number | undefined) => movementByMeans(readings, days, first, value);
  const own = moved((reading) => scoreOf(reading.scores, pillar));
  const groups = (['industry', 'network'] as const).map((of) => moved((reading) => averageOf(reading, of, pillar)));
  const of = new Int8Array(Math.max(0, now - effectDays - first)).fill(-1);
  for (let index = 0; index < of.length; index += 1) {
    const day = first + index;
    const amount = own(day);
    if (amount === undefined || isRescaledAround(day, rescalings)) continue;
    of[index] = shown(amount - (groups[0]?.(day) ?? groups[1]?.(day) ?? 0)) >= smallestRise ? 1 : 0;
  }
  return { first, of };
}

/** The movement around each day from `first` on as `movement` has it, from running sums: for many days of a long history. */
function movementByMeans(
  readings: History,
  days: Float64Array,
  first: number,
  value: (reading: Snapshot) => number | undefined,
): (day: number) => number | undefined {
  const start = placeOf({ days }, first + 1 - effectDays);
  const sums = new Float64Array(readings.length + 1 - start);
  const counts = new Int32Array(sums.length);
  for (let index = start; index < readings.length; index += 1) {
    const reading = readings[index];
    const known = reading && value(reading);
    sums[index + 1 - start] = (sums[index - start] ?? 0) + (known ?? 0);
    counts[index + 1 - start] = (counts[index - start] ?? 0) + (known === undefined ? 0 : 1);
  }
  const meanBetween = (from: number, to: number) => {
    const count = (counts[to] ?? 0) - (counts[from] ?? 0);
    return count === 0 ? undefined : shown(((sums[to] ?? 0) - (sums[from] ?? 0)) / count);
  };
  // Days are asked for one after the other, so the places of their readings only go on.
  let [begin, middle, end] = [start, start, start];
  return (day) => {
    while (begin < days.length && (days[begin] ?? 0) < day + 1 - effectDays) begin += 1;
    while (middle < days.length && (days[middle] ?? 0) <= day) middle += 1;
    while (end < days.length && (days[end] ?? 0) <= day + effectDays) end += 1;
    const before = meanBetween(begin - start, middle - start);
    const after = meanBetween(middle - start, end - start);
    return before === undefined || after === undefined ? undefined : shown(after - before);
  };
}

/** How often as many rises follow when all days are moved together, and how many of as many followed then on the average. */
function shiftTest(days: readonly number[], rises: number, { first, of }: Rises): { p: number; otherwise: number } {
  const { length } = of;
  const places = days.map((day) => day - first);
  let shifts = 0;
  let times = 0;
  let known = 0;
  let risen = 0;
  for (let by = effectDays + 1; by < length - effectDays; by += 2) {
    let here = 0;
    for (const place of places) {
      // Moved by less than once around, so it comes in at the beginning at most once.
      const moved = place + by;
      const rise = of[moved < length ? moved : moved - length] ?? -1;
      if (rise < 0) continue;
      known += 1;
      here += rise;
    }
    shifts += 1;
    risen += here;
    if (here >= rises) times += 1;
  }
  return { p: (times + 1) / (shifts + 1), otherwise: known === 0 ? 0 : Math.round((days.length * risen) / known) };
}

/** Undefined for what is of no pillar. */
function kindOf(action: Action): ActionKind | undefined {
  if (action.kind === 'tip') return { kind: 'tip', tip: action.tip, pillar: action.pillar };
  return action.pillar && { kind: 'note', pillar: action.pillar };
}
