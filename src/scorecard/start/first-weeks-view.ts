import { changeOver, nextComparisonDay, shown } from '../../core/meaning/change';
import { outlookFrom } from '../../core/meaning/goal-outlook';
import { normalWeek, normalWeekNeeds } from '../../core/meaning/normal-week';
import { triedOutlook } from '../../core/meaning/outlook-record';
import { inOrder, latestReading, type History } from '../../core/score/history';
import { addDays, type LocalDay } from '../../core/score/local-day';
import { formatComingDay, formatMonthOfYear, formatWeekday } from '../../words/format-day';
import { formatChange, formatScore, formatWhole } from '../../words/format-number';
import { outlookText } from '../../words/outlook-text';
import type { Surroundings } from '../../words/surroundings';

/** Something that a new history comes to tell. */
export interface FirstStep {
  readonly id: 'saved' | 'comparison' | 'outlook' | 'normal';
  readonly isDone: boolean;
  /** "Today", "Mon 30 Nov", "With your next reading", "January 2027" */
  readonly when: string;
  readonly text: string;
}

/** What a history tells first and when, in order. Nothing without a reading. */
export function firstSteps(readings: History, around: Surroundings): readonly FirstStep[] {
  const { today, say, language } = around;
  const history = inOrder(readings);
  const [first] = history;
  const latest = latestReading(history, today);
  if (!first || !latest) return [];
  const onDay = (day: LocalDay) => (day === today ? say('chart_today') : formatWeekday(day, today, language));
  // The day that something was to be told has passed without a reading: the next one tells it.
  const due = (day: LocalDay) => (day <= today ? say('start_next_reading') : formatWeekday(day, today, language));
  const change = changeOver(history, 'total', 7, today);
  const outlook = outlookText(triedOutlook(history, 'total', today), 'total', around);
  const isNormalKnown = normalWeek(history, 'total') !== undefined;
  const normalFrom = addDays(first.day, normalWeekNeeds);
  return [
    {
      id: 'saved',
      isDone: true,
      when: onDay(first.day),
      text: say('start_saved', formatWhole(first.shownTotal, language)),
    },
    change
      ? {
          id: 'comparison',
          isDone: true,
          when: onDay(change.to.day),
          text: say('start_compared', formatChange(change.amount, language)),
        }
      : {
          id: 'comparison',
          isDone: false,
          when: due(nextComparisonDay(history, today) ?? addDays(today, 7)),
          text: say('start_comparison'),
        },
    outlook === undefined
      ? { id: 'outlook', isDone: false, when: due(outlookFrom(history, today)), text: say('start_outlook') }
      : { id: 'outlook', isDone: true, when: onDay(latest.day), text: outlook },
    {
      id: 'normal',
      isDone: isNormalKnown,
      when: isNormalKnown || normalFrom <= today ? say('start_next_reading') : formatMonthOfYear(normalFrom, language),
      text: say('start_normal'),
    },
  ];
}

/** The one reading there is, on the four weeks to come. */
export interface FirstDot {
  /** "56.8" */
  readonly value: string;
  /** Its height, 0 to 1, and where the days of the four weeks stand. */
  readonly height: number;
  readonly lines: readonly { readonly label: string; readonly height: number }[];
  readonly weeks: readonly { readonly day: LocalDay; readonly label: string; readonly place: number }[];
}

/** So many lines of the axis stand so many points apart. */
const lines = 4;
const apart = 5;
/** Weeks to come, and the part of the drawing that is left free before the first day. */
const weeksToCome = 4;
const margin = 0.04;

/** The drawing of a first reading: the days to come are marks and no line, since nothing is foretold. Undefined without a reading. */
export function firstDot(readings: History, { today, say, language }: Surroundings): FirstDot | undefined {
  const [first] = inOrder(readings);
  if (!first) return undefined;
  const total = shown(first.total);
  const low = Math.max(0, Math.min(100 - apart * (lines - 1), Math.floor(total / apart - 1) * apart));
  const heightOf = (points: number) => (points - low) / (apart * (lines - 1));
  return {
    value: formatScore(total, language),
    height: Math.min(1, heightOf(total)),
    lines: Array.from({ length: lines }, (_, index) => ({
      label: formatWhole(low + apart * index, language),
      height: heightOf(low + apart * index),
    })),
    weeks: Array.from({ length: weeksToCome + 1 }, (_, week) => {
      const day = addDays(first.day, 7 * week);
      return {
        day,
        label: day === today ? say('chart_today') : formatComingDay(day, language),
        place: margin + (week / weeksToCome) * (1 - 2 * margin),
      };
    }),
  };
}
