import { bisector } from 'd3-array';
import { area, line } from 'd3-shape';
import type { CSSProperties } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { Pillar } from '../core/score/pillar';
import { chartGeometry, groupMarkers, type ChartGeometry, type MarkerGroup, type ValueRange } from './chart-geometry';
import { PillarKey } from './pillar-key';
import type { Point } from './thin-points';
import { useMeasured } from './use-measured';

/** One measure over time. */
export interface ChartLine {
  readonly of: 'total' | Pillar;
  /** What was read, ascending by day. */
  readonly readings: readonly Point[];
  /** The line through the noise, drawn over faint readings; without it the readings are the line. */
  readonly trend?: readonly Point[] | undefined;
}

/** Something that happened on a day. */
export interface ChartMarker {
  readonly day: number;
  /** Height on the line, in points. */
  readonly value: number;
  /** Whose colour it has; absent for what belongs to no pillar, such as a change by LinkedIn. */
  readonly pillar?: Pillar | undefined;
  readonly label: string;
}

export interface LineChartProps {
  /** What it shows, for screen readers. */
  readonly label: string;
  readonly lines: readonly ChartLine[];
  /** First and last day of the axis, as `dayNumber` counts. */
  readonly from: number;
  readonly to: number;
  readonly range: ValueRange;
  /** A dashed line at `value`, which lies within `range`. */
  readonly goal?: { readonly value: number; readonly label: string } | undefined;
  /** Said in the corner in place of a goal line that would lie too far up. */
  readonly corner?: string | undefined;
  readonly markers: readonly ChartMarker[];
  /** Days on which LinkedIn changed everybody's score: a dotted upright. */
  readonly rescalings?: readonly ChartMarker[];
  /** Day from which there is nothing but waiting: hatched. */
  readonly waitingFrom?: number | undefined;
  readonly todayLabel: string;
  /** The day under the crosshair. */
  readonly cursor: number | undefined;
  readonly onCursor: (day: number | undefined) => void;
  /** A day in words, for screen readers: what the readout shows. */
  readonly describe: (day: number) => string;
  /** The flag of several markers in one place. */
  readonly labelOfMany: (first: string, others: number) => string;
  readonly formatTick: (value: number) => string;
  readonly language: string;
  /** Time runs from right to left. */
  readonly mirrored: boolean;
  /** Width in CSS pixels that is expected, to paint at once. */
  readonly width: number;
  /** Height of the plot in CSS pixels, from the highest grid line to the lowest. */
  readonly plotHeight: number;
}

/** Room around the plot in CSS pixels, for text as designed; larger text gets more. */
const room = { above: 19, below: 22, beside: 26 };
const nearestMarkers = 8;
const snapDistance = 8;
const labelWidth = 60;
/** A month's label gives way to "Today" when it is closer than this. */
const todayWidth = 40;

const dayOf = bisector<Point, number>((point) => point.day);

/**
 * Scores over time as SVG: readings joined where they are close, dotted over gaps, with a goal, marks and a crosshair that
 * follows mouse, touch and keys (arrows a day, with Shift a week, Home, End, Escape). One stop for the tab key, which speaks as a slider.
 */
export function LineChart(props: LineChartProps) {
  const { lines, from, to, range, goal, markers, cursor, onCursor, mirrored } = props;
  const element = useRef<HTMLDivElement>(null);
  const { width, textScale } = useMeasured(element, props.width);
  const beside = room.beside * textScale;
  const plotTop = room.above * textScale;
  const height = plotTop + props.plotHeight + room.below * textScale;

  const geometry = useMemo(
    () =>
      chartGeometry({
        plot: {
          left: mirrored ? beside : 0,
          right: mirrored ? width : width - beside,
          top: plotTop,
          bottom: plotTop + props.plotHeight,
        },
        from,
        to,
        range,
        mirrored,
        labelWidth: labelWidth * textScale,
      }),
    [from, to, range, mirrored, width, beside, plotTop, props.plotHeight, textScale],
  );
  const groups = useMemo(
    () =>
      groupMarkers(
        markers.filter((marker) => marker.day >= from && marker.day <= to),
        (day) => geometry.x(day),
        nearestMarkers,
      ),
    [markers, geometry, from, to],
  );
  const rescalings = (props.rescalings ?? []).filter((marker) => marker.day >= from && marker.day <= to);

  const readings = lines[0]?.readings ?? [];
  const last = readings.at(-1);
  const flag = cursor === undefined ? undefined : flagOn(cursor, groups, rescalings, props.labelOfMany);

  function pointAt(event: PointerEvent): void {
    const target = element.current;
    if (!target) return;
    const place = event.clientX - target.getBoundingClientRect().left;
    const day = geometry.dayAt(place);
    const nearest = readings[dayOf.center(readings, day)];
    onCursor(nearest && Math.abs(geometry.x(nearest.day) - place) <= snapDistance ? nearest.day : day);
  }

  function move(event: KeyboardEvent): void {
    const next = dayAfterKey(event, cursor ?? last?.day ?? to, { from, to, mirrored, started: cursor !== undefined });
    if (next === undefined && !(event.key === 'Escape' && cursor !== undefined)) return;
    // Escape would otherwise close the popup.
    event.preventDefault();
    event.stopPropagation();
    onCursor(next);
  }

  const spoken = cursor ?? last?.day ?? to;
  return (
    <div
      ref={element}
      class="chart"
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={from}
      aria-valuemax={to}
      aria-valuenow={spoken}
      aria-valuetext={props.describe(spoken)}
      onPointerDown={pointAt}
      onPointerMove={pointAt}
      onPointerLeave={(event) => {
        // A finger that was lifted leaves its crosshair where it was.
        if (event.pointerType !== 'touch') onCursor(undefined);
      }}
      onKeyDown={move}
      onBlur={() => onCursor(undefined)}
    >
      <span class="text-probe" />
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <Axes {...props} geometry={geometry} textScale={textScale} width={width} />
        {props.waitingFrom !== undefined && <Waiting geometry={geometry} from={props.waitingFrom} />}
        {lines.map((drawn) => (
          <DrawnLine key={drawn.of} line={drawn} geometry={geometry} shaded={lines.length === 1} />
        ))}
        {goal && (
          <path class="chart-goal" d={`M${geometry.plot.left} ${geometry.y(goal.value)}H${geometry.plot.right}`} />
        )}
        {rescalings.map((marker) => (
          <path
            key={marker.day}
            class="chart-rescaling"
            d={`M${geometry.x(marker.day)} ${geometry.plot.top}V${geometry.plot.bottom}`}
          />
        ))}
        {groups.map((group) => (
          <MarkerDot key={group.day} group={group} geometry={geometry} />
        ))}
        {lines.map((drawn) => {
          const end = drawn.readings.at(-1);
          return (
            end &&
            end.day >= from && (
              <circle
                key={drawn.of}
                class={`chart-dot fill-${drawn.of}`}
                cx={geometry.x(end.day)}
                cy={geometry.y(end.value)}
                r="4.5"
              />
            )
          );
        })}
        {cursor !== undefined && <Crosshair day={cursor} lines={lines} geometry={geometry} top={plotTop - 7} />}
      </svg>
      {flag && cursor !== undefined && (
        <div class="chart-flag" style={flagPlace(geometry.x(cursor), width)}>
          {flag.pillar && <PillarKey pillar={flag.pillar} size={12} />}
          <span class="chart-flag-text">{flag.text}</span>
        </div>
      )}
    </div>
  );
}

interface Keyboard {
  readonly from: number;
  readonly to: number;
  readonly mirrored: boolean;
  /** Whether there is a crosshair to move: the first key only brings it. */
  readonly started: boolean;
}

/** Where a key moves the crosshair; undefined when it is none of its keys. */
function dayAfterKey(event: KeyboardEvent, day: number, { from, to, mirrored, started }: Keyboard): number | undefined {
  const step = (event.shiftKey ? 7 : 1) * (mirrored ? -1 : 1);
  const within = (next: number) => Math.min(to, Math.max(from, next));
  switch (event.key) {
    case 'ArrowLeft':
      return started ? within(day - step) : within(day);
    case 'ArrowRight':
      return started ? within(day + step) : within(day);
    case 'Home':
      return from;
    case 'End':
      return to;
    default:
      return undefined;
  }
}

interface AxesProps extends LineChartProps {
  readonly geometry: ChartGeometry;
  readonly textScale: number;
}

function Axes({
  geometry,
  range,
  goal,
  corner,
  formatTick,
  todayLabel,
  language,
  mirrored,
  width,
  textScale,
}: AxesProps) {
  const { plot } = geometry;
  const [numberPlace, numberAnchor] = mirrored ? [0, 'start'] : [width, 'end'];
  const [todayPlace, startPlace] = mirrored ? [plot.left, plot.right] : [plot.right, plot.left];
  const [todayAnchor, startAnchor] = mirrored ? ['start', 'end'] : ['end', 'start'];
  const baseline = 4 * textScale;
  const timeLine = plot.bottom + 15.5 * textScale;
  const goalHeight = goal && geometry.y(goal.value);
  return (
    <g>
      {range.ticks.map((tick) => {
        const height = geometry.y(tick);
        const underGoal = goalHeight !== undefined && Math.abs(height - goalHeight) < 12 * textScale;
        return (
          <g key={tick}>
            {tick !== goal?.value && <path class="chart-grid" d={`M${plot.left} ${height}H${plot.right}`} />}
            {!underGoal && (
              <text class="chart-label" x={numberPlace} y={height + baseline} text-anchor={numberAnchor}>
                {formatTick(tick)}
              </text>
            )}
          </g>
        );
      })}
      {goal && goalHeight !== undefined && (
        <>
          <text
            class="chart-label chart-label-goal"
            x={numberPlace}
            y={goalHeight + baseline}
            text-anchor={numberAnchor}
          >
            {formatTick(goal.value)}
          </text>
          <text class="chart-label" x={startPlace} y={goalHeight - 5 * textScale} text-anchor={startAnchor}>
            {goal.label}
          </text>
        </>
      )}
      {corner !== undefined && (
        <text class="chart-label" x={startPlace} y={plot.top - 5 * textScale} text-anchor={startAnchor}>
          {corner}
        </text>
      )}
      {geometry.timeTicks(language).map(({ day, label }) => {
        const x = geometry.x(day);
        const crowded = Math.abs(x - todayPlace) < todayWidth * textScale || Math.abs(x - startPlace) < 8 * textScale;
        return (
          !crowded && (
            <text key={day} class="chart-label" x={x} y={timeLine} text-anchor="middle">
              {label}
            </text>
          )
        );
      })}
      <text class="chart-label" x={todayPlace} y={timeLine} text-anchor={todayAnchor}>
        {todayLabel}
      </text>
    </g>
  );
}

interface DrawnLineProps {
  readonly line: ChartLine;
  readonly geometry: ChartGeometry;
  /** A fade to nothing under the line: the axis does not start at 0, so the area means nothing. */
  readonly shaded: boolean;
}

function DrawnLine({ line: { of, readings, trend }, geometry, shaded }: DrawnLineProps) {
  const fade = useId();
  const drawn = useMemo(() => {
    const toLine = line<Point>(
      (point) => geometry.x(point.day),
      (point) => geometry.y(point.value),
    ).digits(1);
    const toArea = area<Point>(
      (point) => geometry.x(point.day),
      geometry.plot.bottom,
      (point) => geometry.y(point.value),
    ).digits(1);
    const { runs, gaps } = geometry.pieces(trend ?? readings);
    const faint = trend ? geometry.pieces(readings).runs : [];
    const join = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join('');
    return {
      solid: join(runs.map((run) => toLine(run))),
      dotted: join(gaps.map((gap) => toLine(gap))),
      faint: join(faint.map((run) => toLine(run))),
      area: toArea(runs.flat()) ?? '',
    };
  }, [geometry, readings, trend]);
  return (
    <g class={`stroke-${of}`} fill="none">
      {shaded && (
        <>
          <linearGradient
            id={fade}
            x1="0"
            y1={geometry.plot.top}
            x2="0"
            y2={geometry.plot.bottom}
            gradientUnits="userSpaceOnUse"
          >
            <stop class={`stop-${of}`} offset="0" stop-opacity=".22" />
            <stop class={`stop-${of}`} offset="1" stop-opacity="0" />
          </linearGradient>
          <path class="chart-area" d={drawn.area} fill={`url(#${fade})`} />
        </>
      )}
      <path class="chart-faint" d={drawn.faint} />
      <path class="chart-gap" d={drawn.dotted} />
      <path class="chart-line" d={drawn.solid} />
    </g>
  );
}

/** From the last reading to today: nothing was read. */
function Waiting({ geometry, from }: { readonly geometry: ChartGeometry; readonly from: number }) {
  const hatch = useId();
  const [start, end] = [geometry.x(from), geometry.x(geometry.to)];
  const top = geometry.plot.top - 7;
  return (
    <>
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path class="chart-hatch" d="M3.5 0V7" />
      </pattern>
      <rect
        class="chart-waiting"
        x={Math.min(start, end)}
        y={top}
        width={Math.abs(end - start)}
        height={geometry.plot.bottom - top}
        fill={`url(#${hatch})`}
      />
    </>
  );
}

interface MarkerDotProps {
  readonly group: MarkerGroup<ChartMarker>;
  readonly geometry: ChartGeometry;
}

function MarkerDot({ group, geometry }: MarkerDotProps) {
  const last = group.markers.at(-1);
  if (!last) return null;
  // A hue always means one pillar.
  const alike = group.markers.every((marker) => marker.pillar === last.pillar);
  return (
    <circle
      class={`chart-dot fill-${alike && last.pillar ? last.pillar : 'several'}`}
      cx={geometry.x(group.day)}
      cy={geometry.y(last.value)}
      r="4.5"
    />
  );
}

interface CrosshairProps {
  readonly day: number;
  readonly lines: readonly ChartLine[];
  readonly geometry: ChartGeometry;
  readonly top: number;
}

function Crosshair({ day, lines, geometry, top }: CrosshairProps) {
  const x = geometry.x(day);
  return (
    <g>
      <path class="chart-crosshair" d={`M${x} ${top}V${geometry.plot.bottom}`} />
      {lines.map(({ of, readings }) => {
        const reading = readings[dayOf.center(readings, day)];
        if (reading?.day !== day) return null;
        return <circle key={of} class={`chart-dot fill-${of}`} cx={x} cy={geometry.y(reading.value)} r="5.5" />;
      })}
    </g>
  );
}

interface Flag {
  readonly text: string;
  readonly pillar?: Pillar | undefined;
}

function flagOn(
  day: number,
  groups: readonly MarkerGroup<ChartMarker>[],
  rescalings: readonly ChartMarker[],
  labelOfMany: LineChartProps['labelOfMany'],
): Flag | undefined {
  const rescaling = rescalings.find((marker) => marker.day === day);
  if (rescaling) return { text: rescaling.label };
  const group = groups.find(({ markers }) => markers.some((marker) => marker.day === day));
  // The one of that very day first; what it was merged with is counted.
  const marker = group?.markers.find((candidate) => candidate.day === day);
  if (!group || !marker) return undefined;
  const others = group.markers.length - 1;
  return { text: others === 0 ? marker.label : labelOfMany(marker.label, others), pillar: marker.pillar };
}

/** Beside the crosshair, on the side with more room. */
function flagPlace(x: number, width: number): CSSProperties {
  const gap = 5;
  return x > width / 2
    ? { right: `${width - x + gap}px`, maxWidth: `${x - gap}px` }
    : { left: `${x + gap}px`, maxWidth: `${width - x - gap}px` };
}
