import { useState } from 'preact/hooks';
import { Chart, type ChartProps } from '../../ui/chart/chart';
import type { ChartLayout } from '../../ui/chart/chart-layout';
import { Change } from '../../ui/change';
import { spokenReadout, type Readout } from '../../ui/history-readout';
import { Icon } from '../../ui/icon';
import { PillarKey } from '../../ui/pillar-key';

export interface HistoryChartProps extends Pick<
  ChartProps,
  'panes' | 'stretch' | 'rescalings' | 'waitingFrom' | 'zoom' | 'around' | 'mirrored'
> {
  /** What the crosshair says of a day. */
  readonly readout: (day: number) => Readout;
}

/** Width that is expected, to paint at once. */
const expectedWidth = 700;

/** Total, pillars and ranks over time, with a readout that floats over them. */
export function HistoryChart({ readout, ...drawn }: HistoryChartProps) {
  const { say, language } = drawn.around;
  const [cursor, setCursor] = useState<number>();
  return (
    <Chart
      {...drawn}
      label={say('scorecard_chart_label')}
      help={`${say('chart_keys')} ${say('scorecard_chart_keys')}`}
      cursor={cursor}
      onCursor={setCursor}
      describe={(day) => spokenReadout(readout(day), drawn.around, 'short')}
      tell={(day) => spokenReadout(readout(day), drawn.around, 'whole')}
      overlay={(day, layout) => <ReadoutCard readout={readout(day)} language={language} day={day} layout={layout} />}
      named
      width={expectedWidth}
    />
  );
}

interface ReadoutCardProps {
  readonly readout: Readout;
  readonly language: string;
  readonly day: number;
  readonly layout: ChartLayout;
}

/** In CSS pixels. */
const cardWidth = 236;
const away = 12;

/** It floats on the side away from the newest data, unless there is no room. */
function ReadoutCard({ readout, language, day, layout }: ReadoutCardProps) {
  const { width, mirrored } = layout;
  const x = layout.x(day);
  // On the left where there is room (in a mirrored chart on the right), else on the other side, else pinned to the edge.
  const before = (mirrored ? width - x : x) >= cardWidth + away;
  const wanted = before === mirrored ? x + away : x - away - cardWidth;
  const left = Math.min(Math.max(0, wanted), Math.max(0, width - cardWidth));
  return (
    <div class="readout" style={{ left: `${left}px`, top: `${layout.plot.top}px` }}>
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
          <span class="readout-change">{change && <Change {...change} language={language} />}</span>
        </div>
      ))}
      {readout.ranks.map((rank) => (
        <p key={rank} class="readout-rank">
          {rank}
        </p>
      ))}
      {readout.events.length > 0 && (
        <div class="readout-events">
          {readout.events.map(({ label, kind }) => (
            <p key={label}>
              <Icon name={kind === 'rescaling' ? 'warning' : 'check'} size={12} />
              <bdi>{label}</bdi>
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
