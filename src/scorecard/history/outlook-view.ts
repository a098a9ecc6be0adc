import type { Goal } from '../../core/rows/goal';
import { goalOutlook, outlookFrom } from '../../core/meaning/goal-outlook';
import { fourWeeks } from '../../core/meaning/outlook';
import type { CheckedOutlook, OutlookRecord, TriedOutlook } from '../../core/meaning/outlook-record';
import type { History, Measure } from '../../core/score/history';
import { formatComingDay, formatWeekday } from '../../words/format-day';
import { formatTarget, formatWhole } from '../../words/format-number';
import { formatEnd, fourWeeksText } from '../../words/outlook-text';
import type { Surroundings } from '../../words/surroundings';

/** What is said under the chart of the days to come, and of how such sayings turned out. */
export interface OutlookView {
  /** "In four weeks: 61 to 68.", "Forecast from 11 Dec", "No forecast for now" */
  readonly title: string;
  /** "70 is not expected before 12 Jan."; absent without a goal, and where nothing is said of it. */
  readonly goal?: string;
  readonly text: string;
  /** Absent where there is no range. */
  readonly record?: RecordView;
}

export interface RecordView {
  /** "Of 27 earlier forecasts like this, 24 came true.", or from when on that is told. */
  readonly title: string;
  /** What the boxes are, or how such ranges were measured. */
  readonly text: string;
  /** The oldest first; empty while there are fewer than eight. */
  readonly outlooks: readonly RecordRow[];
}

/** One outlook of the past, in words. */
interface RecordRow {
  readonly madeOn: string;
  readonly range: string;
  readonly readOn: string;
  readonly value: string;
  readonly held: boolean;
}

/** Of 100 ranges four weeks ahead that could be made on the one long real series known, so many held: `npm run backtest`. */
export const measuredOf100 = 83;

export interface OutlookQuestion {
  readonly history: History;
  readonly of: Measure;
  readonly tried: TriedOutlook;
  /** That of the measure; absent without one. */
  readonly goal?: Goal | undefined;
  /** The newest reading is too old to say anything. */
  readonly stale: boolean;
}

/** The words of an outlook. */
export function outlookView({ history, of, tried, goal, stale }: OutlookQuestion, around: Surroundings): OutlookView {
  const { say, today, language } = around;
  const { outlook, record } = tried;
  if (stale) return { title: say('goals_after_next_reading'), text: say('outlook_needs') };
  if (!outlook) {
    const from = formatComingDay(outlookFrom(history, today), language);
    return { title: say('outlook_from', from), text: say('outlook_needs') };
  }
  const count = formatWhole(record.outlooks.length, language);
  if (!record.trusted) {
    const text = say('outlook_none_why', formatWhole(record.held, language), count);
    return { title: say('outlook_none'), text, record: recordView(record, of, around) };
  }
  const about = goal && goalSentence(history, goal, around);
  return {
    title: fourWeeksText(outlook.range(fourWeeks), of, around),
    ...(about !== undefined && { goal: about }),
    text: say('outlook_explained'),
    record: recordView(record, of, around),
  };
}

function goalSentence(history: History, goal: Goal, { say, today, language }: Surroundings): string | undefined {
  const seen = goalOutlook(history, goal, today);
  const target = formatTarget(goal.target, language);
  if (seen?.state === 'not-rising') return say('outlook_no_date', target);
  if (seen?.state !== 'rising' || seen.hardlyBefore === undefined) return undefined;
  return say('outlook_hardly', target, formatComingDay(seen.hardlyBefore, language));
}

function recordView(record: OutlookRecord, of: Measure, around: Surroundings): RecordView {
  const { say, language } = around;
  if (!record.known) {
    return {
      title:
        record.knownFrom === undefined ? '' : say('outlook_record_from', formatComingDay(record.knownFrom, language)),
      text: say('outlook_measured', formatWhole(measuredOf100, language)),
      outlooks: [],
    };
  }
  return {
    title: say('outlook_record', formatWhole(record.outlooks.length, language), formatWhole(record.held, language)),
    text: say('outlook_record_explained'),
    outlooks: record.outlooks.map((checked) => rowOf(checked, of, around)),
  };
}

function rowOf(
  { madeOn, readOn, range: { low, high }, value, held }: CheckedOutlook,
  of: Measure,
  { say, today, language }: Surroundings,
): RecordRow {
  return {
    madeOn: formatWeekday(madeOn, today, language),
    range: say('outlook_range', formatEnd(low, of, language), formatEnd(high, of, language)),
    readOn: formatWeekday(readOn, today, language),
    value: formatEnd(value, of, language),
    held,
  };
}
