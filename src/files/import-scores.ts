import type { Column } from './import-columns';
import { momentOf, readDate, type WrittenDate } from './import-date';
import type { DateOrder, ImportOptions, RejectionReason } from './imported-file';
import { addDays } from '../core/score/local-day';
import { forEachPillar, pillars, totalOf, type Pillar, type Scores } from '../core/score/pillar';
import { float32Tolerance, isRank, isScore, isTotal } from '../core/score/reading';
import type { Averages, GroupAverage, Ranks } from '../core/rows/snapshot';
import type { Snapshot } from '../core/rows/snapshot';
import type { TotalReading } from '../core/rows/total-reading';

/** The cells of one day, by what they tell. */
export interface WrittenRow {
  readonly day: string;
  readonly time?: string;
  readonly total?: string;
  readonly scores: Partial<Record<Pillar, string>>;
  readonly rank: Partial<Record<'industry' | 'network', string>>;
  readonly average: Record<'industry' | 'network', { total?: string; scores: Partial<Record<Pillar, string>> }>;
}

/** An empty row, to be filled with `putField`. */
export function emptyRow(): WrittenRow {
  return { day: '', scores: {}, rank: {}, average: { industry: { scores: {} }, network: { scores: {} } } };
}

/** `row` with the text of one field added. */
export function putField(row: WrittenRow, field: Column['field'], text: string): WrittenRow {
  switch (field.of) {
    case 'day':
    case 'time':
    case 'total':
    case 'person':
      return { ...row, [field.of]: text };
    case 'pillar':
      row.scores[field.pillar] = text;
      return row;
    case 'rank':
      row.rank[field.group] = text;
      return row;
    case 'average':
      row.average[field.group].total = text;
      return row;
    case 'average-pillar':
      row.average[field.group].scores[field.pillar] = text;
      return row;
  }
}

/**
 * The number in a cell: "20,973", "20.973", "53 de 100", "Top 12 %". The most a number can be is 100, so a single comma or point is always
 * the decimal mark. `undefined` for a cell without a number, NaN for one that is none: two marks, a formula.
 */
function readNumber(text: string | undefined): number | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/\d/.test(trimmed)) return undefined;
  const match = /^[^\d=@+−-]{0,40}?([−-]?\d{1,16}(?:[.,]\d{1,20})?)(?![\d.,eE])/.exec(trimmed);
  return Number(match?.[1]?.replace(',', '.').replace('−', '-') ?? Number.NaN);
}

function decimals(text: string | undefined): number {
  return /\d[.,](\d+)/.exec(text ?? '')?.[1]?.length ?? 0;
}

/** Four scores when all four cells have one; NaN stays NaN, for the check of their ranges. */
function readScores(cells: Partial<Record<Pillar, string>>): Scores | undefined {
  const read = forEachPillar((pillar) => readNumber(cells[pillar]));
  const { brand, people, insights, relationships } = read;
  return brand === undefined || people === undefined || insights === undefined || relationships === undefined
    ? undefined
    : { brand, people, insights, relationships };
}

/** Whether a written total is the sum of the pillars as closely as their written decimals can say. */
function agrees(row: WrittenRow, total: number, scores: Scores): boolean {
  // LinkedIn pads nothing, so the longest of the four tells how they were rounded.
  const digits = Math.max(...pillars.map((pillar) => decimals(row.scores[pillar])));
  const allowed = 0.5 * 10 ** -decimals(row.total) + pillars.length * 0.5 * 10 ** -digits + float32Tolerance;
  return Math.abs(totalOf(scores) - total) <= allowed;
}

function readRank(text: string | undefined): number | undefined {
  const rank = readNumber(text);
  return rank !== undefined && isRank(rank) ? rank : undefined;
}

function readAverage(cells: WrittenRow['average']['industry']): GroupAverage | undefined {
  const total = readNumber(cells.total);
  if (total === undefined || !isTotal(total)) return undefined;
  const scores = readScores(cells.scores);
  const whole = scores !== undefined && pillars.every((pillar) => isScore(scores[pillar]));
  return whole ? { total, scores } : { total };
}

function readRanks(row: WrittenRow): Ranks {
  const [industry, network] = [readRank(row.rank.industry), readRank(row.rank.network)];
  return { ...(industry === undefined ? {} : { industry }), ...(network === undefined ? {} : { network }) };
}

function readAverages(row: WrittenRow): Averages {
  const [industry, network] = [readAverage(row.average.industry), readAverage(row.average.network)];
  return { ...(industry === undefined ? {} : { industry }), ...(network === undefined ? {} : { network }) };
}

/** A row as it is kept: with pillars, or of a total alone. */
export type ScoredRow =
  | { readonly kind: 'snapshots'; readonly row: Snapshot }
  | { readonly kind: 'totals'; readonly row: TotalReading }
  | { readonly kind: 'rejected'; readonly reason: RejectionReason };

const rejected = (reason: RejectionReason): ScoredRow => ({ kind: 'rejected', reason });

/**
 * What a written row says, if its numbers make sense: a day that has come, a total of 0 to 100, four pillars of 0 to 25 whose sum is the
 * total, not zero in everything. Ranks and averages that make no sense are left out.
 */
export function readScoredRow(
  row: WrittenRow,
  date: WrittenDate | undefined,
  order: DateOrder,
  options: ImportOptions,
): ScoredRow {
  const moment = date === undefined ? undefined : momentOf(date, row.time, order, options.timeZone);
  if (moment === undefined || moment.readAt < 0) return rejected('no-date');
  // Tomorrow may have begun where the file was written.
  if (moment.day > addDays(options.today, 1)) return rejected('future');

  const total = readNumber(row.total);
  const scores = readScores(row.scores);
  if (total === undefined && scores === undefined) return rejected('no-score');
  const inRange =
    (total === undefined || isTotal(total)) &&
    (scores === undefined || pillars.every((pillar) => isScore(scores[pillar])));
  if (!inRange) return rejected('out-of-range');
  if ((total ?? 0) === 0 && (scores === undefined || totalOf(scores) === 0)) return rejected('all-zero');
  if (total !== undefined && scores !== undefined && !agrees(row, total, scores)) return rejected('does-not-add-up');

  const shared = {
    member: options.member,
    ...moment,
    source: 'import' as const,
    rank: readRanks(row),
    average: readAverages(row),
  };
  if (scores === undefined) return { kind: 'totals', row: { ...shared, total: total ?? 0 } };
  const sum = totalOf(scores);
  const shownTotal = total !== undefined && Number.isInteger(total) ? total : Math.round(sum);
  return { kind: 'snapshots', row: { ...shared, shownTotal, total: sum, scores } };
}

/** The date in a row's cell; `undefined` when there is none. */
export function dateOf(row: WrittenRow): WrittenDate | undefined {
  return readDate(row.day);
}
