/**
 * Holds the first click in `root` back while nothing in it listens. What is returned lets go of it: where what was clicked is still there and looks
 * the same, it is clicked then.
 */
export function holdClick(root: Element): () => void {
  let held: { readonly clicked: HTMLElement; readonly looked: Node } | undefined;
  const hold = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button, label') : null;
    if (clicked) held ??= { clicked, looked: clicked.cloneNode(true) };
  };
  root.addEventListener('click', hold, true);
  return () => {
    root.removeEventListener('click', hold, true);
    if (held?.clicked.isConnected && held.clicked.isEqualNode(held.looked)) held.clicked.click();
  };
}
