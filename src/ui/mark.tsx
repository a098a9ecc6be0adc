import { quarterArc } from './quarter-arc';

/** The product's sign, in the tones of the toolbar icon: four arcs, the last still short. */
export function Mark({ size }: { readonly size: number }) {
  const arc = { centre: 64, radius: 50, from: 14.01, to: 75.99 };
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
      <path d={quarterArc('relationships', arc)} stroke="#8A8F9C" stroke-opacity=".4" />
      <path d={quarterArc('brand', arc)} stroke="#7A7CF4" />
      <path d={quarterArc('people', arc)} stroke="#D66F0F" />
      <path d={quarterArc('insights', arc)} stroke="#1D9A95" />
      <path d={quarterArc('relationships', { ...arc, to: 46 })} stroke="#DC5A8A" />
    </svg>
  );
}
