import type { TotalReading } from '../../core/rows/total-reading';
import { compareSpans, spanAndBefore, spansOn, type ComparedSpan, type Span } from '../../core/meaning/compare-spans';
import type { History, Measure } from '../../core/score/history';
import { formatDay, formatDays } from '../../words/format-day';
import { formatScore } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { absent, measures } from './history-rows';

/** What is compared: spans of the calendar, or days that the member chose in the chart. */
export type Compared = ComparedSpan | Span;

export interface CompareView {
  /** "1 – 31 Oct", "5 readings"; the earlier, then the later. Empty where there is nothing to compare. */
  readonly heads: readonly { readonly days: string; readonly readings: string }[];
  readonly rows: readonly CompareRow[];
  /** How to read it, or why it is empty. */
  readonly text: string;
}

interface CompareRow {
  readonly of: Measure;
  readonly name: string;
  /** In the order of the heads. */
  readonly values: readonly string[];
  /** Absent where the measure is not known in both. */
  readonly change?: { readonly points: number; readonly normal: boolean };
}

/** The words of a comparison. */
export function compareView(
  { history, totals }: { readonly history: History; readonly totals: readonly TotalReading[] },
  compared: Compared,
  around: Surroundings,
): CompareView {
  const { say, today, language } = around;
  const spans = typeof compared === 'string' ? spansOn(compared, today) : spanAndBefore(compared);
  const found = compareSpans({ history, totals, spans, today });
  const days = ({ first, last }: Span) => formatDays(first, last, today, language);
  if (found.case === 'no-reading') {
    return { heads: [], rows: [], text: say('compare_no_reading', days(found.span)) };
  }
  if (found.case === 'rescaled') {
    return { heads: [], rows: [], text: say('review_rescaled', formatDay(found.on, today, language)) };
  }
  const greyed = found.measures.some(({ normal, amount }) => normal && amount !== 0);
  return {
    heads: (['earlier', 'later'] as const).map((which) => ({
      days: days(spans[which]),
      readings: sayCount(around, 'compare_readings', found.counts[which]),
    })),
    rows: measures.map((of): CompareRow => {
      const measure = found.measures.find((one) => one.of === of);
      return {
        of,
        name: of === 'total' ? say('scorecard_total') : pillarName(of, say),
        values: measure
          ? [measure.earlier, measure.later].map((value) => formatScore(value, language))
          : [absent, absent],
        ...(measure && { change: { points: measure.amount, normal: measure.normal ?? false } }),
      };
    }),
    text: [say('compare_explained'), ...(greyed ? [say('compare_normal')] : [])].join(' '),
  };
}
