import { rootOf } from './page-text';

/** The most elements that a skeleton names. */
const mostElements = 250;

/** The most characters of a skeleton, which a member copies into a message. */
const longestSkeleton = 12_000;

/** The most characters of a class list. */
const mostOfClasses = 80;

/**
 * The layout of the page's main part, one element a line, indented: tag names, classes and the ids of `<progress>`, with every digit as `#`.
 * No text, no number and no attribute that may name somebody.
 */
export function pageSkeleton(document: Document): string {
  const root = rootOf(document);
  const lines: string[] = [];
  const describe = (element: Element, depth: number): void => {
    if (lines.length >= mostElements) return;
    const classes = [...element.classList].join('.').slice(0, mostOfClasses);
    const id = element.tagName === 'PROGRESS' && element.id !== '' ? `#${element.id}` : '';
    const name = `${element.tagName.toLowerCase()}${id}${classes === '' ? '' : `.${classes}`}`;
    lines.push(`${' '.repeat(depth)}${name.replace(/\p{Nd}/gu, '#')}`);
    for (const child of element.children) describe(child, depth + 1);
  };
  if (root) describe(root, 0);
  if (lines.length >= mostElements) lines.push('…');
  return lines.join('\n').slice(0, longestSkeleton);
}
