/** Properties that decide how a shape looks, as CSS has worked them out: a file of its own has no style sheet. */
const looks = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
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

/** What a saved picture says around its drawing. */
interface PictureWords {
  readonly title: string;
  /** Under the drawing, each on a line of its own. */
  readonly lines: readonly string[];
  /** What stands in the place of words that mean something only on the page, such as "Today". */
  readonly instead: Readonly<Record<string, string>>;
}

interface PictureQuestion {
  /** Of the ground. */
  readonly background: string;
  /** Around everything, in the drawing's units. */
  readonly margin: number;
  /** Absent for a drawing that says everything itself. */
  readonly words?: PictureWords;
}

/** Heights of the words around a drawing, in its units. */
const titleHeight = 30;
const lineHeight = 17;

/** The SVG as a file of its own: what the page's style sheets say is written into each shape. */
export function svgFile(drawing: SVGSVGElement, { background, margin, words }: PictureQuestion): Blob {
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
  copy.setAttribute('xmlns', svg);
  const { width, height } = drawing.viewBox.baseVal;
  const [above, below] = words ? [titleHeight, lineHeight * words.lines.length] : [0, 0];
  const box = {
    x: -margin,
    y: -margin - above,
    width: width + 2 * margin,
    height: height + 2 * margin + above + below,
  };
  copy.setAttribute('viewBox', Object.values(box).join(' '));
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.prepend(shape('rect', { ...box, fill: background }));
  if (words) addWords(copy, words, { width, height });
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

const svg = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(svg, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  return made;
}

function addWords(
  copy: SVGSVGElement,
  { title, lines, instead }: PictureWords,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  for (const text of copy.querySelectorAll('text')) text.textContent = instead[text.textContent] ?? text.textContent;
  const { color, direction, fontFamily } = getComputedStyle(document.body);
  const add = (words: string, attributes: Readonly<Record<string, string | number>>) => {
    const x = direction === 'rtl' ? width : 0;
    const line = shape('text', { x, direction, 'font-family': fontFamily, fill: color, ...attributes });
    line.textContent = words;
    copy.append(line);
  };
  add(title, { y: -titleHeight + 15, 'font-size': 15, 'font-weight': 650 });
  for (const [index, words] of lines.entries()) add(words, { y: height + (index + 1) * lineHeight, 'font-size': 12 });
}

/** The same as a PNG, `scale` pixels for each unit of the SVG. Rejects where the browser cannot draw it. */
export async function pngFile(drawing: SVGSVGElement, asked: PictureQuestion, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(svgFile(drawing, asked));
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
