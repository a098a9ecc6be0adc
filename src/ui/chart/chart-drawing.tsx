import { useId } from 'preact/hooks';
import { pillars, type Pillar } from '../../core/score/pillar';
import type { ChartLayout, DrawnPane } from './chart-layout';
import type { LineOf } from './chart-pane';
import type { DrawnLine, MarkerGroup } from './draw-line';
import { pointOn, type Point } from './line';

export interface ChartDrawingProps {
  readonly layout: ChartLayout;
  readonly textScale: number;
  /** Days on which LinkedIn changed everybody's score: a dotted upright. */
  readonly rescalings: readonly number[];
  /** Day from which there is nothing but waiting: hatched. */
  readonly waitingFrom: number | undefined;
}

/** Everything of a chart but its crosshair: drawn anew only when axes or lines change. */
export function ChartDrawing({ layout, textScale, rescalings, waitingFrom }: ChartDrawingProps) {
  const [clip, hatch] = [useId(), useId()];
  const { plot, x } = layout;
  const inPlot = (at: number) => Math.min(plot.right, Math.max(plot.left, at));
  const waiting = waitingFrom === undefined ? [] : [inPlot(x(waitingFrom)), inPlot(x(layout.today))];
  const [start = 0, end = 0] = waiting.toSorted((one, other) => one - other);
  return (
    <g>
      <clipPath id={clip}>
        <rect x={plot.left - 1} y={0} width={plot.right - plot.left + 2} height={layout.height} />
      </clipPath>
      {end > start && (
        <>
          <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="chart-hatch" d="M3.5 0V7" />
          </pattern>
          {layout.panes.map(({ pane, plot: { top, bottom } }) => (
            <rect
              key={pane.id}
              class="chart-waiting"
              x={start}
              y={top - 7}
              width={end - start}
              height={bottom - top + 7}
              fill={`url(#${hatch})`}
            />
          ))}
        </>
      )}
      {layout.panes.map((drawn) => (
        <PaneDrawing key={drawn.pane.id} drawn={drawn} layout={layout} clip={clip} textScale={textScale} />
      ))}
      {rescalings
        .map((day) => x(day))
        .filter((at) => at >= plot.left && at <= plot.right)
        .map((at) => (
          <path key={at} class="chart-rescaling" d={`M${at.toFixed(1)} ${plot.top}V${plot.bottom}`} />
        ))}
      {layout.timeTicks.flatMap(({ x: at, anchor, label, onPaper }) =>
        [
          { words: label, only: onPaper === undefined ? '' : ' chart-on-screen' },
          ...(onPaper === undefined ? [] : [{ words: onPaper, only: ' chart-on-paper' }]),
        ].map(({ words, only }) => (
          <text key={words + at.toFixed(0)} class={`chart-label${only}`} x={at} y={layout.timeY} text-anchor={anchor}>
            {words}
          </text>
        )),
      )}
    </g>
  );
}

interface PaneDrawingProps {
  readonly drawn: DrawnPane;
  readonly layout: ChartLayout;
  readonly clip: string;
  readonly textScale: number;
}

function PaneDrawing({ drawn, layout, clip, textScale }: PaneDrawingProps) {
  const { pane, plot, lines, fan, y } = drawn;
  const { tickPlace, captionPlace, startPlace, x } = layout;
  const fade = useId();
  const half = 4 * textScale;
  const across = `H${plot.right}`;
  return (
    <g>
      {pane.caption !== undefined && (
        <text class="chart-caption" x={captionPlace.x} y={drawn.captionY} text-anchor={captionPlace.anchor}>
          {pane.caption}
        </text>
      )}
      {drawn.ticks.map(({ value, label, strong }) => (
        <g key={value}>
          {!strong && <path class="chart-grid" d={`M${plot.left} ${y(value)}${across}`} />}
          <text
            class={strong ? 'chart-label chart-label-goal' : 'chart-label'}
            x={tickPlace.x}
            y={y(value) + half}
            text-anchor={tickPlace.anchor}
          >
            {label}
          </text>
        </g>
      ))}
      <g clip-path={`url(#${clip})`}>
        {fan && (
          <>
            <path class="chart-fan" d={fan.area} />
            {fan.ways.map(({ way, path }) => (
              <path key={way} class={`chart-way chart-way-${way}`} d={path} />
            ))}
            <path class="chart-today" d={`M${x(layout.today)} ${plot.top}V${plot.bottom}`} />
          </>
        )}
        {lines.map(({ of, area, band, faint, dotted, solid, dots }) => (
          <g key={of} class={`stroke-${of}`} fill="none">
            {area !== '' && (
              <>
                <linearGradient id={fade} x1="0" y1={plot.top} x2="0" y2={plot.bottom} gradientUnits="userSpaceOnUse">
                  <stop class={`stop-${of}`} offset="0" stop-opacity=".22" />
                  <stop class={`stop-${of}`} offset="1" stop-opacity="0" />
                </linearGradient>
                <path class="chart-area" d={area} fill={`url(#${fade})`} />
              </>
            )}
            {band !== '' && <path class={`chart-band fill-${of}`} d={band} />}
            {faint !== '' && <path class="chart-faint" d={faint} />}
            <path class="chart-gap" d={dotted} />
            <path class="chart-line" d={solid} {...sharedDash(lines, of)} />
            {dots !== '' && <path class="chart-dots" d={dots} />}
          </g>
        ))}
      </g>
      {fan && <path class="chart-bracket" d={fan.bracket} />}
      {pane.goals.map(({ of, target }) => (
        <path
          key={of}
          class={of === 'total' ? 'chart-goal' : `chart-goal stroke-${of}`}
          d={`M${plot.left} ${y(target)}${across}`}
        />
      ))}
      {drawn.written.map(({ day, text, value, anchor, x: at }) => (
        <g key={`${day} ${text}`}>
          <path
            class="chart-stem"
            d={`M${x(day).toFixed(1)} ${plot.top - 12 * textScale}V${value === undefined ? plot.bottom : y(value)}`}
          />
          <text class="chart-label chart-written" x={at} y={plot.top - 5 * textScale} text-anchor={anchor}>
            {text}
          </text>
        </g>
      ))}
      {lines.flatMap(({ of, groups }) =>
        groups.map(({ day, markers }) => {
          const height = markers.at(-1)?.value;
          const at = { x: x(day), y: height === undefined ? plot.bottom : y(height) };
          return <Mark key={`${of} ${day} ${height ?? ''}`} at={at} markers={markers} />;
        }),
      )}
      {endDots(lines).map(({ key, at, of, markers }) =>
        markers.length > 1 ? (
          <Mark key={key} at={{ x: x(at.day), y: y(at.value) }} markers={markers} />
        ) : (
          <circle
            key={key}
            class={`chart-dot fill-${of}`}
            cx={x(at.day)}
            cy={y(at.value)}
            r={of === 'industry' || of === 'network' ? 3 : 4.5}
          />
        ),
      )}
      {!layout.named &&
        [
          ...pane.goals.map(({ target, label }) => ({ at: y(target), label })),
          { at: plot.top, label: pane.corner },
        ].map(
          ({ at, label }) =>
            label !== undefined && (
              <text
                key={label}
                class="chart-label"
                x={startPlace.x}
                y={at - 5 * textScale}
                text-anchor={startPlace.anchor}
              >
                {label}
              </text>
            ),
        )}
    </g>
  );
}

/** Lines that lie on each other the whole way take turns, or the last would hide the others: a dash of each. */
function sharedDash(lines: readonly DrawnLine[], of: LineOf) {
  const own = lines.find((line) => line.of === of)?.solid;
  const shared = lines.filter(({ solid }) => solid !== '' && solid === own);
  if (shared.length < 2) return {};
  const place = shared.findIndex((line) => line.of === of);
  return {
    'stroke-dasharray': `${turn} ${turn * (shared.length - 1)}`,
    'stroke-dashoffset': -turn * place,
  };
}

/** A dash of a shared line, in CSS pixels. */
const turn = 6;

/** The newest reading of each line; those in one place as one dot, in slices. What was done on its day stands in its place. */
function endDots(lines: readonly DrawnLine[]) {
  const dots = new Map<
    string,
    { of: LineOf; at: Point; markers: { pillar: Pillar | undefined; day: number; label: '' }[] }
  >();
  for (const { of, end, groups } of lines) {
    if (!end || groups.some(({ day }) => day === end.day)) continue;
    const key = `${end.day} ${end.value}`;
    const dot = dots.get(key) ?? { of, at: end, markers: [] };
    dot.markers.push({ pillar: pillars.find((pillar) => pillar === of), day: end.day, label: '' });
    dots.set(key, dot);
  }
  return [...dots].map(([key, dot]) => ({ key, ...dot }));
}

interface MarkProps extends Pick<MarkerGroup, 'markers'> {
  readonly at: { readonly x: number; readonly y: number };
}

/** Where something was done: a dot in the pillar's colour, one in slices for several pillars, and hollow where it is of none. */
function Mark({ at, markers }: MarkProps) {
  const hues = [...new Set(markers.map(({ pillar }) => pillar))];
  const [only] = hues;
  if (hues.length === 1) {
    return <circle class={`chart-dot ${only ? `fill-${only}` : 'chart-note'}`} cx={at.x} cy={at.y} r="4.5" />;
  }
  // The half radius with a stroke as wide as the radius is a full disc, and a dash of it a slice.
  const radius = 2;
  const around = 2 * Math.PI * radius;
  const slice = around / hues.length;
  return (
    <g>
      <circle class="chart-dot" cx={at.x} cy={at.y} r="4.5" />
      {hues.map((hue, index) => (
        <circle
          key={hue ?? 'none'}
          class={`stroke-${hue ?? 'total'}`}
          cx={at.x}
          cy={at.y}
          r={radius}
          fill="none"
          stroke-width={2 * radius}
          stroke-dasharray={`${slice.toFixed(2)} ${around.toFixed(2)}`}
          stroke-dashoffset={(-slice * index).toFixed(2)}
        />
      ))}
    </g>
  );
}

export interface CrosshairProps {
  readonly layout: ChartLayout;
  readonly day: number;
}

/** An upright through all panes, with a dot on each reading of the day. */
export function Crosshair({ layout, day }: CrosshairProps) {
  const x = layout.x(day);
  return (
    <g>
      <path class="chart-crosshair" d={`M${x.toFixed(1)} ${layout.plot.top - 7}V${layout.plot.bottom}`} />
      {layout.panes.flatMap(({ pane, y }) =>
        pane.lines.map(({ of, line }) => {
          const point = of === 'industry' || of === 'network' ? undefined : pointOn(line.points, day);
          return point && <circle key={of} class={`chart-dot fill-${of}`} cx={x} cy={y(point.value)} r="5.5" />;
        }),
      )}
    </g>
  );
}
