// What JSX means in the content script (see `vite.config.ts`): not a description that a library compares and draws, but the element itself, made
// once. The badges change so little that they do it by hand, and LinkedIn's page has a library less to load and to run. Attributes
// are written as Preact writes them, so that the components in `src/ui/` draw the same in both.
import type { JSX } from 'preact';

type Child = Node | string | number | boolean | null | undefined | readonly Child[];

type AttributeValue = string | number | boolean | null | undefined | EventListener;

interface Attributes {
  readonly children?: Child;
  readonly [name: string]: unknown;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const svgElements = new Set(['svg', 'path', 'polyline', 'circle']);

/** The element of a tag with its attributes, listeners (`onClick`) and children; of a component, what it returns. */
export function jsx(type: string | ((attributes: Attributes) => Node), attributes: Attributes): Node {
  if (typeof type === 'function') return type(attributes);
  const element = svgElements.has(type) ? document.createElementNS(svgNamespace, type) : document.createElement(type);
  for (const name in attributes) if (name !== 'children') write(element, name, attributes[name] as AttributeValue);
  append(element, attributes.children);
  return element;
}

export { jsx as jsxs };

/** Its children without an element around them. */
export function Fragment({ children }: Attributes): DocumentFragment {
  const fragment = document.createDocumentFragment();
  append(fragment, children);
  return fragment;
}

/** The element that a piece of JSX is here; its type says what Preact would make of it. */
export function elementOf(made: JSX.Element): HTMLElement {
  return made as unknown as HTMLElement;
}

function write(element: Element, name: string, value: AttributeValue): void {
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2).toLowerCase(), value);
    return;
  }
  // "false" says something of `aria-expanded`; of other attributes, being there does.
  const isWord = name.startsWith('aria-') || name.startsWith('data-');
  if (value === undefined || value === null || (value === false && !isWord)) return;
  element.setAttribute(name, value === true && !isWord ? '' : String(value));
}

function append(parent: Node, child: Child): void {
  if (Array.isArray(child)) for (const one of child as readonly Child[]) append(parent, one);
  else if (typeof child === 'object' && child !== null) parent.appendChild(child as Node);
  else if (typeof child === 'string' || typeof child === 'number') parent.appendChild(new Text(String(child)));
}
