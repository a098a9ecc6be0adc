import { keepFrame } from '../store/kept-frame';
import { attributesOf, treesIn } from './drawn-tree';
import type { Drawn, FirstFrame } from './first-frame';

/** Keeps what stands in `root` now as the first frame of the page's next opening, unless it is what this one began with. */
export function keepDrawn({ page, holdsFor, drawn: before, since }: FirstFrame, root: Element): void {
  if (holdsFor === '') return;
  const drawn = JSON.stringify([attributesOf(document.documentElement), treesIn(root)] satisfies Drawn);
  if (drawn !== before) void keepFrame(page, { holdsFor, drawn }, since);
}
