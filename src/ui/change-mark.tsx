export interface ChangeMarkProps {
  /** Points, worked out from the shown values. */
  readonly points: number;
  /** The points as they are written: "+1.8". */
  readonly text: string;
  /** It means nothing: grey, whatever its sign. */
  readonly normal?: boolean;
}

/** A change: triangle and sign, and a hue only beside them; a short bar for zero. Never a percentage. */
export function ChangeMark({ points, text, normal = false }: ChangeMarkProps) {
  const direction = directionOf(points);
  return (
    <span class={`change change-${normal && direction !== 'same' ? 'normal' : direction}`}>
      <svg class="change-shape" width="9" height="8" viewBox="0 0 9 8" aria-hidden="true">
        <path d={changeShapes[direction]} fill="currentColor" />
      </svg>
      <span class="change-points">{text}</span>
    </span>
  );
}

/** Where a change in points leads. Below half of the one decimal that is shown there is nothing to show. */
export function directionOf(points: number): 'up' | 'down' | 'same' {
  return Math.abs(points) < 0.05 ? 'same' : points > 0 ? 'up' : 'down';
}

/** The shape beside a change, in a box of 9 × 8. */
export const changeShapes = { up: 'M4.5 0L9 8H0z', down: 'M4.5 8L0 0h9z', same: 'M1 3.25h7v1.5H1z' };
