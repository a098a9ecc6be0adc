import { hydrate, render, type VNode } from 'preact';
import { treesIn } from './drawn-tree';

/**
 * Draws `page` into `root`, where its first frame may stand already. What would look the same is only given its listeners: drawn over it, the
 * browser would paint all of it once more. What is not the same is drawn.
 */
export function bringToLife(page: VNode, root: Element): void {
  if (root.hasChildNodes() && textOf(root) === textDrawnApart(page)) hydrate(page, root);
  else render(page, root);
}

function textOf(element: Element): string {
  return JSON.stringify(treesIn(element));
}

/** What `page` would look like. It is taken down before any of its effects has run. */
function textDrawnApart(page: VNode): string {
  const apart = document.createElement('div');
  render(page, apart);
  const text = textOf(apart);
  render(null, apart);
  return text;
}
