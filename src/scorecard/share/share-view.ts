import { bisector } from 'd3-array';
import { changeBetween, shown } from '../../core/meaning/change';
import { latestReading, valueOf, type History } from '../../core/score/history';
import { addDays, dayNumber } from '../../core/score/local-day';
import { pillars, type Pillar } from '../../core/score/pillar';
import type { Snapshot } from '../../core/rows/snapshot';
import { formatDay, formatMonthOfYear } from '../../words/format-day';
import { formatChange, formatPercent, formatScore, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Point } from '../../ui/chart/line';
import type { Surroundings } from '../../words/surroundings';

/** A change in points, and as it is written. */
interface WrittenChange {
  readonly points: number;
  readonly text: string;
}

/** What a picture of the last month shows. Nobody's name is in it. */
export interface ShareView {
  readonly scores: Snapshot['scores'];
  readonly total: string;
  /** "Social Selling Index, October 2026" */
  readonly title: string;
  /** "+2.4 in the last month"; absent when there is nothing older in it. */
  readonly change?: WrittenChange;
  readonly points: readonly Point[];
  /** First and last day of the line: "16 Sep 2026", "16 Oct 2026". */
  readonly ends: readonly [first: string, last: string];
  readonly pillars: readonly {
    readonly pillar: Pillar;
    readonly name: string;
    readonly value: string;
    readonly change?: WrittenChange;
  }[];
  readonly ranks: readonly string[];
  /** What the picture says in words. */
  readonly label: string;
}

const days = 30;
const byDay = bisector((reading: Snapshot) => reading.day);

/** The picture's contents. Undefined without a reading. `history` ascends by day. */
export function shareView(
  history: History,
  withRanks: boolean,
  { say, today, language }: Surroundings,
): ShareView | undefined {
  const latest = latestReading(history, today);
  if (!latest) return undefined;
  const month = history.slice(byDay.left(history, addDays(latest.day, -days)), byDay.right(history, latest.day));
  const first = month[0] ?? latest;
  const moved = (of: 'total' | Pillar): WrittenChange | undefined => {
    if (first === latest) return undefined;
    const points = changeBetween(first, latest, of).amount;
    return { points, text: formatChange(points, language) };
  };
  const inMonth = moved('total');
  const change = inMonth && { ...inMonth, text: say('share_change', inMonth.text) };
  const title = say('share_title', formatMonthOfYear(latest.day, language));
  const total = formatWhole(latest.shownTotal, language);
  const inPillars = pillars.map((pillar) => {
    const own = moved(pillar);
    return {
      pillar,
      name: pillarName(pillar, say),
      value: formatScore(shown(valueOf(latest, pillar)), language),
      ...(own && { change: own }),
    };
  });
  return {
    scores: latest.scores,
    total,
    title,
    ...(change && { change }),
    points: month.map((reading) => ({ day: dayNumber(reading.day), value: reading.total })),
    ends: [formatDay(first.day, '', language), formatDay(latest.day, '', language)],
    pillars: inPillars,
    ranks: withRanks
      ? (['industry', 'network'] as const).flatMap((group) => {
          const rank = latest.rank[group];
          return rank === undefined ? [] : [say(`scorecard_rank_${group}`, formatPercent(rank, language))];
        })
      : [],
    label: [
      title,
      total,
      change?.text ?? '',
      ...inPillars.map(({ name, value }) => say('scorecard_spoken_value', name, value)),
    ]
      .filter((part) => part !== '')
      .join(say('list_comma')),
  };
}
