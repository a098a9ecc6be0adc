import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { pillarMaximum, pillars } from '../../core/score/pillar';
import { fail, succeed } from '../../core/result';
import { Icon } from '../../ui/icon';
import { CardIcon } from '../card-icon';
import { quarterArc } from '../../ui/quarter-arc';
import type { Point } from '../../ui/chart/line';
import { Card } from '../card';
import type { ScorecardData } from '../load-scorecard';
import { pngFile } from '../picture';
import { saveFile } from '../save-file';
import { shareView, type ShareView } from './share-view';
import type { Surroundings } from '../../words/surroundings';
import { Switch } from '../switch';
import { useRun } from '../toast';

const pictureWidth = 600;
const pictureHeight = 315;

export interface SharePageProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** The language runs from right to left. */
  readonly mirrored: boolean;
}

/** A picture of the last month, made here: ring, change and line, no name. */
export function SharePage({ data, around, mirrored }: SharePageProps) {
  const { say, today } = around;
  const run = useRun();
  const [withRanks, setWithRanks] = useState(false);
  const view = useMemo(() => shareView(data.history, withRanks, around), [data.history, withRanks, around]);
  const drawing = useRef<SVGSVGElement>(null);

  async function picture(): Promise<Blob | undefined> {
    if (!drawing.current) return undefined;
    const background = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    // Twice as many pixels: 1200 × 630, which social networks show uncut.
    return pngFile(drawing.current, { background, margin: 0 }, 2);
  }

  return (
    <>
      <div class="page-head">
        <h1 class="page-title">{say('share_page_title')}</h1>
        <p class="page-subtitle">{say('share_explained')}</p>
      </div>
      <Card title={say('share_picture')}>
        {view ? (
          <>
            <div class="share-frame">
              <Picture view={view} mirrored={mirrored} drawing={drawing} />
            </div>
            <Switch label={say('share_ranks')} on={withRanks} onSwitch={setWithRanks} />
            <div class="buttons">
              <button
                type="button"
                class="button button-primary button-large"
                onClick={() => {
                  void run(
                    async () => {
                      const file = await picture();
                      if (!file) return fail('storage-unavailable');
                      await navigator.clipboard.write([new ClipboardItem({ 'image/png': file })]);
                      return succeed(undefined);
                    },
                    { text: say('share_copied') },
                  );
                }}
              >
                <Icon name="copy" />
                {say('share_copy')}
              </button>
              <button
                type="button"
                class="button button-secondary button-large"
                onClick={() => {
                  void picture().then((file) => {
                    if (file) saveFile(file, `ssi-${today}.png`);
                  });
                }}
              >
                <CardIcon name="export" />
                {say('share_save')}
              </button>
            </div>
          </>
        ) : (
          <p class="empty">{say('share_empty')}</p>
        )}
      </Card>
    </>
  );
}

/** Between a value and its name: a shift would go the wrong way where the language runs from right to left. */
const enSpace = '\u2002';

const ring = { centre: 100, radius: 72, thickness: 15 };

interface PictureProps {
  readonly view: ShareView;
  readonly mirrored: boolean;
  readonly drawing: { current: SVGSVGElement | null };
}

function Picture({ view, mirrored, drawing }: PictureProps) {
  const across = useCallback((x: number) => (mirrored ? pictureWidth - x : x), [mirrored]);
  const inset = (Math.asin((ring.thickness / 2 + 2) / ring.radius) * 180) / Math.PI;
  const arc = (part: number) => ({
    centre: ring.centre,
    radius: ring.radius,
    from: inset,
    to: inset + (90 - 2 * inset) * Math.min(1, part),
  });
  const path = useMemo(() => {
    const [low = 0, high = 1] = extent(view.points, ({ value }) => value);
    const [first, last] = [view.points[0]?.day ?? 0, view.points.at(-1)?.day ?? 1];
    const spread = Math.max(high - low, 1);
    const x = scaleLinear([first, Math.max(last, first + 1)], [260, 560]);
    const y = scaleLinear([(low + high - spread) / 2, (low + high + spread) / 2], [150, 96]);
    const toLine = line<Point>(
      ({ day }) => across(x(day)),
      ({ value }) => y(value),
    ).digits(1);
    const end = view.points.at(-1);
    return { line: toLine(view.points) ?? '', end: end && { x: across(x(end.day)), y: y(end.value) } };
  }, [view.points, across]);
  return (
    <svg
      ref={drawing}
      class="share-picture"
      viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}
      role="img"
      aria-label={view.label}
      fill="none"
    >
      <text class="share-title" x={across(40)} y="46" text-anchor="start">
        {view.title}
      </text>
      <g
        transform={`translate(${mirrored ? pictureWidth - 24 - 2 * ring.centre : 24} 58)`}
        stroke-width={ring.thickness}
        stroke-linecap="round"
      >
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
        <text class="share-total" x={ring.centre} y={ring.centre + 17} text-anchor="middle">
          {view.total}
        </text>
      </g>
      <text class="share-change" x={across(260)} y="80" text-anchor="start">
        {view.change}
      </text>
      <path class="chart-line stroke-total" d={path.line} />
      {path.end && <circle class="chart-dot fill-total" cx={path.end.x} cy={path.end.y} r="5" />}
      {view.pillars.map(({ pillar, name, value }, index) => {
        const [x, y] = [260, 188 + index * 24];
        return (
          <g key={pillar}>
            <circle class={`fill-${pillar}`} cx={across(x + 5)} cy={y - 4.5} r="5" />
            <text class="share-pillar" x={across(x + 18)} y={y} text-anchor="start">
              <tspan class="chart-end-value">{value}</tspan>
              <tspan>{`${enSpace}${name}`}</tspan>
            </text>
          </g>
        );
      })}
      <text class="share-ranks" x={across(260)} y="291" text-anchor="start">
        {view.ranks.join('  ·  ')}
      </text>
    </svg>
  );
}
