import type { GoalOutlook } from '../core/meaning/goal-outlook';
import { fourWeeks } from '../core/meaning/outlook';
import { inSteps, printedStep, type TriedOutlook } from '../core/meaning/outlook-record';
import type { PointRange } from '../core/meaning/series';
import type { Measure } from '../core/score/history';
import { formatComingDay, formatDay } from './format-day';
import { formatScore, formatWhole } from './format-number';
import type { Surroundings } from './surroundings';

type Voice = Pick<Surroundings, 'say' | 'language'>;

/** An end of a range as it is printed: whole for the total, with one decimal for a pillar. */
export function formatEnd(points: number, of: Measure, language: string): string {
  const printed = inSteps(points, printedStep(of));
  return of === 'total' ? formatWhole(printed, language) : formatScore(printed, language);
}

/** "In four weeks: 61 to 68." */
export function fourWeeksText({ low, high }: PointRange, of: Measure, { say, language }: Voice): string {
  return say('outlook_four_weeks', formatEnd(low, of, language), formatEnd(high, of, language));
}

/** The same from an outlook; undefined where there is none, and where too few of those before it held. */
export function outlookText({ outlook, record }: TriedOutlook, of: Measure, voice: Voice): string | undefined {
  return outlook && record.trusted ? fourWeeksText(outlook.range(fourWeeks), of, voice) : undefined;
}

/** The same of a goal that is being chosen, always with what is to go: "7.0 to go, not expected before 12 Jan". */
export function goalChoiceText(seen: GoalOutlook, around: Surroundings): string {
  const text = goalText(seen, around);
  const saysMore = (seen.state === 'rising' && seen.hardlyBefore !== undefined) || seen.state === 'too-far';
  if (!saysMore) return text;
  const { say, language } = around;
  return [say('goal_to_go', formatScore(seen.toGo, language)), text].join(say('list_comma'));
}

/** What may be said of a goal in a few words: "not expected before 12 Jan", "reached on 3 Oct", "7.0 to go". */
export function goalText(seen: GoalOutlook, { say, today, language }: Surroundings): string {
  switch (seen.state) {
    case 'reached':
      return say('goal_reached_on', formatDay(seen.on, today, language));
    case 'too-early':
      return say('goal_outlook_from', formatScore(seen.toGo, language), formatComingDay(seen.from, language));
    case 'unsettled':
      return say('goal_unsettled', formatScore(seen.toGo, language));
    case 'too-far':
      return say('goal_not_within_year');
    case 'rising':
      if (seen.hardlyBefore !== undefined)
        return say('goal_hardly_before', formatComingDay(seen.hardlyBefore, language));
      return say('goal_to_go', formatScore(seen.toGo, language));
    case 'not-rising':
      return say('goal_to_go', formatScore(seen.toGo, language));
  }
}
