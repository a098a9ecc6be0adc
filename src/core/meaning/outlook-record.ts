import { onceEach, type History, type Measure } from '../score/history';
import { localDayOf, type LocalDay } from '../score/local-day';
import { maximumOf, outlookMemory, outlooksOf, type Outlook } from './outlook';
import { seriesOf, type PointRange, type Series } from './series';

/** An outlook of the past, and what came. */
export interface CheckedOutlook {
  /** The day it was made, and that of the reading it was made for. */
  readonly madeOn: LocalDay;
  readonly readOn: LocalDay;
  /** As it was printed. */
  readonly range: PointRange;
  /** What was read, as it was printed. */
  readonly value: number;
  readonly held: boolean;
}

/** How the outlooks of the past turned out, the oldest first. */
export interface OutlookRecord {
  readonly outlooks: readonly CheckedOutlook[];
  readonly held: number;
  /** Enough of them to speak of: 8. */
  readonly known: boolean;
  /** Whether another range may be shown: unless of 8 or more fewer than six in ten held. */
  readonly trusted: boolean;
  /** About the day on which there are enough; absent when there are, and before the first outlook. */
  readonly knownFrom?: LocalDay;
}

/** An outlook with what its own past says of it. */
export interface TriedOutlook {
  /** Undefined where there is too little to go by. It stands here also when it is not trusted, for `line`. */
  readonly outlook: Outlook | undefined;
  readonly record: OutlookRecord;
}

/** Days from one checked outlook to the next, at least: neighbours' outlooks are nearly the same one. */
const apart = 7;

/** A checked outlook is for the reading this many days later, the nearest to four weeks. */
const [shortest, wanted, longest] = [24, 28, 32] as const;

/** The newest so many are checked: about half a year of weeks. */
const most = 27;

/** Fewer say nothing. */
const fewest = 8;

/** Below this part no range is shown. */
const leastHeld = 0.6;

/** How far back the record looks: to the oldest outlook that is checked where there is one a week, and what that looked at. In days. */
export const recordDays = longest + most * apart + outlookMemory + 30;

/** Of one history it is asked for the words, the goal and the week: made once. */
const triedOutlooks = onceEach(() => new Map<string, TriedOutlook>());

/** The outlook from the newest reading up to `today`, and the record of those before it. */
export function triedOutlook(history: History, of: Measure, today?: LocalDay): TriedOutlook {
  const made = triedOutlooks(history);
  const question = `${of} ${today ?? ''}`;
  const tried = made.get(question) ?? tryOutlook(history, of, today);
  made.set(question, tried);
  return tried;
}

function tryOutlook(history: History, of: Measure, today?: LocalDay): TriedOutlook {
  const series = seriesOf(history, of, recordDays, today);
  const outlooks = outlooksOf(series, maximumOf(of));
  const newest = series.days.length - 1;
  let record: OutlookRecord | undefined;
  return {
    outlook: outlooks(newest),
    // Worked out when it is first asked for: it takes as long as 27 outlooks.
    get record() {
      record ??= outlookRecord(series, newest, outlooks, printedStep(of));
      return record;
    },
  };
}

/** The smallest step of a range as it is printed, in points: totals are whole as LinkedIn prints them, pillars have one decimal. */
export function printedStep(of: Measure): number {
  return of === 'total' ? 1 : 0.1;
}

/** A value as it is printed in steps of `step` points. */
export function inSteps(value: number, step: number): number {
  const perPoint = Math.round(1 / step);
  return Math.round(value * perPoint + 1e-4) / perPoint;
}

/**
 * The member's own record up to the reading at `newest`: at readings at least 7 days apart, whether the range for the reading some four weeks (24 to 32 days) later, made
 * from what was known then, held; the newest 27 of them. It held when what was printed lay in what would have been printed.
 */
export function outlookRecord(
  { days, values }: Series,
  newest: number,
  outlooks: (place: number) => Outlook | undefined,
  step: number,
): OutlookRecord {
  const checked: CheckedOutlook[] = [];
  let next = Infinity;
  for (let place = newest; place >= 0 && checked.length < most; place -= 1) {
    const day = days[place] ?? 0;
    if (day > next) continue;
    const later = nearestLater(days, place, newest);
    const range = later === undefined ? undefined : outlooks(place)?.range((days[later] ?? 0) - day);
    if (later === undefined || !range) continue;
    const [low, high, value] = [range.low, range.high, values[later] ?? 0].map((points) => inSteps(points, step)) as [
      number,
      number,
      number,
    ];
    checked.push({
      madeOn: localDayOf(day),
      readOn: localDayOf(days[later] ?? 0),
      range: { low, high },
      value,
      held: value >= low && value <= high,
    });
    next = day - apart;
  }
  const held = checked.filter((one) => one.held).length;
  const known = checked.length >= fewest;
  const knownFrom = known ? undefined : eighthFrom(days, newest, outlooks);
  return {
    outlooks: checked.reverse(),
    held,
    known,
    trusted: !known || held >= leastHeld * checked.length,
    ...(knownFrom !== undefined && { knownFrom: localDayOf(knownFrom) }),
  };
}

/** About the day on which the eighth outlook can be checked, when the score is read every week from now on. Undefined before the first outlook. */
function eighthFrom(
  days: readonly number[],
  newest: number,
  outlooks: (place: number) => Outlook | undefined,
): number | undefined {
  let count = 0;
  let last: number | undefined;
  for (let place = 0; place <= newest && count < fewest; place += 1) {
    const day = days[place] ?? 0;
    if ((last !== undefined && day < last + apart) || !outlooks(place)) continue;
    count += 1;
    last = day;
  }
  return last === undefined ? undefined : last + (fewest - count) * apart + wanted;
}

/** The reading 24 to 32 days after the one at `place` that is nearest to 28; of two the older; up to the one at `newest`. */
function nearestLater(days: readonly number[], place: number, newest: number): number | undefined {
  const day = days[place] ?? 0;
  let found: number | undefined;
  for (let later = place + 1; later <= newest && (days[later] ?? 0) <= day + longest; later += 1) {
    if ((days[later] ?? 0) < day + shortest) continue;
    const distance = Math.abs((days[later] ?? 0) - day - wanted);
    if (found === undefined || distance < Math.abs((days[found] ?? 0) - day - wanted)) found = later;
  }
  return found;
}
