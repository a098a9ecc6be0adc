/**
 * Holds the first click in `popup` back while nothing in it listens. What is returned lets go of it: where what was clicked is still there and looks
 * the same, it is clicked then.
 */
export function holdClick(popup: Element): () => void {
  let held: { readonly clicked: HTMLElement; readonly looked: Node } | undefined;
  const hold = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    const clicked = event.target instanceof Element ? event.target.closest<HTMLElement>('button, label') : null;
    if (clicked) held ??= { clicked, looked: clicked.cloneNode(true) };
  };
  popup.addEventListener('click', hold, true);
  return () => {
    popup.removeEventListener('click', hold, true);
    if (held?.clicked.isConnected && held.clicked.isEqualNode(held.looked)) held.clicked.click();
  };
}
