/**
 * Pictures of an SVG that stands in this page. An `<img>` of it would need `blob:` or `data:` in the content security policy, which stays as
 * strict as it is: the shapes are painted one by one instead. Only what our own drawings use is known: paths, circles, rectangles, texts
 * with tspans, one gradient from top to bottom, and rectangular clips.
 */

/** Properties that decide how a shape looks, as CSS has worked them out. */
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

/** The SVG painted as a PNG with a margin in its units, `scale` pixels for each. Undefined when the browser gives no canvas. */
export async function pngFile(
  drawing: SVGSVGElement,
  background: string,
  { scale, margin }: { readonly scale: number; readonly margin: number },
): Promise<Blob | undefined> {
  const { width, height } = drawing.viewBox.baseVal;
  const canvas = new OffscreenCanvas(Math.ceil((width + 2 * margin) * scale), Math.ceil((height + 2 * margin) * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.scale(scale, scale);
  context.fillStyle = background;
  context.fillRect(0, 0, width + 2 * margin, height + 2 * margin);
  context.translate(margin, margin);
  paint(context, drawing, drawing);
  return canvas.convertToBlob({ type: 'image/png' });
}

type Context = OffscreenCanvasRenderingContext2D;

function paint(context: Context, element: Element, drawing: SVGSVGElement): void {
  if (['defs', 'clipPath', 'linearGradient', 'title'].includes(element.nodeName)) return;
  const style = getComputedStyle(element);
  context.save();
  context.globalAlpha *= numberOf(style.opacity, 1);
  const transform = element instanceof SVGGraphicsElement ? element.transform.baseVal.consolidate()?.matrix : undefined;
  if (transform) context.transform(transform.a, transform.b, transform.c, transform.d, transform.e, transform.f);
  clip(context, element, drawing);
  if (element.nodeName === 'text') paintText(context, element, style);
  else {
    const shape = shapeOf(element);
    if (shape) paintShape(context, shape, style, drawing);
    for (const child of element.children) paint(context, child, drawing);
  }
  context.restore();
}

function clip(context: Context, element: Element, drawing: SVGSVGElement): void {
  const id = /url\(#(.+)\)/.exec(element.getAttribute('clip-path') ?? '')?.[1];
  const box = id === undefined ? undefined : drawing.querySelector(`[id="${id}"] > rect`);
  if (!box) return;
  const shape = shapeOf(box);
  if (shape) context.clip(shape);
}

function shapeOf(element: Element): Path2D | undefined {
  const number = (name: string) => numberOf(element.getAttribute(name), 0);
  switch (element.nodeName) {
    case 'path':
      return new Path2D(element.getAttribute('d') ?? '');
    case 'circle': {
      const path = new Path2D();
      path.arc(number('cx'), number('cy'), number('r'), 0, 2 * Math.PI);
      return path;
    }
    case 'rect': {
      const path = new Path2D();
      path.roundRect(number('x'), number('y'), number('width'), number('height'), number('rx'));
      return path;
    }
    default:
      return undefined;
  }
}

function paintShape(context: Context, shape: Path2D, style: CSSStyleDeclaration, drawing: SVGSVGElement): void {
  const fill = colourOf(context, style.fill, drawing);
  if (fill !== undefined) {
    context.save();
    context.globalAlpha *= numberOf(style.fillOpacity, 1);
    context.fillStyle = fill;
    context.fill(shape);
    context.restore();
  }
  const stroke = colourOf(context, style.stroke, drawing);
  if (stroke === undefined) return;
  context.strokeStyle = stroke;
  context.lineWidth = numberOf(style.strokeWidth, 1);
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
  context.setLineDash(
    style.strokeDasharray === 'none' ? [] : style.strokeDasharray.split(/[\s,]+/).map((dash) => numberOf(dash, 0)),
  );
  context.stroke(shape);
}

/** A colour, or the gradient that the colour names; undefined for none. */
function colourOf(context: Context, paint: string, drawing: SVGSVGElement): string | CanvasGradient | undefined {
  if (paint === 'none' || paint === '') return undefined;
  const id = /url\(["']?#(.+?)["']?\)/.exec(paint)?.[1];
  if (id === undefined) return paint;
  const gradient = drawing.querySelector(`[id="${id}"]`);
  if (!gradient) return undefined;
  const number = (name: string) => numberOf(gradient.getAttribute(name), 0);
  const painted = context.createLinearGradient(0, number('y1'), 0, number('y2'));
  for (const stop of gradient.children) {
    const style = getComputedStyle(stop);
    const alpha = numberOf(style.stopOpacity, 1);
    painted.addColorStop(numberOf(stop.getAttribute('offset'), 0), withAlpha(style.stopColor, alpha));
  }
  return painted;
}

/** `rgb(1, 2, 3)`, as browsers work colours out, with an alpha. */
function withAlpha(colour: string, alpha: number): string {
  return colour.replace(/^rgb\((.+)\)$/, `rgba($1, ${alpha})`);
}

function paintText(context: Context, element: Element, style: CSSStyleDeclaration): void {
  const x = numberOf(element.getAttribute('x'), 0);
  const y = numberOf(element.getAttribute('y'), 0);
  const runs = [...element.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [{ text: node.textContent ?? '', of: style, shift: 0 }];
    return node instanceof Element
      ? [{ text: node.textContent, of: getComputedStyle(node), shift: numberOf(node.getAttribute('dx'), 0) }]
      : [];
  });
  const rightToLeft = style.direction === 'rtl';
  context.direction = rightToLeft ? 'rtl' : 'ltr';
  // Runs are laid out one after the other from the side on which the text starts.
  context.textAlign = rightToLeft ? 'right' : 'left';
  const widths = runs.map(({ text, of }) => {
    context.font = fontOf(of);
    return context.measureText(text).width;
  });
  const whole = runs.reduce((sum, { shift }, index) => sum + shift + (widths[index] ?? 0), 0);
  const along = rightToLeft ? -1 : 1;
  let at = x - along * whole * (style.textAnchor === 'middle' ? 0.5 : style.textAnchor === 'end' ? 1 : 0);
  for (const [index, { text, of, shift }] of runs.entries()) {
    at += along * shift;
    context.font = fontOf(of);
    context.fillStyle = of.fill;
    context.fillText(text, at, y);
    at += along * (widths[index] ?? 0);
  }
}

function fontOf(style: CSSStyleDeclaration): string {
  return `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
}

function numberOf(text: string | null, otherwise: number): number {
  const number = Number.parseFloat(text ?? '');
  return Number.isNaN(number) ? otherwise : number;
}
