import type { ColumnCells } from './column-cells';
import type { Field } from './imported-file';
import { fieldNamed } from './field-named';
import { putField, type WrittenRow } from './score-row';
import { readNumber } from './written-number';

/** Where a long table, one line for each number, has the name of the number, what it is a part of, and the number. */
export interface LongColumns {
  readonly name: number;
  readonly section?: number;
  readonly value: number;
  readonly person?: number;
}

/** The columns of a long table: one of texts that name at least two different scores, days that come again, and one of numbers. `undefined` when it is none. */
export function longColumns(columns: readonly ColumnCells[], day: ColumnCells | undefined): LongColumns | undefined {
  if (day === undefined || day.different.size > day.filled * 0.7) return undefined;
  const texts = columns.filter(
    ({ filled, numberCount, different }) => filled > 0 && numberCount < filled * 0.2 && different.size <= 60,
  );
  const named = texts
    .map((column) => ({
      column,
      fields: new Set([...column.different].map((text) => JSON.stringify(fieldNamed(text, '') ?? ''))),
    }))
    .filter(({ fields }) => [...fields].filter((field) => field !== '""').length >= 2)
    .sort((one, other) => other.fields.size - one.fields.size);
  const [best] = named;
  if (best === undefined) return undefined;
  const values = columns
    .filter(
      ({ numberCount, filled, numbers }) =>
        numberCount > 0 &&
        numberCount >= numbers.filter((number) => number !== undefined).length * 0.8 &&
        filled >= best.column.filled * 0.5,
    )
    .sort((one, other) => Number(isValue(other)) - Number(isValue(one)) || other.numberCount - one.numberCount);
  const [value] = values;
  if (value === undefined) return undefined;
  const section = texts.find(
    (column) =>
      column !== best.column && column.different.size > 1 && [...column.different].some((text) => saysGroup(text)),
  );
  return { name: best.column.index, value: value.index, ...(section === undefined ? {} : { section: section.index }) };
}

const isValue = ({ heading }: ColumnCells) =>
  heading.means.has('score') || heading.means.has('total') || heading.means.has('ssi');

const saysGroup = (text: string) =>
  ['rank', 'average', 'average-pillar'].includes(fieldNamed(`${text} total`, '')?.of ?? '');

/** Adds what one line of a long table tells to its day; of two lines that tell the same the first. */
export function putLongField(row: WrittenRow, cells: readonly string[], long: LongColumns): void {
  const field: Field | undefined = fieldNamed(
    cells[long.name] ?? '',
    long.section === undefined ? '' : (cells[long.section] ?? ''),
  );
  const number = readNumber((cells[long.value] ?? '').trim());
  if (field !== undefined && number !== undefined && !isPut(row, field)) putField(row, field, number);
}

function isPut(row: WrittenRow, field: Field): boolean {
  if (field.of === 'total') return row.total !== undefined;
  if (field.of === 'pillar') return row.scores[field.pillar] !== undefined;
  if (field.of === 'rank') return row.rank[field.group] !== undefined;
  return field.of === 'average' && row.average[field.group] !== undefined;
}
