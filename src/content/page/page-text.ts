import { parseNumbers, type ParsedNumber } from './parse-number';
import { selectors } from './selectors';

/** Text that reads on without a break: what stands in one block, through whatever inline elements it is split over. */
export interface TextRun {
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

/** What the page's main part says, in document order. Tables are left out of `runs` and `numbers`: they are read row by row. */
export interface PageText {
  readonly root: Element;
  readonly runs: readonly TextRun[];
  readonly numbers: readonly PageNumber[];
  /** How many of `numbers` begin in each element that has any in it. */
  readonly numbersIn: ReadonlyMap<Element, number>;
  readonly tables: readonly Element[];
}

/** Elements whose text nobody sees as the page's own words. A `<progress>` holds text that is never painted. */
const skipped = new Set([
  'code', 'iframe', 'noscript', 'option', 'progress', 'script', 'select', 'style', 'svg', 'template', 'textarea', 'title',
]); // prettier-ignore

const inline = new Set([
  'a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'data', 'em', 'font', 'i', 'label', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u',
]); // prettier-ignore

/** The page's main part, or the body where there is none. Undefined when the document has no body yet. */
export function rootOf(document: Document): Element | undefined {
  return document.querySelector(selectors.main) ?? document.querySelector('body') ?? undefined;
}

/** Reads the text of `root` without asking for layout: `innerText` differs from browser to browser and from style to style. */
export function readText(root: Element): PageText {
  const runs: TextRun[] = [];
  const tables: Element[] = [];
  let text = '';
  let pieces: { readonly start: number; readonly element: Element }[] = [];

  const endRun = (block: Element): void => {
    if (text.trim() !== '') {
      const run = text;
      const places = pieces;
      const numbers = parseNumbers(run).map((number) => ({
        ...number,
        element: places.findLast(({ start }) => start <= number.start)?.element ?? block,
        text: run,
      }));
      runs.push({ element: block, text: run, numbers });
    }
    text = '';
    pieces = [];
  };
  const visit = (element: Element, block: Element): void => {
    if (!element.firstElementChild) {
      // As below, without asking for its text node: most elements have one and nothing else.
      pieces.push({ start: text.length, element });
      text += element.textContent;
      return;
    }
    for (let child = element.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) {
        pieces.push({ start: text.length, element });
        text += child.nodeValue ?? '';
      } else if (child.nodeType === 1) {
        const inner = child as Element;
        const name = inner.localName;
        if (name === 'table') {
          endRun(block);
          tables.push(inner);
        } else if (name === 'br') text += '\n';
        else if (inline.has(name)) visit(inner, block);
        else if (!skipped.has(name)) {
          endRun(block);
          visit(inner, inner);
          endRun(inner);
        }
      }
    }
  };
  visit(root, root);
  endRun(root);
  const numbers = runs.flatMap((run) => run.numbers);
  const numbersIn = countWithin(
    numbers.map(({ element }) => element),
    root,
  );
  return { root, runs, numbers, numbersIn, tables };
}

/** How many of `elements` each of their ancestors, and they themselves, contain; up to and with `root`. */
export function countWithin(elements: readonly Element[], root: Element): ReadonlyMap<Element, number> {
  const counts = new Map<Element, number>();
  for (const element of elements) {
    for (let at: Element | null = element; at; at = at === root ? null : at.parentElement) {
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  return counts;
}

/** The largest ancestor of `element` (or itself) that contains no more of what was counted than `element` does. */
export function largestWithSameCount(element: Element, counts: ReadonlyMap<Element, number>): Element {
  const count = counts.get(element);
  let at = element;
  while (at.parentElement && counts.get(at.parentElement) === count) at = at.parentElement;
  return at;
}

/** The smallest element that contains all of `elements`. Undefined when there is none, or no element at all. */
export function smallestAround(elements: readonly Element[]): Element | undefined {
  let around: Element | null | undefined = elements[0];
  while (around && !elements.every((element) => around?.contains(element))) around = around.parentElement;
  return around ?? undefined;
}

/** How many letters of any script `text` has. */
export function countLetters(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    // The expression for all scripts takes the browser long to prepare, and many texts need none.
    if (code >= 0x80) return text.match(/\p{L}/gu)?.length ?? 0;
    const small = code | 0x20;
    if (small >= 0x61 && small <= 0x7a) letters += 1;
  }
  return letters;
}
