import { useId } from 'preact/hooks';
import type { Pillar } from '../../core/score/pillar';
import type { ChartLayout, DrawnPane } from './chart-layout';
import { narrowChart } from './chart-layout';
import { pointOn } from './line';

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
      {layout.timeTicks.map(({ x: at, anchor, label }) => (
        <text key={label + at.toFixed(0)} class="chart-label" x={at} y={layout.timeY} text-anchor={anchor}>
          {label}
        </text>
      ))}
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
            <path class="chart-line" d={solid} />
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
      {lines.flatMap(({ of, groups }) =>
        groups.map(({ day, markers }) => (
          <circle
            key={`${of} ${day}`}
            class={`chart-dot fill-${hueOf(markers.map(({ pillar }) => pillar))}`}
            cx={x(day)}
            cy={y(markers.at(-1)?.value ?? 0)}
            r="4.5"
          />
        )),
      )}
      {lines.map(
        ({ of, end, groups }) =>
          end &&
          // What was done on the day of the newest reading stands in its place.
          !groups.some(({ day }) => day === end.day) && (
            <circle
              key={of}
              class={`chart-dot fill-${of}`}
              cx={x(end.day)}
              cy={y(end.value)}
              r={of === 'industry' || of === 'network' ? 3 : 4.5}
            />
          ),
      )}
      {layout.named
        ? // Names follow the direction of their words, so "start" is always the side of the plot.
          drawn.labels.map(({ key, y: at, value, name }) => (
            <text key={key} class="chart-end" x={drawn.labelX} y={at + half} text-anchor="start">
              {value !== '' && <tspan class="chart-end-value">{value}</tspan>}
              {layout.width >= narrowChart && name !== '' && <tspan>{value === '' ? name : `\u00a0${name}`}</tspan>}
            </text>
          ))
        : [
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

/** A hue always means one pillar. */
function hueOf(of: readonly (Pillar | undefined)[]): string {
  const [first] = of;
  return first !== undefined && of.every((pillar) => pillar === first) ? first : 'several';
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
