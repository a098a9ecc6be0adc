import { options, type ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { painted } from '../ui/painted';
import { sameElement } from '../ui/same-element';

/** What waits for its turn, the first on the page first. */
const waiting = new Set<() => void>();
let running = false;

/** So long one after the other is drawn before the member has their turn again, in milliseconds. */
const slice = 8;

/** Draws all that waits, one after the other, once what is seen in the window has been painted. */
async function takeTurns(): Promise<void> {
  if (running) return;
  running = true;
  await painted();
  while (waiting.size > 0) {
    const began = performance.now();
    for (const draw of waiting) {
      draw();
      // Preact draws when the running task is done with its own.
      await Promise.resolve();
      if (performance.now() - began > slice) break;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  running = false;
}

/** Draws what waits before it answers: nothing may be missing where it is looked for, or on paper. */
export function drawAllNow(): void {
  const { debounceRendering: usual } = options as { debounceRendering?: (draw: () => void) => void };
  options.debounceRendering = (draw) => draw();
  for (const draw of [...waiting]) draw();
  if (usual) options.debounceRendering = usual;
  else delete options.debounceRendering;
}

addEventListener('beforeprint', drawAllNow);

/**
 * What lies below the window: drawn when that is painted, in turns that leave time for what the member does. The same when it changes: until
 * then it stands as it was. Until it is there for the first time, the foot of the page is not shown.
 */
export function Later({ children }: { readonly children: ComponentChildren }) {
  const [drawn, setDrawn] = useState<ComponentChildren>();
  const latest = useRef(children);
  latest.current = children;
  useLayoutEffect(() => {
    if (sameElement(drawn, latest.current)) return undefined;
    const draw = () => {
      waiting.delete(draw);
      setDrawn(latest.current);
    };
    waiting.add(draw);
    void takeTurns();
    return () => void waiting.delete(draw);
  }, [children]);
  return drawn === undefined ? <div class="coming" hidden /> : drawn;
}
