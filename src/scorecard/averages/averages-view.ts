import { shown } from '../../core/meaning/change';
import { latestReading, valueOf, type History, type Measure } from '../../core/score/history';
import { dayNumber, type LocalDay } from '../../core/score/local-day';
import { pillarMaximum, pillars, totalMaximum } from '../../core/score/pillar';
import { formatPercent, formatScore } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import { thinPoints } from '../../ui/chart/thin-points';
import type { Group } from '../history/history-lines';
import type { Surroundings } from '../../words/surroundings';

/** One measure beside the averages of both groups. Places are parts of the maximum, 0 to 1. */
export interface AverageRow {
  readonly of: Measure;
  readonly name: string;
  readonly place: number;
  readonly industry?: GroupPlace;
  readonly network?: GroupPlace;
  /** The row's line in words; its name stands before it. */
  readonly label: string;
}

export interface GroupPlace {
  readonly place: number;
  /** The member's shown value minus the average's, in points. */
  readonly ahead: number;
}

export interface AveragesView {
  readonly rows: readonly AverageRow[];
  /** "You are in the top 12% of your industry and the top 30% of your network." */
  readonly ranks: string;
  /** The day whose averages these are. */
  readonly day: LocalDay;
}

/** You beside your groups, at the newest reading that shows an average. Undefined when none does. */
export function averagesView(history: History, { say, language, today }: Surroundings): AveragesView | undefined {
  const latest = latestReading(
    history.filter(({ average }) => average.industry !== undefined || average.network !== undefined),
    today,
  );
  if (!latest) return undefined;
  const rows = (['total', ...pillars] as const).map((of): AverageRow => {
    const maximum = of === 'total' ? totalMaximum : pillarMaximum;
    const value = shown(valueOf(latest, of));
    const name = of === 'total' ? say('scorecard_total') : pillarName(of, say);
    const averageOf = (group: Group) => {
      const average = of === 'total' ? latest.average[group]?.total : latest.average[group]?.scores?.[of];
      return average === undefined
        ? undefined
        : { average: shown(average), place: average / maximum, ahead: shown(value - shown(average)) };
    };
    const [industry, network] = [averageOf('industry'), averageOf('network')];
    const words = (group: Group, average: { readonly average: number } | undefined) =>
      average === undefined ? [] : [say(`averages_label_${group}`, formatScore(average.average, language))];
    return {
      of,
      name,
      place: Math.min(1, value / maximum),
      ...(industry && { industry: { place: industry.place, ahead: industry.ahead } }),
      ...(network && { network: { place: network.place, ahead: network.ahead } }),
      label: [
        say('averages_label_you', formatScore(value, language)),
        ...words('industry', industry),
        ...words('network', network),
      ].join(say('list_comma')),
    };
  });
  return { rows, ranks: ranksSentence(latest.rank, { say, language }), day: latest.day };
}

function ranksSentence(
  { industry, network }: { readonly industry?: number; readonly network?: number },
  { say, language }: Pick<Surroundings, 'say' | 'language'>,
): string {
  if (industry !== undefined && network !== undefined) {
    return say('averages_ranks', formatPercent(industry, language), formatPercent(network, language));
  }
  if (industry !== undefined) return say('averages_rank_industry', formatPercent(industry, language));
  return network === undefined ? '' : say('averages_rank_network', formatPercent(network, language));
}

/** How far the member was ahead of their industry on a day: points, negative behind it. */
interface Lead {
  readonly day: number;
  readonly value: number;
}

export interface LeadView {
  readonly points: readonly Lead[];
  readonly first: Lead;
  readonly last: Lead;
  /** How much more (less) ahead than at first, in points. */
  readonly moved: number;
}

/** As many columns of pixels as the line of leads has at most. */
const leadColumns = 1000;

/** You against your industry over time, by the totals. Undefined with fewer than two readings that show the average. */
export function leadView(history: History): LeadView | undefined {
  const points = history.flatMap((reading): readonly Lead[] => {
    const average = reading.average.industry?.total;
    return average === undefined
      ? []
      : [{ day: dayNumber(reading.day), value: shown(shown(reading.total) - shown(average)) }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return undefined;
  const days = Math.max(1, last.day - first.day);
  // Of 50 years a line needs no more than its columns of pixels.
  const drawn = thinPoints(points, ({ day }) => ((day - first.day) / days) * leadColumns);
  return { points: drawn, first, last, moved: shown(last.value - first.value) };
}
