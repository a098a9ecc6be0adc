import type { ColumnCells } from './column-cells';
import type { Meaning } from './heading-words';
import { pillars, type Pillar } from '../core/score/pillar';

export const groups = ['industry', 'network'] as const;

export const says = (column: ColumnCells, ...meanings: Meaning[]) =>
  meanings.some((meaning) => column.heading.means.has(meaning));

export const groupOf = (column: ColumnCells) => groups.find((group) => says(column, group));

export const pillarOf = (column: ColumnCells): Pillar | undefined => {
  const said = pillars.filter((pillar) => says(column, pillar));
  // "Engage with insights" and "Build relationships" say one each; of more than one none is certain.
  return said.length === 1 ? said[0] : undefined;
};

/** Something whose heading says that it is no score of the member's. */
export const isOther = (column: ColumnCells) =>
  says(column, 'not-score', 'activity') ||
  (says(column, 'counter') && !says(column, 'score')) ||
  (column.counts && !says(column, 'ssi', 'total'));

/** Nearly every cell of a column that has anything in it; some may hold "n/a" or a mistake. */
const most = (count: number, of: number) => of > 0 && count >= of * 0.8;

/** Whether the cells may be scores of 0 to `maximum`. */
export const fits = (column: ColumnCells, maximum: 25 | 100) =>
  column.numberCount > 0 &&
  most(maximum === 25 ? column.inPillars : column.inTotals, column.numberCount) &&
  column.numberCount >= filledNumbers(column) * 0.5;

/** Cells that have a digit in them. */
export const filledNumbers = (column: ColumnCells) => column.numbers.filter((number) => number !== undefined).length;

/** How sure a heading is that its column is the total: 3 names the SSI, 2 a total, 1 a score, all in words that are known; 0 is none of these. */
export function totalTier(column: ColumnCells): 0 | 1 | 2 | 3 {
  if (isOther(column) || groupOf(column) !== undefined || pillarOf(column) !== undefined) return 0;
  if (!column.heading.known || says(column, 'average', 'rank', 'day', 'year', 'month', 'span')) return 0;
  if (says(column, 'ssi')) return 3;
  if (says(column, 'total')) return 2;
  return says(column, 'score') ? 1 : 0;
}
