import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Pillar } from '../../core/score/pillar';
import { Chart, type ChartProps } from '../../ui/chart/chart';
import type { ChartLayout } from '../../ui/chart/chart-layout';
import { spokenReadout, type Readout } from '../../ui/history-readout';
import { Icon } from '../../ui/icon';
import { ChartEnds, PillarToggles } from './chart-ends';

export interface HistoryChartProps extends Pick<
  ChartProps,
  'panes' | 'stretch' | 'rescalings' | 'waitingFrom' | 'zoom' | 'around' | 'mirrored'
> {
  /** What the crosshair says of a day. */
  readonly readout: (day: number) => Readout;
  /** Under the chart while there is no crosshair. */
  readonly hint: ComponentChildren;
  readonly onToggle: (pillar: Pillar) => void;
}

/** Width in a window of 1160 pixels or more: with another, the chart would be laid out and drawn twice. */
const expectedWidth = 698;

/** Total, pillars and ranks over time. Nothing lies over the lines: values stand at their ends, the day on the axis, all else of it under the chart. */
export function HistoryChart({ readout, hint, onToggle, ...drawn }: HistoryChartProps) {
  const { around, panes } = drawn;
  const { say } = around;
  const [cursor, setCursor] = useState<number>();
  const pillarsPane = panes.find(({ id }) => id === 'pillars');
  return (
    <Chart
      {...drawn}
      label={say('scorecard_chart_label')}
      help={`${say('chart_keys')} ${say('scorecard_chart_keys')}`}
      cursor={cursor}
      onCursor={setCursor}
      describe={(day) => spokenReadout(readout(day), around, 'short')}
      tell={(day) => spokenReadout(readout(day), around, 'whole')}
      overlay={(day, layout) => <DateChip title={readout(day).title} day={day} layout={layout} />}
      beside={(day, layout) => {
        const pointed = day === undefined ? undefined : { day, readout: readout(day) };
        return (
          <>
            <ChartEnds {...{ layout, pointed, onToggle, around }} />
            <ReadoutLine readout={pointed?.readout} hint={hint} slim={layout.slim} />
            {layout.slim && pillarsPane && (
              <PillarToggles
                isOn={(pillar) => pillarsPane.lines.some(({ of }) => of === pillar)}
                onToggle={onToggle}
                say={say}
              />
            )}
          </>
        );
      }}
      named
      width={expectedWidth}
    />
  );
}

interface DateChipProps {
  readonly title: string;
  readonly day: number;
  readonly layout: ChartLayout;
}

/** About half as wide as the longest date, in CSS pixels of text as designed. */
const halfOfDate = 52;

/** The day under the crosshair, on the axis of time, where it lies over no line. */
function DateChip({ title, day, layout }: DateChipProps) {
  const half = halfOfDate * layout.textScale;
  const middle = Math.min(layout.width - half, Math.max(half, layout.x(day)));
  return (
    <span class="chart-date" style={{ left: `${middle.toFixed(1)}px`, top: `${layout.plot.bottom + 2}px` }}>
      {title}
    </span>
  );
}

interface ReadoutLineProps {
  readonly readout: Readout | undefined;
  readonly hint: ComponentChildren;
  /** It may take two lines. */
  readonly slim: boolean;
}

/** One line: ranks and what happened on the day under the crosshair; without one how the chart is used. */
function ReadoutLine({ readout, hint, slim }: ReadoutLineProps) {
  const narrow = slim ? ' is-slim' : '';
  if (!readout) return <p class={`readout hint${narrow}`}>{hint}</p>;
  const { missing, ranks, events } = readout;
  return (
    <p class={`readout is-pointed hint${narrow}`}>
      {missing !== undefined && <span>{missing}</span>}
      {ranks.length > 0 && <span>{ranks.join(' \u00b7 ')}</span>}
      {events.map(({ label, kind, pillar }) => (
        <span key={`${pillar ?? ''} ${label}`} class="readout-event">
          <Icon name={kind === 'rescaling' ? 'warning' : 'check'} size={12} />
          <bdi>{label}</bdi>
        </span>
      ))}
    </p>
  );
}
