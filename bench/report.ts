import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Row } from './row';

/** Where and when the figures were taken. */
export interface Circumstances {
  /** ISO 8601, in UTC. */
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  readonly browser: string;
  /** Processes that wanted to run, a mean over the minute before (Unix load average): far above the number of cores, the figures are noise. */
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly seconds: number;
}

/** This machine, without its name. */
export function machine(): string {
  const processors = cpus();
  const model = processors[0]?.model.trim() ?? 'unknown processor';
  return `${processors.length} × ${model}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()}`;
}

/** Load average of the last minute, one decimal. */
export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 });
}

function cells({ group, name, unit, runs, median, min, max, target, met, beside }: Row, compares: boolean): string[] {
  const numbers = runs === 1 ? [shown(median), '', ''] : [median, min, max].map(shown);
  const judged = met === undefined ? '' : met ? 'met' : 'MISSED';
  return [
    group,
    name,
    unit === 'ratio' ? '×' : unit,
    ...numbers,
    target === undefined ? '' : `≤ ${shown(target)}`,
    judged,
    ...(compares ? [beside ? shown(beside.median) : '', beside ? ratio(beside.ratio) : ''] : []),
  ];
}

/** Two digits, also of a large one: it is what is looked at. Of nothing by nothing there is none. */
function ratio(value: number): string {
  return Number.isFinite(value) ? value.toFixed(2) : '';
}

/** The table's lines, the first its head. */
function linesOf(rows: readonly Row[]): string[][] {
  const compares = rows.some(({ beside }) => beside !== undefined);
  const head = ['', 'what', 'unit', 'median', 'min', 'max', 'target', '', ...(compares ? ['beside', 'ratio'] : [])];
  return [head, ...rows.map((row) => cells(row, compares))];
}

const isNumeric = (column: number): boolean => column >= 3 && column !== 7;

/** The rows as a table for a terminal. */
export function plainTable(rows: readonly Row[]): string {
  const lines = linesOf(rows);
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** One sentence about the targets: how many were kept, and which were not. */
export function verdict(rows: readonly Row[]): string {
  const judged = rows.filter(({ met }) => met !== undefined);
  const missed = judged.filter(({ met }) => met === false);
  const kept = `${judged.length - missed.length} of ${judged.length} targets met`;
  const names = missed.map(
    ({ group, name, median, target = 0 }) => `${group}, ${name} (${shown(median)} instead of ${shown(target)})`,
  );
  return missed.length === 0 ? `${kept}.` : `${kept}. Missed: ${names.join('; ')}.`;
}

/** Writes `results.json` and `results.md` into `folder`. */
export function writeReport(folder: string, rows: readonly Row[], about: Circumstances): void {
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ ...about, rows }, null, 2)}\n`);
  const line = (values: readonly string[]): string => `| ${values.join(' | ')} |`;
  const [head = [], ...lines] = linesOf(rows);
  const table = [
    line(head),
    line(head.map((_, column) => (isNumeric(column) ? '--:' : '---'))),
    ...lines.map((cellsOfRow) => line(cellsOfRow)),
  ];
  const text = [
    '# What it costs',
    '',
    `Written by \`npm run bench\` on ${about.date}, in ${about.seconds} s. Do not edit.`,
    '',
    `- Machine: ${about.machine}; load ${about.loadBefore} before, ${about.loadAfter} after`,
    `- ${about.browser}, headless; Node ${about.node}`,
    '- Medians; kB are 1,000 bytes; what each row is, and what was found: `docs/performance.md`',
    '',
    verdict(rows),
    '',
    ...table,
    '',
  ];
  writeFileSync(join(folder, 'results.md'), text.join('\n'));
}
