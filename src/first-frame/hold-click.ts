/**
 * Holds the first click in `root` back while nothing in it listens. What is returned lets go of it: where what was clicked is still there and looks
 * the same, it is clicked then. A link that is to be opened in a tab or window of its own needs nobody who listens.
 */
export function holdClick(root: HTMLElement): () => void {
  let held: { readonly clicked: HTMLElement; readonly looked: Node } | undefined;
  const hold = (event: MouseEvent) => {
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('a, button, label') : null;
    if (clicked?.localName === 'a' && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (clicked) held ??= { clicked, looked: clicked.cloneNode(true) };
  };
  root.addEventListener('click', hold, true);
  return () => {
    root.removeEventListener('click', hold, true);
    if (held?.clicked.isConnected && held.clicked.isEqualNode(held.looked)) held.clicked.click();
  };
}
