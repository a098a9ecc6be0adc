/**
 * How to say a distance of the window's pixels in those of `layer`, which differ where the page's root is zoomed, scaled or turned: CSS moves what is
 * in the layer by its own.
 */
export function toLayer(layer: Element): (along: number, down: number) => { readonly x: number; readonly y: number } {
  const origin = layer.getBoundingClientRect();
  const [right, below] = [...layer.querySelectorAll('.ruler')].map((point) => {
    const { left, top } = point.getBoundingClientRect();
    return { x: (left - origin.left) / 100, y: (top - origin.top) / 100 };
  });
  if (!right || !below) return (x, y) => ({ x, y });
  const area = right.x * below.y - right.y * below.x;
  return (along, down) => ({
    x: hundredths((along * below.y - down * below.x) / area),
    y: hundredths((down * right.x - along * right.y) / area),
  });
}

/** What is measured is float32. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
