import { unparse } from 'papaparse';
import { pillars } from '../core/score/pillar';
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
] as const;

/** A number as CSV has it: a point as decimal mark, never an exponent, empty when absent. */
function numberText(number: number | undefined): string {
  if (number === undefined) return '';
  const text = String(number);
  return text.includes('e') ? number.toFixed(12) : text;
}

function cellsOf(row: Snapshot | TotalReading): string[] {
  return [
    row.day,
    numberText(row.total),
    ...pillars.map((pillar) => numberText('scores' in row ? row.scores[pillar] : undefined)),
    numberText(row.rank.industry),
    numberText(row.rank.network),
    numberText(row.average.industry?.total),
    numberText(row.average.network?.total),
  ];
}

/** The first line of our CSV (RFC 4180, lines end in CRLF). */
export const csvHead = `${csvColumns.join(',')}\r\n`;

/**
 * The lines of a CSV for `rows`: the exact total, the pillars (empty where only the total is known), ranks as "Top N", averages' totals.
 * Every cell is a day or a number, and a cell that a spreadsheet would take for a formula gets an apostrophe all the same.
 */
export function csvLines(rows: readonly (Snapshot | TotalReading)[]): string {
  if (rows.length === 0) return '';
  return `${unparse(rows.map(cellsOf), { newline: '\r\n', escapeFormulae: true })}\r\n`;
}
