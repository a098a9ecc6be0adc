import { habits, isTicked } from '../../core/rows/habit';
import type { OwnCheck } from '../../core/rows/own-check';
import { pillars } from '../../core/score/pillar';
import { quarterArc } from '../quarter-arc';

export interface HabitRingProps {
  readonly check: OwnCheck | undefined;
  /** The number in its middle, and the line under it. */
  readonly count: string;
  readonly caption: string;
}

const size = 120;
const thickness = 13;
/** Degrees of an arc, and of what is left free on both sides of it. */
const share = 30;
const gap = 4;

/** Twelve arcs with flat ends, three in each quarter: so that it cannot be taken for the score's ring. */
export function HabitRing({ check, count, caption }: HabitRingProps) {
  const circle = { centre: size / 2, radius: (size - thickness) / 2 };
  return (
    <div class="ring">
      <svg
        width={size}
        height={size}
        viewBox={`0 0 ${size} ${size}`}
        fill="none"
        stroke-width={thickness}
        aria-hidden="true"
      >
        {pillars.flatMap((pillar) =>
          habits[pillar].map((habit, place) => (
            <path
              key={habit}
              d={quarterArc(pillar, { ...circle, from: place * share + gap, to: (place + 1) * share - gap })}
              class={isTicked(check, habit) ? `stroke-${pillar}` : 'track'}
            />
          )),
        )}
      </svg>
      <div class="ring-total">
        <span class="ring-number">{count}</span>
        <span class="ring-caption">{caption}</span>
      </div>
    </div>
  );
}
