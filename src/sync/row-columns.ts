import { dayNumber, isLocalDay, localDayOf } from '../core/score/local-day';
import { totalOf, type Scores } from '../core/score/pillar';

/** A row of any kind, as plain data. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * Rows by columns: each path of fields (`scores.brand`) with a value for each row, as a text that differs little from row to row, so that gzip
 * makes next to nothing of what hardly changes. Every digit comes back.
 */
export interface RowColumns {
  readonly rows: number;
  readonly columns: Readonly<Record<string, string>>;
}

/** More rows than any chunk holds: only a chunk that is not ours has more. */
const mostRows = 20_000;
/** Deeper than any row. */
const deepest = 6;

const absent = '~';
/** The value that follows from others of the row. */
const derived = '!';

/** Packs rows in their order. They must be what JSON can hold: no −0, and names without full stops. */
export function packRows(rows: readonly object[]): RowColumns {
  const flat = rows.map((row) => flattened(withoutDerived(row as Fields)));
  const paths = [...new Set(flat.flatMap((row) => [...row.keys()]))].sort();
  return {
    rows: rows.length,
    columns: Object.fromEntries(paths.map((path) => [path, packColumn(flat.map((row) => row.get(path)))])),
  };
}

/** What `packRows` packed; undefined when it is damaged. Whether the rows are any is for others to say. */
export function unpackRows(packed: unknown): unknown[] | undefined {
  if (!isRecord(packed)) return undefined;
  const { rows, columns } = packed;
  if (typeof rows !== 'number' || !Number.isInteger(rows) || rows < 0 || rows > mostRows) return undefined;
  if (!isRecord(columns)) return undefined;
  const unpacked = Array.from({ length: rows }, (): Record<string, unknown> => ({}));
  for (const [path, column] of Object.entries(columns)) {
    const names = path.split('.');
    const values = typeof column === 'string' ? unpackColumn(column, rows) : undefined;
    if (values === undefined || names.length > deepest || names.some(isDangerous)) return undefined;
    for (const [index, value] of values.entries()) if (value !== undefined) put(unpacked[index] ?? {}, names, value);
  }
  return unpacked.map(withDerived);
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A name that would change how objects work. */
function isDangerous(name: string): boolean {
  return name === '__proto__' || name === 'constructor' || name === 'prototype';
}

/** The fields of a row by their path. An object without fields is one value, `{}`. */
function flattened(row: Fields, before = '', into = new Map<string, unknown>()): Map<string, unknown> {
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined) continue;
    if (isRecord(value) && Object.keys(value).length > 0) flattened(value, `${before}${name}.`, into);
    else into.set(`${before}${name}`, value);
  }
  return into;
}

function put(row: Record<string, unknown>, names: readonly string[], value: unknown): void {
  let place = row;
  for (const name of names.slice(0, -1)) {
    const known = place[name];
    const inner: Record<string, unknown> = isRecord(known) ? known : {};
    place[name] = inner;
    place = inner;
  }
  place[names.at(-1) ?? ''] = value;
}

/** A reading's total mostly is the sum of its pillars, and what is printed that sum, rounded. */
function withoutDerived(row: Fields): Fields {
  const { scores, total, shownTotal, ...rest } = row;
  if (!isRecord(scores) || typeof total !== 'number' || typeof shownTotal !== 'number') return row;
  return {
    ...rest,
    scores,
    total: total === totalOf(scores as Scores) ? derived : total,
    shownTotal: shownTotal === Math.round(total) ? derived : shownTotal,
  };
}

function withDerived(row: Record<string, unknown>): unknown {
  if (!isRecord(row['scores'])) return row;
  if (row['total'] === derived) row['total'] = totalOf(row['scores'] as Scores);
  if (row['shownTotal'] === derived) row['shownTotal'] = Math.round(Number(row['total']));
  return row;
}

/** Numbers are told by how they differ from the one before: whole ones, or thousandths where that is exact. */
const scales = { i: 1, m: 1000 } as const;

function packColumn(values: readonly unknown[]): string {
  const known = values.filter((value) => value !== undefined && value !== derived);
  if (known.every((value) => typeof value === 'string' && isLocalDay(value))) {
    return `d${numberTokens(
      values.map((value) => (typeof value === 'string' && value !== derived ? dayNumber(value) : value)),
      1,
    )}`;
  }
  if (known.every((value) => typeof value === 'number')) {
    const scale = known.every((value) => Number.isInteger(value)) ? 'i' : 'm';
    return `${scale}${numberTokens(values, scales[scale])}`;
  }
  let before: string | undefined;
  const texts = values.map((value) => {
    const text = value === undefined ? absent : JSON.stringify(value);
    const same = text === before;
    before = text;
    return same ? '' : text;
  });
  // A line for each: JSON has none of its own.
  return `j${texts.join('\n')}`;
}

/**
 * For each value how it differs from the one before: nothing when it does not, in whole steps, or after `f` in steps of float32, as the page
 * has its numbers; all its digits after `=` where neither is exact.
 */
function numberTokens(values: readonly unknown[], scale: number): string {
  let before = 0;
  return values
    .map((value) => {
      if (value === undefined) return absent;
      if (typeof value !== 'number') return derived;
      const [last, steps] = [before, Math.round(value * scale)];
      before = value;
      if (value === last) return '';
      if (steps / scale === value && Number.isSafeInteger(steps)) return String(steps - Math.round(last * scale));
      return shortest(bitsOf(value)) === value ? `f${bitsOf(value) - bitsOf(last)}` : `=${value}`;
    })
    .join(',');
}

const float = new DataView(new ArrayBuffer(4));

/** A number as float32, its bits read as a whole number: neighbours differ by 1. */
function bitsOf(value: number): number {
  float.setFloat32(0, value);
  return float.getInt32(0);
}

/** The number with the fewest digits that is this float32, which is how pages write it. */
function shortest(bits: number): number {
  float.setInt32(0, bits);
  const exact = float.getFloat32(0);
  for (let digits = 6; digits < 9; digits += 1) {
    const written = Number(exact.toPrecision(digits));
    if (Math.fround(written) === exact) return written;
  }
  return Number(exact.toPrecision(9));
}

function unpackColumn(column: string, rows: number): unknown[] | undefined {
  const [kind, text] = [column[0] ?? '', column.slice(1)];
  switch (kind) {
    case 'd':
    case 'i':
    case 'm': {
      const numbers = numbersOf(text, rows, kind === 'm' ? scales.m : 1);
      return kind === 'd'
        ? numbers?.map((number) => (typeof number === 'number' ? localDayOf(number) : number))
        : numbers;
    }
    case 'j':
      return jsonOf(text, rows);
    default:
      return undefined;
  }
}

function numbersOf(text: string, rows: number, scale: number): unknown[] | undefined {
  const tokens = text.split(',');
  if (tokens.length !== Math.max(rows, 1)) return undefined;
  let before = 0;
  const values = tokens.map((token) => {
    if (token === absent) return undefined;
    if (token === derived) return derived;
    if (token.startsWith('=')) before = Number(token.slice(1));
    else if (token.startsWith('f')) before = shortest(bitsOf(before) + Number(token.slice(1)));
    else if (token !== '') before = (Math.round(before * scale) + Number(token)) / scale;
    return before;
  });
  return values.every((value) => typeof value !== 'number' || Number.isFinite(value)) ? values : undefined;
}

function jsonOf(text: string, rows: number): unknown[] | undefined {
  const lines = text.split('\n');
  if (lines.length !== Math.max(rows, 1)) return undefined;
  let before: unknown;
  try {
    return lines.map((line) => {
      if (line === absent) before = undefined;
      else if (line !== '') before = JSON.parse(line);
      return before;
    });
  } catch {
    // Not JSON: the caller says that it is damaged.
    return undefined;
  }
}
