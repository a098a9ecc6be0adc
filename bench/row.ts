/** What a figure counts in. */
export type Unit = 'ms' | 'kB' | 'MB' | 'ratio' | 'count' | 'score' | 'days';

/** One line of the table. */
export interface Row {
  /** What the figure belongs to: `popup`, `reading`. */
  readonly group: string;
  readonly name: string;
  readonly unit: Unit;
  /** How many runs the figures come from; 1 for what cannot vary. */
  readonly runs: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  /** The largest median that is good enough; absent where nothing was promised. */
  readonly target?: number;
  /** Whether the median keeps the target; absent without one. */
  readonly met?: boolean;
}

/** The middle of `values`, of an even number the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const ordered = [...values].sort((one, other) => one - other);
  const middle = ordered.length >> 1;
  const upper = ordered[middle] ?? Number.NaN;
  return ordered.length % 2 === 1 ? upper : (upper + (ordered[middle - 1] ?? Number.NaN)) / 2;
}

/** A row from the figure of each run. Throws when there is none or one is no number: a table must not have such a hole. */
export function rowOf(group: string, name: string, unit: Unit, values: readonly number[], target?: number): Row {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) {
    throw new Error(`"${group}: ${name}" was not measured: ${JSON.stringify(values)}`);
  }
  const middle = median(values);
  return {
    group,
    name,
    unit,
    runs: values.length,
    median: middle,
    min: Math.min(...values),
    max: Math.max(...values),
    ...(target !== undefined && { target, met: middle <= target }),
  };
}
