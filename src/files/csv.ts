import { unparse } from 'papaparse';
import { forEachPillar, pillars, totalOf } from '../core/score/pillar';
import type { Snapshot } from '../core/rows/snapshot';
import type { TotalReading } from '../core/rows/total-reading';

/** The columns of our CSV, as others may rely on. */
const csvColumns = [
  'day',
  'total',
  ...pillars,
  'industry_rank',
  'network_rank',
  'industry_average',
  'network_average',
  'shown_total',
] as const;

/** How a CSV is written. Lines end in CRLF. */
export interface CsvForm {
  readonly separator: ',' | ';';
  readonly decimalMark: '.' | ',';
  /** Begins with a byte order mark, by which Excel knows UTF-8. */
  readonly marked: boolean;
}

/** As RFC 4180 and programs have it. */
export const plainCsv: CsvForm = { separator: ',', decimalMark: '.', marked: false };

/**
 * As a spreadsheet of somebody who writes numbers as `language` (BCP 47) does opens it by itself: where the decimal mark is a comma, semicolons
 * stand between the cells (LibreOffice and Excel there take 20.998 for 20998).
 */
export function spreadsheetCsv(language: string): CsvForm {
  const comma = new Intl.NumberFormat(language)
    .formatToParts(1.5)
    .some(({ type, value }) => type === 'decimal' && value === ',');
  return { separator: comma ? ';' : ',', decimalMark: comma ? ',' : '.', marked: true };
}

/** LinkedIn's numbers are float32: what stands behind the sixth decimal is noise. */
const decimals = 1e6;
const rounded = (number: number): number => Math.round(number * decimals) / decimals;

/** A number as CSV has it: at most 6 decimals, never an exponent, empty when absent. */
function numberText(number: number | undefined, { decimalMark }: CsvForm): string {
  if (number === undefined) return '';
  // JavaScript writes no multiple of a millionth with an exponent.
  return String(rounded(number)).replace('.', decimalMark);
}

function cellsOf(row: Snapshot | TotalReading, form: CsvForm): string[] {
  const scores = 'scores' in row ? forEachPillar((pillar) => rounded(row.scores[pillar])) : undefined;
  return [
    row.day,
    // The sum of what is written, so that a reader's arithmetic agrees.
    numberText(scores ? totalOf(scores) : row.total, form),
    ...pillars.map((pillar) => numberText(scores?.[pillar], form)),
    numberText(row.rank.industry, form),
    numberText(row.rank.network, form),
    numberText(row.average.industry?.total, form),
    numberText(row.average.network?.total, form),
    numberText('shownTotal' in row ? row.shownTotal : undefined, form),
  ];
}

/** The first line of our CSV. */
export function csvHead({ separator, marked }: CsvForm): string {
  return `${marked ? '\uFEFF' : ''}${csvColumns.join(separator)}\r\n`;
}

/**
 * The lines of a CSV for `rows`: the exact total, the pillars (empty where only the total is known), ranks as "Top N", averages' totals, and the
 * whole total that LinkedIn printed. Every cell is a day or a number, and a cell that a spreadsheet would take for a formula gets an
 * apostrophe all the same.
 */
export function csvLines(rows: readonly (Snapshot | TotalReading)[], form: CsvForm): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => cellsOf(row, form));
  return `${unparse(cells, { newline: '\r\n', delimiter: form.separator, escapeFormulae: true })}\r\n`;
}
