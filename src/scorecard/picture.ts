/** Properties that decide how a shape looks, as CSS has worked them out: a file of its own has no style sheet. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'text-anchor',
  'stop-color',
  'stop-opacity',
  'direction',
] as const;

/** The SVG as a file of its own with a margin in its units: what the page's style sheets say is written into each shape. */
export function svgFile(drawing: SVGSVGElement, background: string, margin: number): Blob {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  for (const [index, original] of originals.entries()) {
    const style = getComputedStyle(original);
    for (const look of looks) {
      const value = style.getPropertyValue(look);
      if (value !== '') copies[index]?.setAttribute(look, value);
    }
    copies[index]?.removeAttribute('class');
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  const { width, height } = drawing.viewBox.baseVal;
  const box = { x: -margin, y: -margin, width: width + 2 * margin, height: height + 2 * margin };
  for (const [name, value] of Object.entries(box)) ground.setAttribute(name, String(value));
  copy.setAttribute('viewBox', Object.values(box).join(' '));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  ground.setAttribute('fill', background);
  copy.prepend(ground);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

/** The same as a PNG, `scale` pixels for each unit of the SVG. Rejects where the browser cannot draw it. */
export async function pngFile(
  drawing: SVGSVGElement,
  background: string,
  { scale, margin }: { readonly scale: number; readonly margin: number },
): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(drawing, background, margin));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(Math.ceil(image.width * scale), Math.ceil(image.height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
