import type { ComponentChildren } from 'preact';
import { useId, useMemo, useRef, useState } from 'preact/hooks';
import { dayNumber } from '../../core/score/local-day';
import { formatDay } from '../../words/format-day';
import type { Surroundings } from '../../words/surroundings';
import { useMeasured } from '../use-measured';
import { ChartDrawing, Crosshair } from './chart-drawing';
import { layOutChart, type ChartLayout } from './chart-layout';
import type { ChartPane } from './chart-pane';
import { nearestPoint, type Line } from './line';
import { useChartZoom, type ChartZoom } from './use-chart-zoom';
import { panBy, zoomAround, type Stretch } from './zoom';

export interface ChartProps {
  /** What it shows, for screen readers. */
  readonly label: string;
  /** How its keys work, for screen readers. */
  readonly help?: string;
  /** At least one; all share one axis of time. */
  readonly panes: readonly ChartPane[];
  /** First and last day of the axis. */
  readonly stretch: Stretch;
  /** Days on which LinkedIn changed everybody's score. */
  readonly rescalings: readonly number[];
  /** Day from which there is nothing but waiting; absent while the last reading is fresh. */
  readonly waitingFrom?: number | undefined;
  /** The day under the crosshair. */
  readonly cursor: number | undefined;
  readonly onCursor: (day: number | undefined) => void;
  /** A day in few words, for screen readers: they are spoken at each key. */
  readonly describe: (day: number) => string;
  /** All that the readout shows of a day, spoken on Enter; absent where `describe` says everything. */
  readonly tell?: (day: number) => string;
  /** What stands on the chart while there is a crosshair. */
  readonly overlay: (day: number, layout: ChartLayout) => ComponentChildren;
  /** What stands in the same box as the chart and is no part of the slider, with the day under the crosshair: names at line ends, to be pressed. */
  readonly beside?: (day: number | undefined, layout: ChartLayout) => ComponentChildren;
  /** Absent for a chart that stays as it is. */
  readonly zoom?: ChartZoom;
  /** Lines are named at their ends. */
  readonly named: boolean;
  readonly around: Surroundings;
  /** Time runs from right to left. */
  readonly mirrored: boolean;
  /** Width in CSS pixels that is expected, to paint at once. */
  readonly width: number;
}

/** The crosshair goes to a reading this near, in CSS pixels. */
const snapDistance = 8;
const keyZoom = 0.7;

/**
 * Scores over time as SVG: readings joined as the member's rhythm asks, dotted over gaps, with goals, marks and one crosshair through all
 * panes that follows mouse, touch and keys (arrows a day, with Shift a week, Home, End, Enter, Escape); with `zoom` also dragged over, pinched and
 * moved by Page Up, Page Down, +, − and 0. One stop for the tab key, which speaks as a slider.
 */
export function Chart(props: ChartProps) {
  const { panes, stretch, cursor, onCursor, zoom, tell, named, around, mirrored } = props;
  const { today, language, say } = around;
  const element = useRef<HTMLDivElement>(null);
  const help = useId();
  const [told, setTold] = useState('');
  const { width, textScale } = useMeasured(element, props.width);
  const layout = useMemo(
    () =>
      layOutChart({
        panes,
        ...stretch,
        today: dayNumber(today),
        named,
        width,
        textScale,
        mirrored,
        language,
        todayLabel: say('chart_today'),
        todayOnPaper: named ? formatDay(today, '', language) : undefined,
      }),
    [panes, stretch, today, named, width, textScale, mirrored, language, say],
  );
  const drawing = useMemo(
    () => (
      <ChartDrawing
        layout={layout}
        textScale={textScale}
        rescalings={props.rescalings}
        waitingFrom={props.waitingFrom}
      />
    ),
    [layout, textScale, props.rescalings, props.waitingFrom],
  );
  const gestures = useChartZoom({ element, layout, stretch, zoom, mirrored, onMoved: () => onCursor(undefined) });
  const { brush } = gestures;
  const first = Math.ceil(stretch.from);
  const end = Math.floor(stretch.to);
  const leading = leadingLine(panes).points;
  const latest = Math.max(first, Math.min(end, leading.at(-1)?.day ?? end));

  const placeOf = (event: PointerEvent) => event.clientX - (element.current?.getBoundingClientRect().left ?? 0);

  function pointAt(place: number): void {
    const day = layout.dayAt(place);
    const nearest = nearestPoint(leading, day);
    const snapped = nearest && Math.abs(layout.x(nearest.day) - place) <= snapDistance ? nearest.day : Math.round(day);
    onCursor(Math.min(end, Math.max(first, snapped)));
  }

  function press(event: KeyboardEvent): void {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys(event)[event.key];
    if (!act) return;
    event.preventDefault();
    // Escape would otherwise close what the chart stands in.
    event.stopPropagation();
    act();
  }

  function keys({ shiftKey }: KeyboardEvent): Partial<Record<string, () => void>> {
    const step = (shiftKey ? 7 : 1) * (mirrored ? -1 : 1);
    const day = cursor ?? latest;
    const limits = zoom?.bounds ?? stretch;
    const move = (by: number) => () => {
      // The first key only brings the crosshair.
      const wanted = cursor === undefined ? latest : day + by;
      const next = Math.min(Math.floor(limits.to), Math.max(Math.ceil(limits.from), wanted));
      if (next < stretch.from) zoom?.onStretch(panBy(stretch, limits, next - stretch.from));
      if (next > stretch.to) zoom?.onStretch(panBy(stretch, limits, next - stretch.to));
      setTold('');
      onCursor(next);
    };
    const half = (stretch.to - stretch.from) / 2;
    const zoomBy = (factor: number) => () => zoom?.onStretch(zoomAround(stretch, limits, day, factor));
    return {
      ArrowLeft: move(-step),
      ArrowRight: move(step),
      Home: () => onCursor(first),
      End: () => onCursor(end),
      ...(tell && { Enter: () => setTold(tell(day)) }),
      ...(zoom && {
        PageUp: () => zoom.onStretch(panBy(stretch, limits, -half)),
        PageDown: () => zoom.onStretch(panBy(stretch, limits, half)),
        '+': zoomBy(keyZoom),
        '=': zoomBy(keyZoom),
        '-': zoomBy(1 / keyZoom),
        '0': zoom.onReset,
      }),
      ...((brush ?? cursor) !== undefined && {
        Escape: () => {
          gestures.dropBrush();
          onCursor(undefined);
        },
      }),
    };
  }

  const seen = cursor !== undefined && cursor >= stretch.from && cursor <= stretch.to ? cursor : undefined;
  const slider = (
    <div
      ref={element}
      class={`chart${zoom ? ' is-zoomable' : ''}${brush ? ' is-brushing' : ''}`}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={props.help === undefined ? undefined : help}
      aria-valuemin={Math.ceil(zoom?.bounds.from ?? first)}
      aria-valuemax={Math.floor(zoom?.bounds.to ?? end)}
      aria-valuenow={seen ?? latest}
      aria-valuetext={props.describe(seen ?? latest)}
      onPointerDown={(event) => {
        gestures.down(event, placeOf(event));
        pointAt(placeOf(event));
      }}
      onPointerMove={(event) => {
        if (!gestures.move(event, placeOf(event))) pointAt(placeOf(event));
      }}
      onPointerUp={gestures.lift}
      onPointerCancel={gestures.lift}
      onPointerLeave={(event) => {
        // A finger that was lifted leaves its crosshair where it was.
        if (event.pointerType !== 'touch' && !brush) onCursor(undefined);
      }}
      onDblClick={zoom?.onReset}
      onKeyDown={press}
      onBlur={() => onCursor(undefined)}
    >
      <span class="text-probe" />
      <svg width={width} height={layout.height} viewBox={`0 0 ${width} ${layout.height}`} aria-hidden="true">
        {drawing}
        {brush && (
          <rect
            class="chart-brush"
            x={Math.min(brush.start, brush.end)}
            y={layout.plot.top}
            width={Math.abs(brush.end - brush.start)}
            height={layout.plot.bottom - layout.plot.top}
          />
        )}
        {seen !== undefined && <Crosshair layout={layout} day={seen} />}
      </svg>
      {seen !== undefined && props.overlay(seen, layout)}
    </div>
  );
  return (
    <>
      {props.beside ? (
        // On paper it is as wide as the page, whatever the window was.
        <div class="chart-frame" style={{ '--chart-width': width }}>
          {slider}
          {props.beside(seen, layout)}
        </div>
      ) : (
        slider
      )}
      {props.help !== undefined && (
        <p id={help} class="visually-hidden">
          {props.help}
        </p>
      )}
      {tell && (
        <p class="visually-hidden" role="status">
          {told}
        </p>
      )}
    </>
  );
}

/** The line that the crosshair snaps to: the first measure that is shown. */
function leadingLine(panes: readonly ChartPane[]): Pick<Line, 'points'> {
  const lines = panes.flatMap((pane) => pane.lines);
  return (lines.find(({ of }) => of !== 'industry' && of !== 'network') ?? lines[0])?.line ?? { points: [] };
}
