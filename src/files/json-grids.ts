import type { Grid, Line } from './grid';

/** How deep values are followed, and how many names a record may have. */
const deepest = 8;
const mostNames = 500;
const mostRecords = 500_000;

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The tables in a JSON value, whichever program wrote it: each list of objects, each map from days or names to objects, each object of lists of one length, and the
 * value itself as one record. A record's cells are its leaves under their paths ("parsed industry top"); a list of `{key, score}` is a map from key to score.
 */
export function gridsOfJson(value: unknown): Grid[] {
  const grids: Grid[] = [];
  collect(value, '', 0, grids);
  return grids;
}

function collect(value: unknown, name: string, depth: number, grids: Grid[]): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isRecord)) {
      grids.push(gridOf(name, value));
      for (const [index, item] of value.slice(0, 50).entries())
        if (index === 0 || value.length < 50) collectNested(item, depth, grids);
    } else if (value.length > 0 && value.every(Array.isArray)) {
      grids.push({
        name,
        lines: (value as unknown[][]).map((row, index) => ({ number: index + 1, cells: row.map(cellText) })),
      });
    }
    return;
  }
  if (!isRecord(value)) return;
  const entries = Object.entries(value);
  const lists = entries.filter(
    ([, item]) =>
      Array.isArray(item) && item.length > 0 && !item.some((each) => typeof each === 'object' && each !== null),
  );
  const [, first] = lists[0] ?? [];
  if (lists.length >= 2 && lists.every(([, item]) => (item as unknown[]).length === (first as unknown[]).length)) {
    const rows = (first as unknown[]).map((_, index) => ({
      number: index + 1,
      cells: lists.map(([, item]) => cellText((item as unknown[])[index])),
    }));
    grids.push({ name, lines: [{ number: 0, cells: lists.map(([key]) => key) }, ...rows] });
  }
  const records = entries.filter((entry): entry is [string, Json] => isRecord(entry[1]));
  if (records.length >= 1 && records.length >= entries.length * 0.8 && entries.every(([key]) => /\d/.test(key))) {
    grids.push(
      gridOf(
        name,
        records.map(([key, item]) => ({ date: key, ...item })),
      ),
    );
  }
  const plain = entries.filter(([, item]) => typeof item === 'number' || typeof item === 'string');
  if (plain.length >= 1 && plain.length === entries.length && entries.every(([key]) => /\d{1,4}\D\d/.test(key))) {
    grids.push({
      name,
      lines: [
        { number: 0, cells: ['date', 'ssi'] },
        ...plain.map(([key, item], index) => ({ number: index + 1, cells: [key, cellText(item)] })),
      ],
    });
  }
  if (depth === 0) grids.push(gridOf(name, [value]));
  collectNested(value, depth, grids);
}

function collectNested(value: Json, depth: number, grids: Grid[]): void {
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'string' && /^\s*[[{]/.test(item)) continue;
    if (typeof item === 'object' && item !== null) collect(item, key, depth + 1, grids);
  }
}

function gridOf(name: string, records: readonly Json[]): Grid {
  const names = new Map<string, number>();
  const rows: Line[] = [];
  for (const [index, record] of records.slice(0, mostRecords).entries()) {
    const cells: string[] = [];
    leaves(record, '', 0, (path, text) => {
      const at = names.get(path) ?? names.size;
      if (at >= mostNames) return;
      names.set(path, at);
      cells[at] ??= text;
    });
    rows.push({ number: index + 1, cells });
  }
  const headings = [...names.keys()];
  return {
    name,
    lines: [
      { number: 0, cells: headings },
      ...rows.map(({ number, cells }) => ({ number, cells: headings.map((_, at) => cells[at] ?? '') })),
    ],
  };
}

/** The names under which a list of records tells what each is of, and its number. */
const keyNames = ['key', 'pillar', 'name', 'type', 'groupType', 'label', 'id', 'metric', 'category', 'title'];

function leaves(value: Json, path: string, depth: number, put: (path: string, text: string) => void): void {
  if (depth > deepest) return;
  for (const [name, item] of Object.entries(value)) {
    const here = path === '' ? name : `${path} ${name}`;
    if (isRecord(item)) leaves(item, here, depth + 1, put);
    else if (Array.isArray(item)) {
      for (const [place, each] of (item.slice(0, 20) as unknown[]).entries()) {
        if (typeof each === 'number') put(`${here} ${place + 1}`, cellText(each));
        if (!isRecord(each)) continue;
        const key = keyNames.find((candidate) => typeof each[candidate] === 'string');
        if (key === undefined) continue;
        const others = Object.entries(each).filter(([other]) => other !== key);
        leaves(Object.fromEntries(others), `${here} ${String(each[key]).slice(0, 60)}`, depth + 1, put);
      }
    } else put(here, cellText(item));
  }
}

function cellText(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
