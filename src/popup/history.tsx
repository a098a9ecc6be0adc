import { useEffect, useState } from 'preact/hooks';
import type { Measure } from '../core/score/history';
import { Change } from '../ui/change';
import { formatWhole } from '../words/format-number';
import { Icon } from '../ui/icon';
import { LineChart } from '../ui/line-chart';
import { PillarKey } from '../ui/pillar-key';
import { pillarName } from '../words/pillar-name';
import {
  cursorReadout,
  spokenDay,
  type ChartRange,
  type ChartView,
  type RangeView,
  type ReadoutView,
} from './chart-view';
import type { PopupData } from './popup-view';
import type { Surroundings } from '../words/surroundings';
import { RangeControl } from './range-control';

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
  const [hint, setHint] = useState<string>();
  if (first) return <FirstHistory say={say} of={of} onBack={onBack} />;
  const readout =
    hint !== undefined
      ? { text: hint }
      : cursor === undefined
        ? chart.readout
        : cursorReadout(data.history, of, cursor, around);
  return (
    <section class="history">
      <div class="history-head">
        {of !== 'total' && (
          <PillarBack of={of} say={say} onBack={onBack} short={cursor !== undefined || hint !== undefined} />
        )}
        <Readout
          readout={readout}
          language={language}
          short={of !== 'total' && cursor === undefined && hint === undefined}
        />
        <RangeControl
          ranges={ranges}
          chosen={range}
          label={say('chart_range')}
          onChoose={(chosen) => {
            setCursor(undefined);
            onRange(chosen);
          }}
          onHint={setHint}
        />
      </div>
      <LineChart
        label={chart.label}
        lines={[chart.line]}
        from={chart.from}
        to={chart.to}
        range={chart.range}
        goal={chart.goal}
        corner={chart.corner}
        markers={chart.markers}
        rescalings={chart.rescalings}
        waitingFrom={chart.waitingFrom}
        todayLabel={say('chart_today')}
        cursor={cursor}
        onCursor={setCursor}
        describe={(day) => spokenDay(data.history, of, day, [...chart.markers, ...chart.rescalings], around)}
        labelOfMany={(label, others) => say('chart_flag_more', label, formatWhole(others, language))}
        formatTick={(value) => formatWhole(value, language)}
        language={language}
        mirrored={mirrored}
        width={chartWidth}
        plotHeight={69}
      />
      <ChartTable chart={chart} say={say} />
    </section>
  );
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
      {readout.change !== undefined && <Change points={readout.change} language={language} />}
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

/** The same readings for those who do not see the line; made after the first paint, which it must not delay. */
function ChartTable({ chart, say }: { readonly chart: ChartView; readonly say: Surroundings['say'] }) {
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
