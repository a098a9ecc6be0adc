import type { CSSProperties } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Measure } from '../core/score/history';
import { Change } from '../ui/change';
import { Chart } from '../ui/chart/chart';
import type { ChartLayout } from '../ui/chart/chart-layout';
import type { ChartRange, RangeView } from '../ui/history-range';
import type { HistoryEvent } from '../ui/measure-pane';
import { Icon } from '../ui/icon';
import { PillarKey } from '../ui/pillar-key';
import { formatWhole } from '../words/format-number';
import { pillarName } from '../words/pillar-name';
import type { Surroundings } from '../words/surroundings';
import { cursorReadout, spokenDay, type ChartView, type ReadoutView } from './chart-view';
import type { PopupData } from './popup-data';
import { Segmented } from '../ui/segmented';

export interface HistoryProps {
  readonly chart: ChartView;
  readonly data: PopupData;
  readonly of: Measure;
  /** There is only one reading. */
  readonly first: boolean;
  readonly ranges: readonly RangeView[];
  readonly range: ChartRange;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  readonly onRange: (range: ChartRange) => void;
  /** From a pillar back to the total. */
  readonly onBack: () => void;
}

/** Width of the chart in CSS pixels: the popup without its gutters. */
const chartWidth = 368;

/** The line of the total, or of the pillar that was clicked, with its readout and ranges. */
export function History({ chart, data, of, first, ranges, range, around, mirrored, onRange, onBack }: HistoryProps) {
  const { say, language } = around;
  const [cursor, setCursor] = useState<number>();
  const panes = useMemo(() => [chart.pane], [chart]);
  const rescalings = useMemo(
    () => chart.events.filter(({ kind }) => kind === 'rescaling').map(({ day }) => day),
    [chart],
  );
  if (first) return <FirstHistory say={say} of={of} onBack={onBack} />;
  const readout = cursor === undefined ? chart.readout : cursorReadout(data, of, cursor, around);
  return (
    <section class="history">
      <h2 class="visually-hidden">{say('chart_history')}</h2>
      <div class="history-head">
        {of !== 'total' && <PillarBack of={of} say={say} onBack={onBack} short={cursor !== undefined} />}
        <Readout readout={readout} language={language} short={of !== 'total' && cursor === undefined} />
        {ranges.length > 1 && (
          <Segmented
            label={say('chart_range')}
            value={range}
            choices={ranges}
            onChoose={(chosen) => {
              setCursor(undefined);
              onRange(chosen);
            }}
          />
        )}
      </div>
      <Chart
        label={chart.label}
        help={say('chart_keys')}
        panes={panes}
        stretch={chart.stretch}
        rescalings={rescalings}
        waitingFrom={chart.waitingFrom}
        cursor={cursor}
        onCursor={setCursor}
        describe={(day) => spokenDay(data, of, day, chart.events, around)}
        overlay={(day, layout) => <Flag day={day} layout={layout} events={chart.events} around={around} />}
        named={false}
        around={around}
        mirrored={mirrored}
        width={chartWidth}
      />
    </section>
  );
}

interface FlagProps {
  readonly day: number;
  readonly layout: ChartLayout;
  readonly events: readonly HistoryEvent[];
  readonly around: Surroundings;
}

/** What happened on the day under the crosshair; of marks drawn as one that of the day itself, and how many others there are. */
function Flag({ day, layout, events, around: { say, language } }: FlagProps) {
  const event =
    events.find((one) => one.day === day && one.kind === 'rescaling') ?? events.find((one) => one.day === day);
  if (!event) return null;
  const groups = layout.panes.flatMap(({ lines }) => lines).flatMap((line) => line.groups);
  const group = groups.find(({ markers }) => markers.some((marker) => marker.day === day));
  const others = event.kind !== 'rescaling' && group ? group.markers.length - 1 : 0;
  return (
    <div class="chart-flag" style={flagPlace(layout.x(day), layout.width)}>
      {event.pillar && <PillarKey pillar={event.pillar} size={12} />}
      <span class="chart-flag-text">
        {others === 0 ? event.label : say('chart_flag_more', event.label, formatWhole(others, language))}
      </span>
    </div>
  );
}

/** Beside the crosshair, on the side with more room. */
function flagPlace(x: number, width: number): CSSProperties {
  const gap = 5;
  return x > width / 2
    ? { right: `${width - x + gap}px`, maxWidth: `${x - gap}px` }
    : { left: `${x + gap}px`, maxWidth: `${width - x - gap}px` };
}

interface PillarBackProps {
  readonly of: Exclude<Measure, 'total'>;
  readonly say: Surroundings['say'];
  readonly onBack: () => void;
  /** Only the key, to leave room for the readout. */
  readonly short?: boolean;
}

function PillarBack({ of, say, onBack, short = false }: PillarBackProps) {
  return (
    <button
      type="button"
      class="history-back"
      aria-label={say('chart_back')}
      title={say('chart_back')}
      onClick={onBack}
    >
      <Icon name="back" />
      <PillarKey pillar={of} />
      {!short && <span class="history-pillar">{pillarName(of, say)}</span>}
    </button>
  );
}

interface ReadoutProps {
  readonly readout: ReadoutView;
  readonly language: string;
  /** Without the words, where a pillar's name takes their room. */
  readonly short: boolean;
}

function Readout({ readout, language, short }: ReadoutProps) {
  return (
    <p class="readout">
      {readout.value !== undefined && <strong class="readout-value">{readout.value}</strong>}
      {readout.change && <Change {...readout.change} language={language} />}
      <span class={short && readout.change !== undefined ? 'visually-hidden' : 'readout-text'} title={readout.text}>
        {readout.text}
      </span>
    </p>
  );
}

/** One reading is a point and no line yet. */
function FirstHistory({ say, of, onBack }: Pick<PillarBackProps, 'say' | 'onBack'> & { readonly of: Measure }) {
  return (
    <section class="history history-first">
      {of === 'total' ? (
        <h2 class="history-title">{say('chart_history')}</h2>
      ) : (
        <PillarBack of={of} say={say} onBack={onBack} />
      )}
      <div class="first-point">
        <span class={`first-dot background-${of}`} />
        <span class="first-dots first-dots-before" />
        <span class="first-text">{say('chart_first')}</span>
        <span class="first-dots" />
      </div>
      <p class="first-today">{say('chart_today')}</p>
    </section>
  );
}

/**
 * The same readings for those who do not see the line: last in the popup, since it has a row for each day. Made after the first paint, which it
 * must not delay.
 */
export function ChartTable({ chart, say }: { readonly chart: ChartView; readonly say: Surroundings['say'] }) {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const idle = requestIdleCallback(() => setReady(true), { timeout: 1000 });
    return () => cancelIdleCallback(idle);
  }, []);
  if (!ready) return null;
  return (
    <div class="visually-hidden">
      <table>
        <caption>{chart.label}</caption>
        <thead>
          <tr>
            <th scope="col">{say('chart_day')}</th>
            <th scope="col">{say('chart_points')}</th>
          </tr>
        </thead>
        <tbody>
          {chart.table.map(({ day, value }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
