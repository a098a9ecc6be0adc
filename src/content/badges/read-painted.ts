import { boxAround, type Box, type Painted } from './free-space';

/** What is painted in a part of the page, and which element paints what. */
export interface PaintedPage extends Painted {
  /** The boxes of text lines and pictures that `element`, or anything in it, paints; empty when it is hidden. */
  marksOf(element: Element): readonly Box[];
  /** The lines of text in `element` that are not in `other`, in document order. */
  linesBeside(other: Element, element: Element): readonly Box[];
}

interface Mark {
  readonly element: Element;
  readonly box: Box;
  readonly isText: boolean;
}

/** Elements that are one picture or one control: what is in them is not looked at. */
const whole = new Set([
  'AUDIO', 'BUTTON', 'CANVAS', 'EMBED', 'HR', 'IFRAME', 'IMG', 'INPUT', 'METER', 'OBJECT', 'PROGRESS', 'SELECT', 'SVG', 'TEXTAREA', 'VIDEO',
]); // oxfmt-ignore

const unpainted = new Set(['CODE', 'HEAD', 'LINK', 'META', 'NOSCRIPT', 'SCRIPT', 'STYLE', 'TEMPLATE', 'TITLE']);

/** Thinner than this, in CSS pixels, is how pages hide text from the eye and not from screen readers. */
const thinnest = 2;

/**
 * Looks once, from top to bottom, at everything that `root` and what is in it paint now: the boxes of its text lines, controls, pictures and
 * borders, and its areas of a colour of their own. One layout at most, nothing changed. What a style sheet generates (`::before`) is not
 * seen, nor what is fixed to the window, which is painted above the badges anyway.
 */
export function readPainted(root: Element): PaintedPage {
  const document = root.ownerDocument;
  // Of the root all this is in the window's pixels, however the root is zoomed, scaled or moved.
  const { scrollWidth, scrollHeight, clientWidth } = document.documentElement;
  const mirrored = getComputedStyle(document.documentElement).direction === 'rtl';
  const range = document.createRange();
  const marks: Mark[] = [];
  const lines: Box[] = [];
  const surfaces: Box[] = [];

  const addLines = (text: Node, element: Element, clip: Box | undefined): void => {
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      const seen = clipped(line, clip);
      if (seen) marks.push({ element, box: seen, isText: true });
    }
  };
  const visit = (element: Element, clip: Box | undefined): void => {
    const name = element.tagName.toUpperCase();
    if (unpainted.has(name)) return;
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.opacity === '0' || style.position === 'fixed' || isClippedAway(style)) return;
    const visible = style.visibility === 'visible';
    const hasBox = style.display !== 'contents';
    const box = hasBox ? clipped(element.getBoundingClientRect(), clip) : undefined;
    if (whole.has(name) || element.shadowRoot) {
      if (visible && box) marks.push({ element, box, isText: false });
      return;
    }
    if (visible && box) paintedBorders(box, style, lines, surfaces);
    const inner = hasBox && style.overflow !== 'visible' ? (box ?? nothing) : clip;
    if (inner && isTooThin(inner)) return;
    if (!element.firstElementChild) {
      // As below, without asking for its text node: most elements have one and nothing else.
      if (visible && element.textContent.trim() !== '') addLines(element, element, inner);
      return;
    }
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 1) visit(child as Element, inner);
      else if (child.nodeType === 3 && visible && child.nodeValue?.trim()) addLines(child, element, inner);
    }
  };
  visit(root, undefined);

  return {
    obstacles: [...marks.map(({ box }) => box), ...lines],
    surfaces,
    bounds: {
      left: (mirrored ? clientWidth - scrollWidth : 0) - window.scrollX,
      top: -window.scrollY,
      right: (mirrored ? clientWidth : scrollWidth) - window.scrollX,
      bottom: scrollHeight - window.scrollY,
    },
    marksOf: (element) => marks.filter((mark) => element.contains(mark.element)).map(({ box }) => box),
    linesBeside: (other, element) =>
      marks
        .filter((mark) => mark.isText && element.contains(mark.element) && !other.contains(mark.element))
        .map(({ box }) => box),
  };
}

const nothing: Box = { left: 0, top: 0, right: 0, bottom: 0 };

/** Adds the borders of an element as lines, and the element as a surface when it has a background or is framed on all sides. */
function paintedBorders(box: Box, style: CSSStyleDeclaration, lines: Box[], surfaces: Box[]): void {
  // Without a style the width is 0, and that is what nearly all have.
  const width = (side: 'Top' | 'Right' | 'Bottom' | 'Left'): number =>
    isPainted(style[`border${side}Color`]) ? Number.parseFloat(style[`border${side}Width`]) : 0;
  const [top, right, bottom, left] =
    style.borderStyle === 'none' ? [0, 0, 0, 0] : [width('Top'), width('Right'), width('Bottom'), width('Left')];
  if (top) lines.push({ ...box, bottom: box.top + top });
  if (right) lines.push({ ...box, left: box.right - right });
  if (bottom) lines.push({ ...box, top: box.bottom - bottom });
  if (left) lines.push({ ...box, right: box.left + left });
  if (isPainted(style.backgroundColor) || style.backgroundImage !== 'none' || (top && right && bottom && left)) {
    surfaces.push(box);
  }
}

/** Whether a computed colour is there at all. */
function isPainted(colour: string): boolean {
  return colour !== 'transparent' && !colour.endsWith(', 0)') && !colour.endsWith('/ 0)');
}

const clippedAway = ['inset(50%', 'inset(100%', 'circle(0'];

/** Hidden from the eye by clipping, as pages do with text for screen readers. */
function isClippedAway(style: CSSStyleDeclaration): boolean {
  const { clipPath } = style;
  const clip = style.getPropertyValue('clip');
  return (clip !== 'auto' && clip !== '') || clippedAway.some((start) => clipPath.startsWith(start));
}

/** The part of a box that its clipping ancestor leaves; undefined when nothing is left. */
function clipped(box: Box, clip: Box | undefined): Box | undefined {
  const { left, top, right, bottom } = box;
  const seen = clip
    ? {
        left: Math.max(left, clip.left),
        top: Math.max(top, clip.top),
        right: Math.min(right, clip.right),
        bottom: Math.min(bottom, clip.bottom),
      }
    : { left, top, right, bottom };
  return seen.right > seen.left && seen.bottom > seen.top ? seen : undefined;
}

function isTooThin({ left, top, right, bottom }: Box): boolean {
  return right - left < thinnest || bottom - top < thinnest;
}

/** The box around what `element` paints; undefined when it is hidden. */
export function paintedBox(page: PaintedPage, element: Element): Box | undefined {
  return boxAround(page.marksOf(element));
}
