import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Line height of a label in the tokens, in CSS pixels. */
const labelHeight = 16;

/** How much larger than designed the text is: a probe of class `text-probe` is one line of a label high. 1 without one, or without layout. */
function textScaleOf(probe: HTMLElement | null): number {
  return (probe?.offsetHeight ?? 0) / labelHeight || 1;
}

export interface Measured {
  /** Width of the element in CSS pixels. */
  readonly width: number;
  /** 1 as designed, 2 where the member doubled the text. */
  readonly textScale: number;
}

/**
 * Room and text size in an element, followed as they change: a drawing has to make its own room for text. The text's size is taken from an
 * empty child of class `text-probe`. `expected` is the width for the first paint, so that where it is right nothing is drawn twice.
 */
export function useMeasured(element: RefObject<HTMLElement | null>, expected: number): Measured {
  const [measured, setMeasured] = useState<Measured>({ width: expected, textScale: 1 });
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const probe = target.querySelector<HTMLElement>(':scope > .text-probe');
    const measure = () => {
      const [width, textScale] = [target.clientWidth || expected, textScaleOf(probe)];
      setMeasured((before) =>
        before.width === width && before.textScale === textScale ? before : { width, textScale },
      );
    };
    // Observers are told before the first paint, too, and without a layout made only for the question.
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    if (probe) observer.observe(probe);
    return () => observer.disconnect();
  }, [element, expected]);
  return measured;
}
