import { render } from 'preact';
import type { Pillar } from '../../core/score/pillar';
import { dayNumber } from '../../core/score/local-day';
import { ChartDrawing } from '../../ui/chart/chart-drawing';
import { layOutChart, type ChartLayout } from '../../ui/chart/chart-layout';
import type { ChartPane } from '../../ui/chart/chart-pane';
import type { Stretch } from '../../ui/chart/zoom';
import { quarterArc } from '../../ui/quarter-arc';
import { formatDay, formatDays } from '../../words/format-day';
import type { Surroundings } from '../../words/surroundings';
import { pngFile, svgFile } from '../picture';
import { PictureFoot, PictureHead } from '../picture-frame';
import { daysOf } from './history-rows';

export interface ChartFileQuestion {
  readonly panes: readonly ChartPane[];
  readonly stretch: Stretch;
  readonly rescalings: readonly number[];
  readonly waitingFrom: number | undefined;
  /** The member's; absent where it is not wanted. */
  readonly name: string | undefined;
  /** "+11.2 in 3 months" */
  readonly summary: string;
  /** What is said of the days to come; absent where nothing is. */
  readonly outlook: string | undefined;
  readonly theme: 'light' | 'dark';
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

/** The chart as a file: always as wide, whatever the page is, with whose it is, of which days, and by what. Rejects where the browser cannot draw it. */
export async function chartFile(question: ChartFileQuestion, kind: 'png' | 'svg'): Promise<Blob> {
  const stage = document.createElement('div');
  stage.className = 'picture-stage';
  stage.dataset['theme'] = question.theme;
  // Only what is in the page has looks that can be written into a file.
  document.body.append(stage);
  try {
    render(<ChartPicture {...question} />, stage);
    const drawing = stage.querySelector('svg');
    if (!drawing) throw new Error('The chart was not drawn.');
    return kind === 'svg' ? svgFile(drawing) : await pngFile(drawing);
  } finally {
    render(null, stage);
    stage.remove();
  }
}

const margin = 32;
const chartWidth = 840;
/** Of the head with two lines and with one, of a line of words, and of the foot. */
const heights = { head: 54, title: 40, line: 24, foot: 34 };

/** What is saved. */
function ChartPicture(question: ChartFileQuestion) {
  const { panes, stretch, rescalings, waitingFrom, name, summary, outlook, around, mirrored } = question;
  const { today, language, say } = around;
  const layout = layOutChart({
    // What is switched off is in no picture.
    panes: panes.map(({ off: _, ...pane }) => pane),
    ...stretch,
    today: dayNumber(today),
    named: true,
    width: chartWidth,
    textScale: 1,
    mirrored,
    language,
    // Tomorrow "today" is another day.
    todayLabel: formatDay(today, '', language),
  });
  const above = margin + (name === undefined ? heights.title : heights.head);
  const below = (outlook === undefined ? 0 : heights.line) + heights.foot + margin;
  const box = { width: chartWidth + 2 * margin, height: Math.ceil(above + layout.height + below), margin, mirrored };
  const [first, last] = daysOf(stretch);
  const until = last < today ? last : today;
  return (
    <svg class="picture" viewBox={`0 0 ${box.width} ${box.height}`} fill="none">
      <PictureHead box={box} name={name} title={say('share_title', formatDays(first, until, '', language))} />
      <text class="picture-words" x={mirrored ? margin : box.width - margin} y={margin + 13} text-anchor="end">
        {summary}
      </text>
      <g transform={`translate(${margin} ${above})`}>
        <ChartDrawing layout={layout} textScale={1} rescalings={rescalings} waitingFrom={waitingFrom} />
        <EndTexts layout={layout} />
      </g>
      {outlook !== undefined && (
        <text class="picture-words" x={mirrored ? box.width - margin : margin} y={above + layout.height + heights.line}>
          {outlook}
        </text>
      )}
      <PictureFoot box={box} day={today} around={around} />
    </svg>
  );
}

const keySize = 12;

/** Names and values at line ends. They follow the direction of their words, so that "start" is always the side of the plot. */
function EndTexts({ layout: { panes, mirrored } }: { readonly layout: ChartLayout }) {
  const aside = mirrored ? -1 : 1;
  return (
    <>
      {panes.flatMap(({ pane, labels, labelX }) =>
        labels.map(({ key, y, value, name, pillar }) => (
          <g key={`${pane.id} ${key}`}>
            {pillar && <EndKey pillar={pillar} x={labelX + (mirrored ? -keySize : 0)} y={y} />}
            <text class="picture-end" x={labelX + (pillar ? (keySize + 4) * aside : 0)} y={y + 4}>
              {value !== '' && <tspan class="picture-end-value">{value}</tspan>}
              {name !== '' && <tspan>{value === '' ? name : `\u00a0${name}`}</tspan>}
            </text>
          </g>
        )),
      )}
    </>
  );
}

/** A pillar's key before its name, so that lines in one place can be told apart. */
function EndKey({ pillar, x, y }: { readonly pillar: Pillar; readonly x: number; readonly y: number }) {
  return (
    <g transform={`translate(${x} ${y - keySize / 2})`} fill="none" stroke-width="2.6">
      <circle class="track" cx="6" cy="6" r="4.3" />
      <path class={`stroke-${pillar}`} d={quarterArc(pillar, { centre: 6, radius: 4.3, from: 0, to: 90 })} />
    </g>
  );
}
