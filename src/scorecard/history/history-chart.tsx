import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Measure } from '../../core/score/history';
import { useMeasured } from '../../ui/use-measured';
import { PillarKey } from '../../ui/pillar-key';
import { Change } from '../../ui/change';
import { Icon } from '../../ui/icon';
import { nearestPoint, pointOn, type Line } from './history-lines';
import { historyPanes, type Pane, type Panes, type PanesQuestion } from './history-panes';
import { spokenReadout, type Readout } from './history-readout';
import type { Surroundings } from '../../words/surroundings';
import { panBy, zoomAround, type Stretch } from './zoom';

export interface HistoryChartProps extends Omit<PanesQuestion, 'width' | 'textScale' | 'mirrored'> {
  /** As far as it can be moved and zoomed. */
  readonly bounds: Stretch;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  /** What the crosshair says of a day. */
  readonly readout: (day: number) => Readout;
  /** Zoomed or moved by hand. */
  readonly onStretch: (stretch: Stretch) => void;
  /** Back to the range that was chosen. */
  readonly onReset: () => void;
  /** Days on which LinkedIn changed everybody's score. */
  readonly rescalings: readonly number[];
}

/** The crosshair goes to a reading this near, in CSS pixels. */
const snapDistance = 8;
/** A drag shorter than this is a click, in CSS pixels. */
const shortestDrag = 8;
/** What one notch of a wheel does. */
const wheelZoom = 1.0015;
const keyZoom = 0.7;
/** Width that is expected, to paint at once. */
const expectedWidth = 700;

/**
 * Total, pillars and ranks over time on one axis, with one crosshair. It is zoomed by dragging over it, by wheel (while it has the focus, or
 * with Ctrl), by two fingers and by keys. One stop for the tab key, which speaks as a slider.
 */
export function HistoryChart(props: HistoryChartProps) {
  const { around, bounds, stretch, onStretch, measures } = props;
  const { say } = around;
  const element = useRef<HTMLDivElement>(null);
  const help = useId();
  const { width, textScale } = useMeasured(element, expectedWidth);
  const [cursor, setCursor] = useState<number>();
  const [brush, setBrush] = useState<{ readonly start: number; readonly end: number }>();

  const { trends, averages, ranks, shown, goals, forecast, events, mirrored } = props;
  const panes = useMemo(
    () =>
      historyPanes(
        {
          measures,
          trends,
          ...(averages && { averages }),
          ...(ranks && { ranks }),
          shown,
          stretch,
          goals,
          ...(forecast && { forecast }),
          events,
          width,
          textScale,
          mirrored,
        },
        around,
      ),
    [measures, trends, averages, ranks, shown, stretch, goals, forecast, events, width, textScale, mirrored, around],
  );
  const drawing = useMemo(
    () => <Drawing panes={panes} width={width} textScale={textScale} rescalings={props.rescalings} />,
    [panes, width, textScale, props.rescalings],
  );

  // Handlers that the browser keeps ask here for what is drawn now.
  const now = useRef({ panes, stretch, bounds, onStretch });
  now.current = { panes, stretch, bounds, onStretch };
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    // Preact listens passively to wheels, and a passive listener cannot keep the page from scrolling.
    let wanted: Stretch | undefined;
    // Several turns of a wheel in one frame are drawn once.
    const show = (stretch: Stretch) => {
      if (wanted === undefined) {
        requestAnimationFrame(() => {
          if (wanted) now.current.onStretch(wanted);
          wanted = undefined;
        });
      }
      wanted = stretch;
    };
    const onWheel = (event: WheelEvent) => {
      const { panes: drawn, stretch: last, bounds: limits } = now.current;
      const seen = wanted ?? last;
      const zooms = event.ctrlKey || event.metaKey || document.activeElement === target;
      const sideways =
        Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.shiftKey ? event.deltaY : 0;
      if (sideways !== 0 && !event.ctrlKey) {
        event.preventDefault();
        const length = seen.to - seen.from;
        show(panBy(seen, limits, (sideways / (drawn.plot.right - drawn.plot.left)) * length * (mirrored ? -1 : 1)));
      } else if (zooms) {
        event.preventDefault();
        const place = event.clientX - target.getBoundingClientRect().left;
        // A pinch on a touchpad comes as a wheel with Ctrl and small steps.
        const speed = event.ctrlKey && Math.abs(event.deltaY) < 20 ? 6 : 1;
        show(zoomAround(seen, limits, drawn.dayAt(place), wheelZoom ** (event.deltaY * speed)));
      }
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [mirrored]);

  const fingers = useRef(new Map<number, number>());
  const placeOf = (event: PointerEvent) => event.clientX - (element.current?.getBoundingClientRect().left ?? 0);
  const inPlot = (place: number) => Math.min(panes.plot.right, Math.max(panes.plot.left, place));

  function pointAt(place: number): void {
    const day = Math.min(stretch.to, Math.max(stretch.from, panes.dayAt(inPlot(place))));
    const nearest = nearestPoint(leadingLine(props).points, day);
    const snapped = nearest && Math.abs(panes.x(nearest.day) - place) <= snapDistance ? nearest.day : Math.round(day);
    setCursor(Math.min(Math.floor(stretch.to), Math.max(Math.ceil(stretch.from), snapped)));
  }

  function down(event: PointerEvent): void {
    const place = placeOf(event);
    fingers.current.set(event.pointerId, place);
    if (event.pointerType === 'mouse' && event.button === 0 && place >= panes.plot.left && place <= panes.plot.right) {
      element.current?.setPointerCapture(event.pointerId);
      setBrush({ start: place, end: place });
    }
    pointAt(place);
  }

  function move(event: PointerEvent): void {
    const place = placeOf(event);
    const before = fingers.current.get(event.pointerId);
    if (before !== undefined && fingers.current.size === 2) {
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      if (other !== undefined && Math.abs(before - other) > 10 && Math.abs(place - other) > 10) {
        setCursor(undefined);
        onStretch(zoomAround(stretch, bounds, panes.dayAt(other), Math.abs(before - other) / Math.abs(place - other)));
      }
      fingers.current.set(event.pointerId, place);
      return;
    }
    if (before !== undefined) fingers.current.set(event.pointerId, place);
    if (brush) setBrush({ ...brush, end: inPlot(place) });
    pointAt(place);
  }

  function lift(event: PointerEvent): void {
    fingers.current.delete(event.pointerId);
    if (!brush) return;
    setBrush(undefined);
    if (Math.abs(brush.end - brush.start) < shortestDrag) return;
    const days = [panes.dayAt(brush.start), panes.dayAt(brush.end)].sort((one, other) => one - other);
    const [from = stretch.from, to = stretch.to] = days;
    setCursor(undefined);
    onStretch(zoomAround({ from, to }, bounds, (from + to) / 2, 1));
  }

  function press(event: KeyboardEvent): void {
    const step = (event.shiftKey ? 7 : 1) * (mirrored ? -1 : 1);
    const last = Math.min(Math.floor(stretch.to), leadingLine(props).points.at(-1)?.day ?? stretch.to);
    const day = cursor ?? last;
    const length = stretch.to - stretch.from;
    const moveTo = (next: number) => {
      const within = Math.min(Math.floor(bounds.to), Math.max(Math.ceil(bounds.from), next));
      if (within < stretch.from) onStretch(panBy(stretch, bounds, within - stretch.from));
      if (within > stretch.to) onStretch(panBy(stretch, bounds, within - stretch.to));
      setCursor(within);
    };
    const keys: Partial<Record<string, () => void>> = {
      ArrowLeft: () => moveTo(cursor === undefined ? last : day - step),
      ArrowRight: () => moveTo(cursor === undefined ? last : day + step),
      Home: () => setCursor(Math.ceil(stretch.from)),
      End: () => setCursor(Math.floor(stretch.to)),
      PageUp: () => onStretch(panBy(stretch, bounds, -length / 2)),
      PageDown: () => onStretch(panBy(stretch, bounds, length / 2)),
      '+': () => onStretch(zoomAround(stretch, bounds, day, keyZoom)),
      '=': () => onStretch(zoomAround(stretch, bounds, day, keyZoom)),
      '-': () => onStretch(zoomAround(stretch, bounds, day, 1 / keyZoom)),
      '0': props.onReset,
      ...(brush || cursor !== undefined
        ? {
            Escape: () => {
              setBrush(undefined);
              setCursor(undefined);
            },
          }
        : {}),
    };
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  const seen = cursor !== undefined && cursor >= stretch.from && cursor <= stretch.to ? cursor : undefined;
  const readout = seen === undefined ? undefined : props.readout(seen);
  const spoken = seen ?? Math.min(Math.floor(stretch.to), leadingLine(props).points.at(-1)?.day ?? stretch.to);
  return (
    <>
      <div
        ref={element}
        class={brush ? 'history-chart is-brushing' : 'history-chart'}
        role="slider"
        tabIndex={0}
        aria-label={say('scorecard_chart_label')}
        aria-describedby={help}
        aria-valuemin={Math.ceil(bounds.from)}
        aria-valuemax={Math.floor(bounds.to)}
        aria-valuenow={spoken}
        aria-valuetext={spokenReadout(readout ?? props.readout(spoken), around)}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={lift}
        onPointerCancel={lift}
        onPointerLeave={(event) => {
          // A finger that was lifted leaves its crosshair where it was.
          if (event.pointerType !== 'touch' && !brush) setCursor(undefined);
        }}
        onDblClick={props.onReset}
        onKeyDown={press}
        onBlur={() => setCursor(undefined)}
      >
        <span class="text-probe" />
        <svg width={width} height={panes.height} viewBox={`0 0 ${width} ${panes.height}`} aria-hidden="true">
          {drawing}
          {brush && (
            <rect
              class="history-brush"
              x={Math.min(brush.start, brush.end)}
              y={panes.plot.top}
              width={Math.abs(brush.end - brush.start)}
              height={panes.plot.bottom - panes.plot.top}
            />
          )}
          {seen !== undefined && <Crosshair panes={panes} day={seen} measures={measures} />}
        </svg>
        {readout && seen !== undefined && (
          <ReadoutCard readout={readout} language={around.language} x={panes.x(seen)} panes={panes} width={width} />
        )}
      </div>
      <p id={help} class="visually-hidden">
        {say('scorecard_chart_keys')}
      </p>
    </>
  );
}

/** The line that the crosshair snaps to: the total's, or the first that is shown. */
function leadingLine({ measures, shown }: HistoryChartProps): Line {
  const lines = ['total', 'brand', 'people', 'insights', 'relationships'] as const;
  return measures[lines.find((of) => shown.has(of)) ?? 'total'];
}

interface DrawingProps {
  readonly panes: Panes;
  readonly width: number;
  readonly textScale: number;
  readonly rescalings: readonly number[];
}

/** Everything but the crosshair. Drawn anew only when the axes or the lines change. */
function Drawing({ panes, width, textScale, rescalings }: DrawingProps) {
  const clip = useId();
  const { plot } = panes;
  return (
    <g>
      <clipPath id={clip}>
        <rect x={plot.left - 1} y={0} width={plot.right - plot.left + 2} height={panes.height} />
      </clipPath>
      {panes.panes.map((pane) => (
        <PaneDrawing key={pane.id} pane={pane} panes={panes} clip={clip} width={width} textScale={textScale} />
      ))}
      {rescalings
        .map((day) => panes.x(day))
        .filter((x) => x >= plot.left && x <= plot.right)
        .map((x) => (
          <path key={x} class="chart-rescaling" d={`M${x.toFixed(1)} ${plot.top}V${plot.bottom}`} />
        ))}
      {panes.timeTicks.map(({ x, label }) => (
        <text key={label + x.toFixed(0)} class="chart-label" x={x} y={panes.timeY} text-anchor="middle">
          {label}
        </text>
      ))}
    </g>
  );
}

interface PaneDrawingProps {
  readonly pane: Pane;
  readonly panes: Panes;
  readonly clip: string;
  readonly width: number;
  readonly textScale: number;
}

function PaneDrawing({ pane, panes, clip, width, textScale }: PaneDrawingProps) {
  const { plot } = pane.geometry;
  const fade = useId();
  const narrow = width < 520;
  const half = 4 * textScale;
  return (
    <g>
      <text class="chart-caption" x={panes.tickX < plot.left ? 0 : width} y={pane.captionY} text-anchor="start">
        {pane.caption}
      </text>
      {pane.ticks.map(({ y, label, strong }) => (
        <g key={label}>
          {!strong && <path class="chart-grid" d={`M${plot.left} ${y}H${plot.right}`} />}
          <text
            class={strong ? 'chart-label chart-label-goal' : 'chart-label'}
            x={panes.tickX}
            y={y + half}
            text-anchor={panes.tickAnchor}
          >
            {label}
          </text>
        </g>
      ))}
      <linearGradient id={fade} x1="0" y1={plot.top} x2="0" y2={plot.bottom} gradientUnits="userSpaceOnUse">
        <stop class="stop-total" offset="0" stop-opacity=".22" />
        <stop class="stop-total" offset="1" stop-opacity="0" />
      </linearGradient>
      <g clip-path={`url(#${clip})`}>
        {pane.cone && (
          <>
            <path class="history-cone" d={pane.cone.area} />
            <path class="chart-goal" d={pane.cone.middle} />
          </>
        )}
        {pane.lines.map((line) => (
          <g key={line.key} class={`stroke-${line.of}`} fill="none">
            {line.area && <path class="chart-area" d={line.area} fill={`url(#${fade})`} stroke="none" />}
            {line.band && <path class={`history-band fill-${line.of}`} d={line.band} stroke="none" />}
            {line.faint && <path class="chart-faint" d={line.faint} />}
            <path class="chart-gap" d={line.dotted} />
            <path class="chart-line" d={line.solid} />
          </g>
        ))}
      </g>
      {pane.goals.map(({ of, y }) => (
        <path
          key={of}
          class={of === 'total' ? 'chart-goal' : `chart-goal stroke-${of}`}
          d={`M${plot.left} ${y}H${plot.right}`}
        />
      ))}
      {pane.markers.map(({ group, x, y }) => (
        <circle
          key={`${group.day} ${y}`}
          class={`chart-dot fill-${hueOf(group.markers.map(({ pillar }) => pillar))}`}
          cx={x}
          cy={y}
          r="4.5"
        />
      ))}
      {pane.lines.map(
        ({ key, of, end }) =>
          end && (
            <circle
              key={key}
              class={`chart-dot fill-${of}`}
              cx={end.x}
              cy={end.y}
              r={of === 'industry' || of === 'network' ? 3 : 4.5}
            />
          ),
      )}
      {pane.labels.map(({ key, y, value, name }) => (
        <text key={key} class="chart-end" x={panes.labelX} y={y + half} text-anchor={panes.labelAnchor}>
          {value !== '' && <tspan class="chart-end-value">{value}</tspan>}
          {!narrow && <tspan>{value === '' ? name : `\u00a0${name}`}</tspan>}
        </text>
      ))}
    </g>
  );
}

/** A hue always means one pillar. */
function hueOf(of: readonly (Measure | undefined)[]): string {
  const [first] = of;
  return first !== undefined && of.every((pillar) => pillar === first) ? first : 'several';
}

interface CrosshairProps {
  readonly panes: Panes;
  readonly day: number;
  readonly measures: HistoryChartProps['measures'];
}

function Crosshair({ panes, day, measures }: CrosshairProps) {
  const x = panes.x(day);
  return (
    <g>
      <path class="chart-crosshair" d={`M${x.toFixed(1)} ${panes.plot.top - 10}V${panes.plot.bottom}`} />
      {panes.panes.flatMap(({ lines, geometry }) =>
        lines.map(({ key, of }) => {
          const point = of === 'industry' || of === 'network' ? undefined : pointOn(measures[of].points, day);
          return (
            point && <circle key={key} class={`chart-dot fill-${of}`} cx={x} cy={geometry.y(point.value)} r="5.5" />
          );
        }),
      )}
    </g>
  );
}

interface ReadoutCardProps {
  readonly readout: Readout;
  readonly language: string;
  readonly x: number;
  readonly panes: Panes;
  readonly width: number;
}

/** It floats on the side away from the newest data, unless there is no room. */
function ReadoutCard({ readout, language, x, panes, width }: ReadoutCardProps) {
  const element = useRef<HTMLDivElement>(null);
  const mirrored = panes.tickX > panes.plot.right;
  const away = 12;
  const card = 236;
  const roomBefore = mirrored ? width - x : x;
  // On the left where there is room (in a mirrored chart on the right), else on the other side, else pinned to the edge.
  const before = roomBefore >= card + away;
  const left = Math.min(Math.max(0, before === mirrored ? x + away : x - away - card), Math.max(0, width - card));
  return (
    <div ref={element} class="readout" style={{ left: `${left}px`, top: `${panes.plot.top}px` }}>
      <div class="readout-head">
        <span>{readout.title}</span>
        {readout.caption !== undefined && <span>{readout.caption}</span>}
      </div>
      {readout.missing !== undefined && <p class="readout-missing">{readout.missing}</p>}
      {readout.rows.map(({ pillar, name, value, change }) => (
        <div key={name} class="readout-row">
          <span class="readout-key">{pillar && <PillarKey pillar={pillar} />}</span>
          <span class="readout-name">{name}</span>
          <span class="readout-value">{value}</span>
          <span class="readout-change">{change !== undefined && <Change points={change} language={language} />}</span>
        </div>
      ))}
      {readout.ranks.map((rank) => (
        <p key={rank} class="readout-rank">
          {rank}
        </p>
      ))}
      {readout.events.length > 0 && (
        <div class="readout-events">
          {readout.events.map(({ label, pillar }) => (
            <p key={label}>
              <Icon name={pillar ? 'check' : 'warning'} size={12} />
              <bdi>{label}</bdi>
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
