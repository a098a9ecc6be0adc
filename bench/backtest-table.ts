import type { OutlookMeasures, Turned } from './measure-outlook';
import { aheads } from './measure-outlook';

/** What was measured of a world read by one habit. */
export interface BacktestRow {
  readonly world: string;
  readonly habit: string;
  readonly measures: OutlookMeasures;
  /** The same of the build of 28 November 2026, in percent; absent where it said nothing. */
  readonly before: BeforeFigures;
}

/** In percent: how often the stated 80 % interval of a goal's day held, weeks called normal, and readings inside the band. */
export interface BeforeFigures {
  readonly interval: number | null;
  readonly normalWeek: number | null;
  readonly band: number | null;
}

const heads = [
  'world',
  'read',
  'then: day of a goal',
  ...aheads.map((ahead) => `${ahead} days`),
  'width',
  'score',
  'silent',
  'hardly before',
  'then: normal week',
  'normal week',
  'then: band',
  'band',
];

const percent = (part: number) => (Number.isFinite(part) ? `${Math.round(100 * part)}` : '–');
const share = ({ said, held }: Turned) => percent(held / said);
const known = (before: number | null) => (before === null ? '–' : `${before}`);
const points = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : '–');

/** The rows as a table in Markdown, all but width and score (points, four weeks ahead) in percent. */
export function backtestTable(rows: readonly BacktestRow[]): string {
  const lines = rows.map(({ world, habit, measures, before }) => {
    const { ranges, asked, silent, hardlyBefore, normalWeek, band } = measures;
    return [
      world,
      habit,
      known(before.interval),
      ...aheads.map((ahead) => share(ranges[ahead])),
      points(ranges[28].width),
      points(ranges[28].score),
      percent(silent / asked),
      share(hardlyBefore),
      known(before.normalWeek),
      share(normalWeek),
      known(before.band),
      share(band),
    ];
  });
  const all = [heads, ...lines];
  const widths = heads.map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)));
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [toLine(heads), rule, ...lines.map(toLine)].join('\n');
}
