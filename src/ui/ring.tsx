import { pillarMaximum, pillars, type Scores } from '../core/score/pillar';
import { quarterArc } from './quarter-arc';

export interface RingProps {
  /** CSS pixels of its square. */
  readonly size: number;
  /** CSS pixels of the stroke. */
  readonly thickness: number;
  /** Absent: an empty ring. */
  readonly scores?: Scores | undefined;
  /** Whole total in its middle, as words. */
  readonly total?: string;
  /** Small line under the total: "of 100". */
  readonly caption?: string;
  /** Fill it with motion, once: only after a new reading. */
  readonly drawn?: boolean;
}

/** The score: four quarters of a ring, each filled as far as its pillar, and the total in the middle. */
export function Ring({ size, thickness, scores, total, caption, drawn = false }: RingProps) {
  const centre = size / 2;
  const radius = (size - thickness) / 2;
  // Round caps reach half a stroke beyond an arc's ends; 4 px of surface stay between two neighbours' caps.
  const inset = (Math.asin((thickness / 2 + 2) / radius) * 180) / Math.PI;
  const sweep = 90 - 2 * inset;
  return (
    <div class="ring">
      <svg
        width={size}
        height={size}
        viewBox={`0 0 ${size} ${size}`}
        fill="none"
        stroke-width={thickness}
        stroke-linecap="round"
        aria-hidden="true"
      >
        {pillars.map((pillar) => (
          <path key={pillar} d={quarterArc(pillar, { centre, radius, from: inset, to: inset + sweep })} class="track" />
        ))}
        {scores &&
          pillars.map((pillar) => {
            const part = Math.min(1, Math.max(0, scores[pillar] / pillarMaximum));
            // A score of zero leaves the track empty: even a cap would look like some.
            if (part === 0) return null;
            return (
              <path
                key={pillar}
                d={quarterArc(pillar, { centre, radius, from: inset, to: inset + sweep * part })}
                class={`stroke-${pillar}${drawn ? ' ring-drawn' : ''}`}
                pathLength="1"
              />
            );
          })}
      </svg>
      {total !== undefined && (
        <div class="ring-total">
          <span class="ring-number">{total}</span>
          {caption !== undefined && <span class="ring-caption">{caption}</span>}
        </div>
      )}
    </div>
  );
}
