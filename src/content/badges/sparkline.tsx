/** CSS pixels. The dot at the end needs the margin. */
const size = { width: 42, height: 16, margin: 3 };

/** The height of the line stands for at least so many points. */
const smallestSpread = 0.5;

export interface SparklineProps {
  /** At least two, oldest first: days before today, points. */
  readonly line: readonly (readonly [daysAgo: number, score: number])[];
}

/** The shape of a line on its own scale, today's reading as a dot. Says nothing that the change beside it does not: hidden from screen readers. */
export function Sparkline({ line }: SparklineProps) {
  const points = line.map(pointOf(line));
  const [x = 0, y = 0] = points.at(-1) ?? [];
  return (
    <svg
      class="line"
      width={size.width}
      height={size.height}
      viewBox={`0 0 ${size.width} ${size.height}`}
      aria-hidden="true"
    >
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <circle cx={x} cy={y} r="2" />
    </svg>
  );
}

/** Where a reading of `line` is drawn. A line that never moved lies in the middle. */
function pointOf(line: SparklineProps['line']) {
  const days = line.map(([daysAgo]) => daysAgo);
  const scores = line.map(([, score]) => score);
  const [first, last] = [Math.max(...days), Math.min(...days)];
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  // What hardly moves must not look like a cliff.
  const spread = Math.max(highest - lowest, smallestSpread);
  const low = (lowest + highest - spread) / 2;
  const { width, height, margin } = size;
  return ([daysAgo, score]: readonly [number, number]): readonly [number, number] => {
    const along = first === last ? 1 : (first - daysAgo) / (first - last);
    const up = (score - low) / spread;
    return [round(margin + along * (width - 2 * margin)), round(height - margin - up * (height - 2 * margin))];
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
