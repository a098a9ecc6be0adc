import { hydrate, render, type VNode } from 'preact';
import { treesIn } from './drawn-tree';

/**
 * Draws `page` into `root`, where its first frame may stand already. What would look the same is only given its listeners: drawn over it, the
 * browser would paint all of it once more. What is not the same is drawn. Returns whether it was the same.
 */
export function bringToLife(page: VNode, root: Element): boolean {
  const isSame = root.hasChildNodes() && textOf(root) === textDrawnApart(page);
  if (isSame) hydrate(page, root);
  else render(page, root);
  return isSame;
}

function textOf(element: Element): string {
  return JSON.stringify(treesIn(element));
}

/** What `page` would look like. It is taken down before it is painted, or any of its effects has run but those before a paint: those must not mind. */
function textDrawnApart(page: VNode): string {
  const apart = document.createElement('div');
  render(page, apart);
  const text = textOf(apart);
  render(null, apart);
  return text;
}
