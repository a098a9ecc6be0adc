import { keepFrame } from '../store/kept-frame';
import { attributesOf, treesIn } from './drawn-tree';
import type { Drawn, FirstFrame } from './first-frame';

/** Keeps what stands in the popup now as the first frame of its next opening, unless it is what this one began with. */
export function keepDrawn({ holdsFor, drawn: before, since }: FirstFrame): void {
  const popup = document.querySelector('#popup');
  if (!popup || holdsFor === '') return;
  const drawn = JSON.stringify([attributesOf(document.documentElement), treesIn(popup)] satisfies Drawn);
  if (drawn !== before) void keepFrame({ holdsFor, drawn }, since);
}
