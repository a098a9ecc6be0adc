import { bisector } from 'd3-array';
import { changeBetween, shown } from '../../core/meaning/change';
import { latestReading, type History } from '../../core/score/history';
import { addDays, dayNumber } from '../../core/score/local-day';
import { pillars, type Pillar } from '../../core/score/pillar';
import type { Snapshot } from '../../core/rows/snapshot';
import { formatMonthOfYear } from '../../words/format-day';
import { formatChange, formatPercent, formatScore, formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Point } from '../../ui/chart/line';
import type { Surroundings } from '../../words/surroundings';

/** What a picture of the last month shows. Nobody's name is in it. */
export interface ShareView {
  readonly scores: Snapshot['scores'];
  readonly total: string;
  /** "Social Selling Index, October 2026" */
  readonly title: string;
  /** "+2.4 in a month"; empty when there is nothing a month older. */
  readonly change: string;
  readonly rose: boolean;
  readonly points: readonly Point[];
  readonly pillars: readonly { readonly pillar: Pillar; readonly name: string; readonly value: string }[];
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
  const [first] = month;
  const amount = first && first !== latest ? changeBetween(first, latest, 'total').amount : undefined;
  const change = amount === undefined ? '' : say('share_change', formatChange(amount, language));
  const title = say('share_title', formatMonthOfYear(latest.day, language));
  const total = formatWhole(latest.shownTotal, language);
  return {
    scores: latest.scores,
    total,
    title,
    change,
    rose: (amount ?? 0) > 0,
    points: month.map((reading) => ({ day: dayNumber(reading.day), value: reading.total })),
    pillars: pillars.map((pillar) => ({
      pillar,
      name: pillarName(pillar, say),
      value: formatScore(shown(latest.scores[pillar]), language),
    })),
    ranks: withRanks
      ? (['industry', 'network'] as const).flatMap((group) => {
          const rank = latest.rank[group];
          return rank === undefined ? [] : [say(`scorecard_rank_${group}`, formatPercent(rank, language))];
        })
      : [],
    label: [title, total, change].filter((part) => part !== '').join(say('list_comma')),
  };
}
