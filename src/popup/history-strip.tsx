import type { Measure } from '../core/score/history';
import { Change } from '../ui/change';
import { drawLine } from '../ui/chart/draw-line';
import { pointsBetween } from '../ui/chart/line';
import { linearScale } from '../ui/chart/linear-scale';
import { valueRange } from '../ui/chart/value-range';
import { Icon } from '../ui/icon';
import type { Surroundings } from '../words/surroundings';
import type { ChartView } from './chart-view';

export interface HistoryStripProps {
  readonly chart: ChartView;
  readonly of: Measure;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  readonly onOpen: () => void;
}

/** In CSS pixels: the drawing, and the room that a dot needs around its middle. */
const [width, height, edge] = [250, 34, 4];

/** The history while the tip is open: how much, and the line without its axes. One button that brings the chart back. */
export function HistoryStrip({ chart, of, around: { say, language }, mirrored, onOpen }: HistoryStripProps) {
  const { readout } = chart;
  return (
    <button type="button" class="history history-strip" onClick={onOpen}>
      <span class="strip-text">
        {readout.change && <Change {...readout.change} language={language} />}
        <span class="readout-text">{readout.text}</span>
      </span>
      <StripLine chart={chart} of={of} mirrored={mirrored} />
      <span class="visually-hidden">{say('chart_show')}</span>
      <Icon name="down" size={16} />
    </button>
  );
}

function StripLine({ chart, of, mirrored }: Pick<HistoryStripProps, 'chart' | 'of' | 'mirrored'>) {
  const { pane, stretch } = chart;
  const [line] = pane.lines;
  if (!line) return null;
  const { from, to } = stretch;
  const seen = pointsBetween(line.line.points, from, to).map(({ value }) => value);
  const { low, high } = valueRange(seen, pane.maximum);
  const x = linearScale([from, Math.max(to, from + 1)], mirrored ? [width - edge, edge] : [edge, width - edge]);
  const y = linearScale([low, high], [height - edge, edge]);
  const plot = { left: edge, right: width - edge, top: edge, bottom: height - edge };
  const { solid, dotted, dots, end } = drawLine({ ...line, markers: [] }, { plot, from, to, x, y, alone: false });
  return (
    <svg class={`strip-line stroke-${of}`} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path class="chart-line" d={solid} fill="none" />
      <path class="chart-gap" d={dotted} fill="none" />
      <path class="chart-dots" d={dots} fill="none" />
      {end && <circle class={`fill-${of}`} cx={x(end.day)} cy={y(end.value)} r={3} />}
    </svg>
  );
}
