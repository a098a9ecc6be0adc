import type { OutlookMeasures, Turned } from './measure-outlook';
import { aheads } from './measure-outlook';
import type { Misled } from './measure-claims';

/** What was measured of a world read by one habit. */
export interface BacktestRow {
  readonly world: string;
  readonly habit: string;
  readonly measures: OutlookMeasures;
  /** Members told that a pillar has fallen where nothing happens, and of a kind of action though none does anything; absent for a real series. */
  readonly fallen?: Misled;
  readonly journal?: Misled;
  /** The same of the build of 28 November 2026, in percent; absent where it said nothing. */
  readonly before: BeforeFigures;
}

/** In percent: how often the interval stated for a goal's day held, weeks called normal, readings inside the band, and members told what is not so. */
export interface BeforeFigures {
  readonly interval: number | null;
  readonly normalWeek: number | null;
  readonly band: number | null;
  readonly fallen: number | null;
  readonly journal: number | null;
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
  'then: fallen',
  'fallen',
  'then: journal',
  'journal',
];

const percent = (part: number) => (Number.isFinite(part) ? `${Math.round(100 * part)}` : '–');
const share = ({ said, held }: Turned) => percent(held / said);
const part = (of: Misled | undefined) => (of ? percent(of.misled / of.members) : '–');
const known = (before: number | null) => (before === null ? '–' : `${before}`);
const points = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : '–');

/** The rows as a table in Markdown, all but width and score (points, four weeks ahead) in percent. */
export function backtestTable(rows: readonly BacktestRow[]): string {
  const lines = rows.map(({ world, habit, measures, fallen, journal, before }) => {
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
      known(before.fallen),
      part(fallen),
      known(before.journal),
      part(journal),
    ];
  });
  const all = [heads, ...lines];
  const widths = heads.map((_, column) => Math.max(...all.map((cells) => (cells[column] ?? '').length)));
  const toLine = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [toLine(heads), rule, ...lines.map(toLine)].join('\n');
}
