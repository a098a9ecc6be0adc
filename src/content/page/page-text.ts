import { parseNumbers, type ParsedNumber } from './parse-number';
import { selectors } from './selectors';

/**
 * Where a text stands: `text` where everybody reads it, `silent` where only eyes do (`aria-hidden`), `cell` in a table, `drawn` in a drawing,
 * `name` in what assistive technology is told instead, `bar` in the value of a bar.
 */
type TextKind = 'text' | 'silent' | 'cell' | 'drawn' | 'name' | 'bar';

/** Text that reads on without a break: what stands in one block, through whatever inline elements it is split over. */
export interface TextRun {
  readonly kind: TextKind;
  /** The block that the text stands in. */
  readonly element: Element;
  readonly text: string;
  readonly numbers: readonly PageNumber[];
}

/** A number in the page's text. */
export interface PageNumber extends ParsedNumber {
  /** The innermost element that the number begins in. */
  readonly element: Element;
  /** The text around it. */
  readonly text: string;
}

/** What the page's main part says, in document order. */
export interface PageText {
  readonly root: Element;
  /** Everything, whoever it is for. */
  readonly all: readonly TextRun[];
  /** What is printed outside of tables. */
  readonly runs: readonly TextRun[];
  readonly numbers: readonly PageNumber[];
  /** How many of `numbers` begin in each element that has any in it. */
  readonly numbersIn: ReadonlyMap<Element, number>;
}

/** Elements whose text nobody sees as the page's own words. */
const skipped = new Set([
  'code', 'iframe', 'noscript', 'option', 'script', 'select', 'style', 'template', 'textarea',
]); // oxfmt-ignore

const inline = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'data', 'em', 'font', 'i', 'label', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'tspan', 'u',
]); // oxfmt-ignore

const raised = new Set(['sub', 'sup']);

/** What an element's style says when nobody is to see it. */
const putAway = /(?:^|[;\s])(?:display:\s*none|(?:content-)?visibility:\s*hidden)/;

/** Whether an attribute of `element` itself, which matches `selectors.mayPutAway`, puts it away. What a class puts away only the browser knows: see `isShown`. */
function isPutAway(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return true;
  if (element.localName === 'dialog') return !element.hasAttribute('open');
  return putAway.test(element.getAttribute('style') ?? '');
}

/** Whether an attribute of `element`, in no shadow root, or of what it stands in puts it away. */
function isInPutAway(element: Element): boolean {
  let up = element.closest(selectors.mayPutAway);
  while (up && !isPutAway(up)) up = up.parentElement?.closest(selectors.mayPutAway) ?? null;
  return up !== null;
}

/** What `selector` finds in `document` and nothing puts away, in document order. */
export function inSight(document: Document, selector: string): Element[] {
  return [...document.querySelectorAll(selector)].filter((element) => !isInPutAway(element) && isShown(element));
}

/** Whether the browser draws `element`. True in a document that no browser shows. */
export function isShown(element: Element): boolean {
  if (element.ownerDocument.defaultView === null || !('checkVisibility' in element)) return true;
  return element.checkVisibility({ visibilityProperty: true });
}

/** The page's main part, or the body where there is none. Undefined when the document has no body yet. */
export function rootOf(document: Document): Element | undefined {
  const [main, ...others] = [...document.querySelectorAll(selectors.main)].filter((element) => !isInPutAway(element));
  // What the browser draws is asked only where there is a choice: it may have to work out its styles for the answer.
  return (
    (others.length > 0 ? [main, ...others].find((element) => element && isShown(element)) : main) ??
    document.querySelector('body') ??
    undefined
  );
}

/** Reads the text of `root` without asking for layout: `innerText` differs from browser to browser and from style to style. */
export function readText(root: Element): PageText {
  const all: TextRun[] = [];
  let text = '';
  let pieces: { readonly start: number; readonly element: Element }[] = [];
  /** Elements that say something by an attribute. The browser finds them all at once; most have none to be asked for. */
  const telling = new Set<Element>(root.querySelectorAll(selectors.tellsByAttribute));

  const add = (kind: TextKind, block: Element, run: string, places: typeof pieces): void => {
    const numbers = parseNumbers(run).map((number) => ({
      ...number,
      element: places.findLast(({ start }) => start <= number.start)?.element ?? block,
      text: run,
    }));
    all.push({ kind, element: block, text: run, numbers });
  };
  const endRun = (block: Element, kind: TextKind): void => {
    if (text === '') return;
    if (text.trim() !== '') add(kind, block, text, pieces);
    text = '';
    pieces = [];
  };
  const append = (piece: string, element: Element): void => {
    if (piece === '') return;
    pieces.push({ start: text.length, element });
    text += piece;
  };
  const visit = (element: Element, block: Element, kind: TextKind): void => {
    const { shadowRoot } = element;
    if (shadowRoot) for (const one of shadowRoot.querySelectorAll(selectors.tellsByAttribute)) telling.add(one);
    else if (!element.firstElementChild) {
      // As below, without asking for its text node: most elements have one and nothing else.
      append(element.textContent, element);
      return;
    }
    const isClosed = telling.has(element) && element.localName === 'details' && !element.hasAttribute('open');
    for (let child = (shadowRoot ?? element).firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) append(child.nodeValue ?? '', element);
      else if (child.nodeType === 1) enter(child as Element, block, kind, isClosed);
    }
  };
  const enter = (element: Element, block: Element, kind: TextKind, isClosed: boolean): void => {
    const name = element.localName;
    if (skipped.has(name) || (isClosed && name !== 'summary')) return;
    if (name === 'br') {
      text += '\n';
      return;
    }
    const tells = telling.has(element);
    if (tells && (isPutAway(element) || element.getAttribute('role') === 'tooltip')) return;
    const own = tells && kind === 'text' && element.getAttribute('aria-hidden') === 'true' ? 'silent' : kind;
    const said = (tells ? nameOf(element) : null) ?? (element.hasChildNodes() ? '' : dataOf(element));
    const value = tells ? barValueOf(element) : undefined;
    if (inline.has(name) && said === '' && value === undefined && own === kind) {
      // A footnote's mark is no digit of the number before it, and what follows a number without a mark may be its fraction.
      if (raised.has(name) && /^\p{Nd}+$/u.test(element.textContent) && /\p{Nd}$/u.test(text)) {
        if (!/\p{Nd}[.,٫]\p{Nd}+$/u.test(text)) text = text.replace(/\p{Nd}+$/u, '');
        append(' ', element);
      } else visit(element, block, kind);
      return;
    }
    endRun(block, kind);
    if (said !== '' || value !== undefined) {
      add(value === undefined ? 'name' : 'bar', element, `${said} ${value ?? ''}`.trim(), []);
    }
    if (name === 'progress' || name === 'meter') return;
    visit(element, element, name === 'table' ? 'cell' : name === 'svg' ? 'drawn' : own);
    endRun(element, own === 'text' && name === 'table' ? 'cell' : name === 'svg' ? 'drawn' : own);
  };
  visit(root, root, 'text');
  endRun(root, 'text');
  const runs = all.filter(({ kind }) => kind === 'text' || kind === 'silent');
  const numbers = runs.flatMap((run) => run.numbers);
  const numbersIn = countWithin(
    numbers.map(({ element }) => element),
    root,
  );
  return { root, all, runs, numbers, numbersIn };
}

/** What assistive technology is told of an element in place of its content; null when nothing. */
function nameOf(element: Element): string | null {
  return element.getAttribute('aria-label') ?? element.getAttribute('alt');
}

/** What a script draws an empty element from, where there is a number in it; else empty. */
function dataOf(element: Element): string {
  if (!element.hasAttributes() || !('dataset' in element)) return '';
  const data = Object.values(element.dataset as DOMStringMap).join(' ');
  return /\d/.test(data) ? data : '';
}

/** The value of a bar, as browsers and pages write it: a number with a point. Undefined for anything else. */
function barValueOf(element: Element): string | undefined {
  const isNative = element.localName === 'progress' || element.localName === 'meter';
  const value = element.getAttribute(isNative ? 'value' : 'aria-valuenow');
  return value !== null && /^\d+(?:\.\d+)?$/.test(value) ? value : undefined;
}

/** How many of `elements` each of their ancestors, and they themselves, contain; up to and with `root`. */
export function countWithin(elements: readonly Element[], root: Element): ReadonlyMap<Element, number> {
  const counts = new Map<Element, number>();
  for (const element of elements) {
    for (let at: Element | null = element; at; at = at === root ? null : parentOf(at)) {
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  return counts;
}

/** The largest ancestor of `element` (or itself) that contains no more of what was counted than `element` does. */
export function largestWithSameCount(element: Element, counts: ReadonlyMap<Element, number>): Element {
  const count = counts.get(element);
  let at = element;
  for (let up = parentOf(at); up && counts.get(up) === count; up = parentOf(up)) at = up;
  return at;
}

/** The smallest element that contains all of `elements`. Undefined when there is none, or no element at all. */
export function smallestAround(elements: readonly Element[]): Element | undefined {
  let around: Element | null | undefined = elements[0];
  while (around && !elements.every((element) => holds(around, element))) around = parentOf(around);
  return around ?? undefined;
}

/** The element around `element`, out of an open shadow root too. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element.parentNode);
}

/** Whether `element` is `around` or in it, in an open shadow root too. */
export function holds(around: Element | null | undefined, element: Element | undefined): boolean {
  if (!around || !element) return false;
  if (around.contains(element)) return true;
  // Nearly everything is in no shadow root, and a document is no host.
  const host = hostOf(element.getRootNode());
  return host !== null && holds(around, host);
}

function hostOf(root: Node | null): Element | null {
  return root?.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null;
}

/** How many letters of any script `text` has. */
export function countLetters(text: string): number {
  // The expression for all scripts takes the browser long to prepare, and many texts need none.
  if (/[\u0080-\uffff]/.test(text)) return text.match(/\p{L}/gu)?.length ?? 0;
  return text.replace(/[^A-Za-z]+/g, '').length;
}
