import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LocalDay } from '../../core/score/local-day';
import { pillarMaximum, pillars } from '../../core/score/pillar';
import { changeShapes, directionOf } from '../../ui/change-mark';
import type { Point } from '../../ui/chart/line';
import { quarterArc } from '../../ui/quarter-arc';
import type { Surroundings } from '../../words/surroundings';
import { PictureFoot, PictureHead } from '../picture-frame';
import type { ShareView } from './share-view';

/** Saved with twice as many pixels: 1200 × 627, which LinkedIn shows uncut. */
const size = { width: 600, height: 313.5, margin: 28 };

/** Everything stands on these edges and lines, in the picture's units. */
const left = size.margin;
const middle = 222;
const right = size.width - size.margin;
const ring = { centre: 77.5, radius: 69, thickness: 17, top: 82 };
const spark = { top: 110, bottom: 150, dates: 165 };
const rows = { first: 190, distance: 20.5, change: 62 };
const changeLine = 99;

export interface SharePictureProps {
  readonly view: ShareView;
  /** The member's; absent where it is not wanted. */
  readonly name: string | undefined;
  readonly day: LocalDay;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  readonly drawing: Ref<SVGSVGElement>;
}

/** Ring, change, line and pillars of the last month, to be posted. */
export function SharePicture({ view, name, day, around, mirrored, drawing }: SharePictureProps) {
  const box = { ...size, mirrored };
  const across = (x: number) => (mirrored ? size.width - x : x);
  /** Where a drawing as wide as this begins. */
  const start = (x: number, width: number) => (mirrored ? size.width - x - width : x);
  const diameter = 2 * ring.centre;
  return (
    <svg
      ref={drawing}
      class="picture share-picture"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={[...(name === undefined ? [] : [name]), view.label].join(around.say('list_comma'))}
      fill="none"
    >
      <PictureHead box={box} name={name} title={view.title} />
      {view.ranks.map((rank, index) => (
        <text key={rank} class="picture-words" x={across(right)} y={size.margin + 13 + index * 17} text-anchor="end">
          {rank}
        </text>
      ))}
      <g transform={`translate(${start(left, diameter)} ${ring.top})`}>
        <Ring view={view} />
      </g>
      {view.change && (
        <g>
          <ChangeShape points={view.change.points} x={start(middle, 14)} y={changeLine - 13} size={14} />
          <text class="share-change" x={across(middle + 21)} y={changeLine}>
            {view.change.text}
          </text>
        </g>
      )}
      {view.points.length > 1 && <Spark view={view} across={across} />}
      {view.pillars.map(({ pillar, name: words, value, change }, index) => {
        const y = rows.first + index * rows.distance;
        return (
          <g key={pillar} class="share-pillar">
            <g transform={`translate(${start(middle, 13)} ${y - 11})`} stroke-width="2.8">
              <circle class="track" cx="6.5" cy="6.5" r="4.8" />
              <path class={`stroke-${pillar}`} d={quarterArc(pillar, { centre: 6.5, radius: 4.8, from: 0, to: 90 })} />
            </g>
            <text x={across(middle + 21)} y={y}>
              {words}
            </text>
            <text class="share-value" x={across(change ? right - rows.change : right)} y={y} text-anchor="end">
              {value}
            </text>
            {change && (
              <>
                <ChangeShape points={change.points} x={start(right - 42, 8)} y={y - 8.5} size={8} />
                <text class={`share-change-${directionOf(change.points)}`} x={across(right)} y={y} text-anchor="end">
                  {change.text}
                </text>
              </>
            )}
          </g>
        );
      })}
      <PictureFoot box={box} day={day} around={around} />
    </svg>
  );
}

function Ring({ view }: Pick<SharePictureProps, 'view'>) {
  const inset = (Math.asin((ring.thickness / 2 + 1.5) / ring.radius) * 180) / Math.PI;
  const arc = (part: number) => ({
    centre: ring.centre,
    radius: ring.radius,
    from: inset,
    to: inset + (90 - 2 * inset) * Math.min(1, part),
  });
  return (
    <g stroke-width={ring.thickness} stroke-linecap="round">
      {pillars.map((pillar) => (
        <path key={pillar} class="track" d={quarterArc(pillar, arc(1))} />
      ))}
      {pillars.map(
        (pillar) =>
          view.scores[pillar] > 0 && (
            <path
              key={pillar}
              class={`stroke-${pillar}`}
              d={quarterArc(pillar, arc(view.scores[pillar] / pillarMaximum))}
            />
          ),
      )}
      <text class="share-total" x={ring.centre} y={ring.centre + 19} text-anchor="middle" stroke-width="0">
        {view.total}
      </text>
    </g>
  );
}

interface SparkProps extends Pick<SharePictureProps, 'view'> {
  readonly across: (x: number) => number;
}

/** The total's line, with the days on which it begins and ends. */
function Spark({ view: { points, ends }, across }: SparkProps) {
  const drawn = useMemo(() => {
    const [low = 0, high = 1] = extent(points, ({ value }) => value);
    const [first, last] = [points[0]?.day ?? 0, points.at(-1)?.day ?? 1];
    // A shorter range would make noise look like a cliff.
    const spread = Math.max(high - low, 3);
    const x = scaleLinear([first, Math.max(last, first + 1)], [middle, right - 5]);
    const y = scaleLinear([(low + high - spread) / 2, (low + high + spread) / 2], [spark.bottom - 4, spark.top + 5]);
    const [toX, toY] = [({ day }: Point) => across(x(day)), ({ value }: Point) => y(value)];
    const end = points.at(-1);
    return {
      line: line<Point>(toX, toY).digits(1)(points) ?? '',
      area: area<Point>(toX, spark.bottom, toY).digits(1)(points) ?? '',
      end: end && { x: toX(end), y: toY(end) },
    };
  }, [points, across]);
  return (
    <>
      <path class="share-area" d={drawn.area} />
      <path class="chart-line stroke-total" d={drawn.line} />
      {drawn.end && <circle class="chart-dot fill-total" cx={drawn.end.x} cy={drawn.end.y} r="5" />}
      {ends.map((day, index) => (
        <text
          key={day}
          class="share-date"
          x={across(index === 0 ? middle : right)}
          y={spark.dates}
          text-anchor={index === 0 ? 'start' : 'end'}
        >
          {day}
        </text>
      ))}
    </>
  );
}

interface ChangeShapeProps {
  readonly points: number;
  readonly x: number;
  readonly y: number;
  /** Its width. */
  readonly size: number;
}

function ChangeShape({ points, x, y, size: width }: ChangeShapeProps) {
  const direction = directionOf(points);
  return (
    <path
      class={`share-shape-${direction}`}
      transform={`translate(${x} ${y}) scale(${width / 9})`}
      d={changeShapes[direction]}
    />
  );
}
