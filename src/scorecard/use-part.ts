import { useEffect, useState } from 'preact/hooks';
import { drawAllNow } from './later';
import { changes, isPage, partOf, type Part } from './page-part';

/** The part that the address names, followed as it changes: links and the back button need nothing else. */
export function usePart(): Part {
  const [part, setPart] = useState<Part>(() => partOf(location.hash));
  useEffect(() => {
    const follow = () => setPart(partOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return part;
}

/**
 * Brings the part into view once it is drawn, and the focus to its heading, so that the next key is heard there: what the browser does by itself
 * only for what was there before.
 */
export function useScrollTo(part: Part, drawn: boolean): void {
  useEffect(() => {
    if (!drawn) return;
    const name = location.hash === `#${changes}` ? changes : part;
    if (part === 'overview' || (isPage(part) && name !== changes)) {
      scrollTo({ top: 0 });
      return;
    }
    drawAllNow();
    const section = document.getElementById(name);
    section?.scrollIntoView();
    if (!section?.contains(document.activeElement))
      section?.querySelector<HTMLElement>('.card-title')?.focus({ preventScroll: true });
  }, [part, drawn]);
}

/** Whether the address is `#fragment`, and `leave`, which goes from there to the part it belongs to without a step in the history. */
export function useFragment(fragment: string): readonly [is: boolean, leave: () => void] {
  const [is, setIs] = useState(() => location.hash === `#${fragment}`);
  useEffect(() => {
    const follow = () => setIs(location.hash === `#${fragment}`);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [fragment]);
  const leave = () => {
    if (location.hash !== `#${fragment}`) return;
    history.replaceState(null, '', `#${partOf(fragment)}`);
    setIs(false);
  };
  return [is, leave];
}
