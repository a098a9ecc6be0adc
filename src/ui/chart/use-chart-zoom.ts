import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChartLayout } from './chart-layout';
import { panBy, zoomAround, type Stretch } from './zoom';

/** What can be looked at, and what to do when something else is. */
export interface ChartZoom {
  /** As far as it can be moved and zoomed. */
  readonly bounds: Stretch;
  /** Zoomed or moved by hand. */
  readonly onStretch: (stretch: Stretch) => void;
  /** Back to everything. */
  readonly onReset: () => void;
}

/** A drag shorter than this is a click, in CSS pixels. */
const shortestDrag = 8;
/** Fingers closer than this say nothing, in CSS pixels. */
const nearestFingers = 10;
/** What one notch of a wheel does. */
const wheelZoom = 1.0015;

export interface ChartGestures {
  /** What is being dragged over, in CSS pixels of the drawing. */
  readonly brush: { readonly start: number; readonly end: number } | undefined;
  readonly dropBrush: () => void;
  readonly down: (event: PointerEvent, place: number) => void;
  /** Whether the movement was one of two fingers, and nothing else. */
  readonly move: (event: PointerEvent, place: number) => boolean;
  readonly lift: (event: PointerEvent) => void;
}

export interface ChartZoomQuestion {
  readonly element: RefObject<HTMLElement | null>;
  readonly layout: ChartLayout;
  readonly stretch: Stretch;
  /** Undefined for a chart that stays as it is. */
  readonly zoom: ChartZoom | undefined;
  readonly mirrored: boolean;
  /** The crosshair goes when what lies under it moves. */
  readonly onMoved: () => void;
}

/** Zooming by dragging over the chart, by wheel (while it has the focus, or with Ctrl) and by two fingers. */
export function useChartZoom(question: ChartZoomQuestion): ChartGestures {
  const { element, layout, stretch, zoom, mirrored, onMoved } = question;
  const [brush, setBrush] = useState<ChartGestures['brush']>();
  // Handlers that the browser keeps ask here for what is drawn now.
  const now = useRef({ layout, stretch, zoom });
  now.current = { layout, stretch, zoom };
  const zooms = zoom !== undefined;

  useEffect(() => {
    const target = element.current;
    if (!target || !zooms) return;
    let wanted: Stretch | undefined;
    // Several turns of a wheel in one frame are drawn once.
    const show = (next: Stretch) => {
      if (wanted === undefined) {
        requestAnimationFrame(() => {
          if (wanted) now.current.zoom?.onStretch(wanted);
          wanted = undefined;
        });
      }
      wanted = next;
    };
    const onWheel = (event: WheelEvent) => {
      const { layout: drawn, stretch: last, zoom: limits } = now.current;
      if (!limits) return;
      const seen = wanted ?? last;
      const sideways =
        Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.shiftKey ? event.deltaY : 0;
      if (sideways !== 0 && !event.ctrlKey) {
        event.preventDefault();
        const days = (sideways / (drawn.plot.right - drawn.plot.left)) * (seen.to - seen.from);
        show(panBy(seen, limits.bounds, days * (mirrored ? -1 : 1)));
      } else if (event.ctrlKey || event.metaKey || document.activeElement === target) {
        event.preventDefault();
        const place = event.clientX - target.getBoundingClientRect().left;
        // A pinch on a touchpad comes as a wheel with Ctrl and small steps.
        const speed = event.ctrlKey && Math.abs(event.deltaY) < 20 ? 6 : 1;
        show(zoomAround(seen, limits.bounds, drawn.dayAt(place), wheelZoom ** (event.deltaY * speed)));
      }
    };
    // Preact listens passively to wheels, and a passive listener cannot keep the page from scrolling.
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [element, zooms, mirrored]);

  const fingers = useRef(new Map<number, number>());
  const { left, right } = layout.plot;

  return {
    brush,
    dropBrush: () => setBrush(undefined),
    down(event, place) {
      if (!zoom) return;
      fingers.current.set(event.pointerId, place);
      if (event.pointerType !== 'mouse' || event.button !== 0 || place < left || place > right) return;
      element.current?.setPointerCapture(event.pointerId);
      setBrush({ start: place, end: place });
    },
    move(event, place) {
      const before = fingers.current.get(event.pointerId);
      if (!zoom || before === undefined) return false;
      fingers.current.set(event.pointerId, place);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (fingers.current.size === 2 && other !== undefined) {
        const [apart, apartNow] = [Math.abs(before - other), Math.abs(place - other)];
        if (apart > nearestFingers && apartNow > nearestFingers) {
          onMoved();
          zoom.onStretch(zoomAround(stretch, zoom.bounds, layout.dayAt(other), apart / apartNow));
        }
        return true;
      }
      if (brush) setBrush({ ...brush, end: Math.min(right, Math.max(left, place)) });
      return false;
    },
    lift(event) {
      fingers.current.delete(event.pointerId);
      if (!brush || !zoom) return;
      setBrush(undefined);
      if (Math.abs(brush.end - brush.start) < shortestDrag) return;
      const days = [layout.dayAt(brush.start), layout.dayAt(brush.end)].sort((one, other) => one - other);
      const [from = stretch.from, to = stretch.to] = days;
      onMoved();
      zoom.onStretch(zoomAround({ from, to }, zoom.bounds, (from + to) / 2, 1));
    },
  };
}
