/** Properties that decide how a shape looks, as CSS has worked them out: a file of its own has no style sheet. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'fill-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'stop-color',
  'stop-opacity',
  'direction',
  'unicode-bidi',
] as const;

/** A drawing as a file of its own: what the page's style sheets say is written into each shape, on the ground that the page has around it. */
export function svgFile(drawing: SVGSVGElement): Blob {
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
  const { width, height } = sizeOf(drawing);
  copy.setAttribute('xmlns', svg);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const ground = document.createElementNS(svg, 'rect');
  const fill = getComputedStyle(drawing).getPropertyValue('--surface').trim();
  for (const [name, value] of Object.entries({ width, height, fill })) ground.setAttribute(name, String(value));
  copy.prepend(ground);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

/** In its own units. */
function sizeOf(drawing: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number);
  return { width, height };
}

const svg = 'http://www.w3.org/2000/svg';

/** Pixels of a PNG for each unit of its drawing. */
const scale = 2;

/** The same as a PNG, twice as many pixels wide and high as the drawing has units. Rejects where the browser cannot draw it. */
export async function pngFile(drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = sizeOf(drawing);
  const address = URL.createObjectURL(svgFile(drawing));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(Math.ceil(width * scale), Math.ceil(height * scale));
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(address);
  }
}
