import { pillars, type Pillar } from '../core/score/pillar';

export interface QuarterArc {
  /** Of the ring, in both directions. */
  readonly centre: number;
  readonly radius: number;
  /** Degrees inside the pillar's quarter, 0 to 90, clockwise. */
  readonly from: number;
  readonly to: number;
}

/** The SVG path of an arc in a pillar's quarter of a ring: clockwise from 12 o'clock in the pillars' order. */
export function quarterArc(pillar: Pillar, { centre, radius, from, to }: QuarterArc): string {
  const start = pillars.indexOf(pillar) * 90;
  const point = (degrees: number) => {
    const angle = ((start + degrees) * Math.PI) / 180;
    return `${round(centre + radius * Math.sin(angle))} ${round(centre - radius * Math.cos(angle))}`;
  };
  return `M${point(from)}A${radius} ${radius} 0 0 1 ${point(to)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
