/** What a figure counts in. */
export type Unit = 'ms' | 'kB' | 'MB' | 'ratio' | 'count' | 'score' | 'days' | 's';

/** What was found in a number of runs. */
interface Figures {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One line of the table. */
export interface Row extends Figures {
  /** What the figure belongs to: `popup`, `reading`. */
  readonly group: string;
  readonly name: string;
  readonly unit: Unit;
  /** How many runs the figures come from; 1 for what cannot vary. */
  readonly runs: number;
  /** The largest median that is good enough; absent where nothing was promised. */
  readonly target?: number;
  /** Whether the median keeps the target; absent without one. */
  readonly met?: boolean;
  /** What another build does in its place, measured in turns with ours, and ours by it: the median of the turns. */
  readonly beside?: Figures & { readonly ratio: number };
}

/** The middle of `values`, of an even number the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const ordered = [...values].sort((one, other) => one - other);
  const middle = ordered.length >> 1;
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : (upper + (ordered[middle - 1] ?? Number.NaN)) / 2;
}

function figuresOf(values: readonly number[]): Figures {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** A row from the figure of each run. Throws when there is none or one is no number: a table must not have such a hole. */
export function rowOf(group: string, name: string, unit: Unit, values: readonly number[], target?: number): Row {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) {
    throw new Error(`"${group}: ${name}" was not measured: ${JSON.stringify(values)}`);
  }
  const figures = figuresOf(values);
  return {
    group,
    name,
    unit,
    runs: values.length,
    ...figures,
    ...(target !== undefined && { target, met: figures.median <= target }),
  };
}

/**
 * The rows of two builds that were measured in turns: `ours` and `theirs` have the rows of each turn. Of each row the median of its turns' medians, the
 * least and the most of all, and the ratio as the median of the turns' ratios. What only one of the two has is left out.
 */
export function besideRows(ours: readonly (readonly Row[])[], theirs: readonly (readonly Row[])[]): Row[] {
  const same = (row: Row) => (other: Row) => row.group === other.group && row.name === other.name;
  const of = (turns: readonly (readonly Row[])[], row: Row): Row[] =>
    turns.flatMap((rows) => rows.find(same(row)) ?? []);
  return (ours[0] ?? []).flatMap((row): Row[] => {
    const [mine, other] = [of(ours, row), of(theirs, row)];
    if (other.length !== mine.length || mine.length !== ours.length) return [];
    const all = (rows: readonly Row[]): Figures => ({
      median: median(rows.map((one) => one.median)),
      min: Math.min(...rows.map(({ min }) => min)),
      max: Math.max(...rows.map(({ max }) => max)),
    });
    const figures = all(mine);
    const ratio = median(mine.map((one, turn) => one.median / (other[turn]?.median ?? Number.NaN)));
    const { target } = row;
    return [
      {
        ...row,
        ...figures,
        runs: mine.reduce((sum, one) => sum + one.runs, 0),
        ...(target !== undefined && { met: figures.median <= target }),
        beside: { ...all(other), ratio },
      },
    ];
  });
}
