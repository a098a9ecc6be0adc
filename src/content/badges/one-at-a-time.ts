/** `work` for a button: a click before the last one is answered (a double click) does nothing. */
export function oneAtATime(work: () => Promise<void>): () => void {
  let busy = false;
  return () => {
    if (busy) return;
    busy = true;
    void work().finally(() => (busy = false));
  };
}
