import { quarterArc } from './quarter-arc';

const arc = { centre: 64, radius: 50, from: 14.01, to: 75.99 };

/** Drawn several times on each page, so worked out once. */
const arcs = {
  rest: quarterArc('relationships', arc),
  brand: quarterArc('brand', arc),
  people: quarterArc('people', arc),
  insights: quarterArc('insights', arc),
  relationships: quarterArc('relationships', { ...arc, to: 46 }),
};

/** The product's sign, in the tones of the toolbar icon: four arcs, the last still short. */
export function Mark({ size }: { readonly size: number }) {
  return (
    <svg
      class="mark"
      width={size}
      height={size}
      viewBox="4 4 120 120"
      fill="none"
      stroke-width="20"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={arcs.rest} stroke="#8A8F9C" stroke-opacity=".4" />
      <path d={arcs.brand} stroke="#7A7CF4" />
      <path d={arcs.people} stroke="#D66F0F" />
      <path d={arcs.insights} stroke="#1D9A95" />
      <path d={arcs.relationships} stroke="#DC5A8A" />
    </svg>
  );
}
