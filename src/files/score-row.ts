import type { RejectionReason } from './imported-file';
import { addsUp } from './adds-up';
import type { TableField } from './prove-columns';
import type { WrittenNumber } from './written-number';
import type { LocalDay } from '../core/score/local-day';
import { pillars, totalOf, type Pillar, type Scores } from '../core/score/pillar';
import type { Averages, GroupAverage, Ranks, Snapshot } from '../core/rows/snapshot';
import { isRank, isScore, isTotal } from '../core/score/reading';
import type { TotalReading } from '../core/rows/total-reading';

type Group = 'industry' | 'network';
type WrittenScores = Partial<Record<Pillar, WrittenNumber>>;

/** The numbers of one line, by what they tell; absent where a cell has none, NaN where it could not be read to its end. */
export interface WrittenRow {
  total?: WrittenNumber;
  /** The whole number that LinkedIn printed, where a file has it beside the exact total. */
  shownTotal?: WrittenNumber;
  readonly scores: WrittenScores;
  readonly rank: Partial<Record<Group, WrittenNumber>>;
  readonly average: Partial<Record<Group, WrittenNumber>>;
  readonly averageScores: Partial<Record<Group, WrittenScores>>;
}

export const emptyRow = (): WrittenRow => ({ scores: {}, rank: {}, average: {}, averageScores: {} });

/** Puts a number where its field says. */
export function putField(row: WrittenRow, field: TableField, number: WrittenNumber): void {
  switch (field.of) {
    case 'total':
      row.total = number;
      break;
    case 'shown-total':
      row.shownTotal = number;
      break;
    case 'pillar':
      row.scores[field.pillar] = number;
      break;
    case 'rank':
      row.rank[field.group] = number;
      break;
    case 'average':
      row.average[field.group] = number;
      break;
    case 'average-pillar':
      (row.averageScores[field.group] ??= {})[field.pillar] = number;
      break;
    default:
  }
}

/** Day and instant of a row, and whose it is. */
export interface RowMoment {
  readonly member: string;
  readonly day: LocalDay;
  readonly readAt: number;
}

/** A row as it is kept: with pillars, or of a total alone, and why without pillars when it has some. */
export type ScoredRow =
  | { readonly kind: 'snapshots'; readonly row: Snapshot }
  | { readonly kind: 'totals'; readonly row: TotalReading; readonly withoutPillars: boolean }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason };

const rejected = (reason: RejectionReason): ScoredRow => ({ kind: 'rejected', reason });

/** Four scores when all four cells have one. */
function scoresOf({ brand, people, insights, relationships }: WrittenScores): Scores | undefined {
  if (brand === undefined || people === undefined || insights === undefined || relationships === undefined)
    return undefined;
  return { brand: brand.value, people: people.value, insights: insights.value, relationships: relationships.value };
}

/**
 * What a line says, if its numbers make sense: a total of 0 to 100, four pillars of 0 to 25 whose sum is the total, not zero in everything. Ranks and averages
 * that make no sense are left out. `cutPillars`: the pillars of this table are known to have lost their decimals, so that only the total is sure where they are not its sum.
 */
export function scoreRow(row: WrittenRow, moment: RowMoment, cutPillars: boolean): ScoredRow {
  const { total } = row;
  const written = pillars.flatMap((pillar) => row.scores[pillar] ?? []);
  const broken =
    written.length > 0 && (written.length < pillars.length || written.some(({ value }) => Number.isNaN(value)));
  const scores = broken ? undefined : scoresOf(row.scores);
  if (total === undefined && scores === undefined) return rejected(written.length > 0 ? 'not-a-number' : 'no-score');
  if (total !== undefined && Number.isNaN(total.value)) return rejected('not-a-number');
  const inRange =
    (total === undefined || isTotal(total.value)) &&
    (scores === undefined || pillars.every((pillar) => isScore(scores[pillar])));
  if (!inRange) return rejected('out-of-range');
  if ((total?.value ?? 0) === 0 && (scores === undefined || totalOf(scores) === 0)) return rejected('all-zero');
  const agrees = total === undefined || scores === undefined || addsUp(written, total);
  if (!agrees && !cutPillars) return rejected('does-not-add-up');

  const shared = { ...moment, source: 'import' as const, rank: ranksOf(row), average: averagesOf(row) };
  if (scores === undefined || !agrees) {
    return { kind: 'totals', row: { ...shared, total: total?.value ?? 0 }, withoutPillars: broken || !agrees };
  }
  const sum = totalOf(scores);
  const printed = [row.shownTotal, total].find((number) => number !== undefined && couldBePrinted(number.value, sum));
  const shownTotal = printed?.value ?? Math.round(sum);
  return { kind: 'snapshots', row: { ...shared, shownTotal, total: sum, scores } };
}

/** Whether a whole number can be what LinkedIn prints of a sum. Pillars of a file may be rounded more than LinkedIn's own. */
function couldBePrinted(total: number, sum: number): boolean {
  return Number.isInteger(total) && Math.abs(total - sum) <= 2.5;
}

function ranksOf({ rank }: WrittenRow): Ranks {
  const read = (number: WrittenNumber | undefined) =>
    number !== undefined && isRank(number.value) ? number.value : undefined;
  const [industry, network] = [read(rank.industry), read(rank.network)];
  return { ...(industry === undefined ? {} : { industry }), ...(network === undefined ? {} : { network }) };
}

function averageOf(row: WrittenRow, group: Group): GroupAverage | undefined {
  const total = row.average[group];
  // A cell with a per cent sign is a rank, whatever its column is called.
  if (total === undefined || total.percent || !isTotal(total.value)) return undefined;
  const scores = scoresOf(row.averageScores[group] ?? {});
  const whole = scores !== undefined && pillars.every((pillar) => isScore(scores[pillar]));
  return whole ? { total: total.value, scores } : { total: total.value };
}

function averagesOf(row: WrittenRow): Averages {
  const [industry, network] = [averageOf(row, 'industry'), averageOf(row, 'network')];
  return { ...(industry === undefined ? {} : { industry }), ...(network === undefined ? {} : { network }) };
}
