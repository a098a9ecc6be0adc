import { useEffect, useState } from 'preact/hooks';
import type { Say } from '../../words/say';

type Take = (files: readonly File[]) => void;

/** Who takes what is dropped: the import panel, while it is on screen. */
let taker: Take | undefined;
/** Dropped on a page without the panel: it waits until the panel has come. */
let waiting: readonly File[] | undefined;

/** Gives `take` what is dropped on the page, and what was dropped before there was anybody to take it. Returns how to end that. */
export function takeDroppedFiles(take: Take): () => void {
  taker = take;
  const files = waiting;
  waiting = undefined;
  if (files) take(files);
  return () => {
    if (taker === take) taker = undefined;
  };
}

/** Gives files to the page of people, which takes them once it is there. */
export function giveToPeople(files: readonly File[]): void {
  waiting = files;
  location.hash = '#people';
}

const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Lets files be dropped anywhere on the scorecard, and says so while some are held over it. A drop leads to the data card. */
export function DropTarget({ say }: { readonly say: Say }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    const on = (name: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void) =>
      document.addEventListener(name, listener, { signal: life.signal });
    on('dragover', (event) => {
      if (!holdsFiles(event)) return;
      // Or the browser would open the file in place of the scorecard.
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', ({ relatedTarget }) => {
      // Without a target the pointer has left the window.
      if (relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      setOver(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      // Where people are shown it is of people.
      if (location.hash !== '#people') location.hash = '#data';
      if (taker) taker(files);
      else waiting = files;
    });
    return () => life.abort();
  }, []);
  return over ? (
    <div class="drop-target" aria-hidden="true">
      <p>{say('import_drop')}</p>
    </div>
  ) : null;
}
