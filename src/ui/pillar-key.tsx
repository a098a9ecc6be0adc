import type { Pillar } from '../core/score/pillar';
import { quarterArc } from './quarter-arc';

export interface PillarKeyProps {
  /** Absent: an empty key, for what is switched off. */
  readonly pillar?: Pillar | undefined;
  /** CSS pixels of its square; 14 unless told. */
  readonly size?: number;
}

/** A pillar's sign: a small ring with that pillar's quarter filled. Decoration beside a name, hidden from screen readers. */
export function PillarKey({ pillar, size = 14 }: PillarKeyProps) {
  return (
    <svg
      class="pillar-key"
      width={size}
      height={size}
      viewBox="0 0 14 14"
      fill="none"
      stroke-width="3"
      aria-hidden="true"
    >
      <circle cx="7" cy="7" r="5" class="track" />
      {pillar && <path d={quarterArc(pillar, { centre: 7, radius: 5, from: 0, to: 90 })} class={`stroke-${pillar}`} />}
    </svg>
  );
}
