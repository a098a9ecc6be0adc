import { useEffect, useState } from 'preact/hooks';
import { isPage, partOf, type Part } from './page-part';

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

/** Brings the part into view once it is drawn: what the browser does by itself only for what was there before. */
export function useScrollTo(part: Part, drawn: boolean): void {
  useEffect(() => {
    if (!drawn) return;
    if (part === 'overview' || isPage(part)) scrollTo({ top: 0 });
    else document.getElementById(part)?.scrollIntoView();
  }, [part, drawn]);
}
