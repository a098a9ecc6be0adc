/** An element as plain values: its name, its attributes and what is in it; and of a field what is chosen, which no attribute says. Or a text. */
export type DrawnTree =
  | string
  | readonly [name: string, attributes: Attributes, inside: readonly DrawnTree[], value?: string];

export type Attributes = Readonly<Record<string, string>>;

const svg = 'http://www.w3.org/2000/svg';
const html = 'http://www.w3.org/1999/xhtml';

/** The attributes of an element. */
export function attributesOf(element: Element): Attributes {
  return Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
}

/** What stands in `element`, as plain values; listeners are none of it. */
export function treesIn(element: Element): DrawnTree[] {
  return Array.from(element.childNodes, treeOf).filter((tree) => tree !== undefined);
}

function treeOf(node: ChildNode): DrawnTree | undefined {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return undefined;
  const tree = [node.localName, attributesOf(node), treesIn(node)] as const;
  if (node instanceof HTMLSelectElement) return [...tree, node.value];
  return node instanceof HTMLInputElement ? [...tree, String(node.checked)] : tree;
}

/** Sets attributes as they were. */
export function setAttributes(element: HTMLElement | SVGElement, attributes: Attributes): void {
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    // The content security policy forbids styles in attributes, and not those set by script.
    if (name === 'style') element.style.cssText = value;
    else element.setAttribute(name, value);
  }
}

/** Draws `trees` at the end of `parent`. */
export function drawTrees(parent: Element, trees: readonly DrawnTree[]): void {
  for (const tree of trees) {
    if (typeof tree === 'string') {
      parent.append(tree);
      continue;
    }
    const [name, attributes, inside, value] = tree;
    const namespace = name === 'svg' ? svg : (parent.namespaceURI ?? html);
    const element = document.createElementNS(namespace, name) as HTMLElement | SVGElement;
    setAttributes(element, attributes);
    drawTrees(element, inside);
    if (element instanceof HTMLSelectElement) element.value = value ?? '';
    if (element instanceof HTMLInputElement) element.checked = value === 'true';
    parent.append(element);
  }
}
