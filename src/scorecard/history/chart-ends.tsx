import type { CSSProperties } from 'preact';
import { pillars, type Pillar } from '../../core/score/pillar';
import { Change } from '../../ui/change';
import type { ChartLayout, DrawnPane } from '../../ui/chart/chart-layout';
import type { PlacedLabel } from '../../ui/chart/end-labels';
import { pointOn } from '../../ui/chart/line';
import type { Readout } from '../../ui/history-readout';
import { PillarKey } from '../../ui/pillar-key';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import { absent } from './history-rows';

/** What the crosshair says, where there is one. */
interface PointedDay {
  readonly day: number;
  readonly readout: Readout;
}

export interface ChartEndsProps {
  readonly layout: ChartLayout;
  /** While there is a crosshair the values are those of its day. */
  readonly pointed: PointedDay | undefined;
  readonly onToggle: (pillar: Pillar) => void;
  readonly around: Surroundings;
}

/** Room for key, value, change and a pillar's name beside each other, in CSS pixels of text as designed. */
const roomForChange = 210;

/**
 * Names and values at the ends of the lines. Those of pillars are buttons that switch their lines on and off; where there is no room for names only
 * values stand there, and the buttons under the chart (`PillarToggles`) have the names.
 */
export function ChartEnds({ layout, pointed, onToggle, around }: ChartEndsProps) {
  return (
    <div class="chart-ends">
      {layout.panes.flatMap((drawn) =>
        (pointed ? drawn.pointedLabels : drawn.labels).map((label) => (
          <End
            key={`${drawn.pane.id} ${label.key}`}
            {...{ label, drawn, layout, pointed, around }}
            onToggle={layout.slim ? undefined : onToggle}
          />
        )),
      )}
    </div>
  );
}

interface EndProps extends Pick<ChartEndsProps, 'layout' | 'pointed' | 'around'> {
  readonly label: PlacedLabel;
  readonly drawn: DrawnPane;
  /** Absent where it is only read. */
  readonly onToggle: ChartEndsProps['onToggle'] | undefined;
}

function End({ label, drawn, layout, pointed, onToggle, around }: EndProps) {
  const { name, pillar, of, off } = label;
  const { value, change } =
    pointed && !off ? valueOn(label, drawn, pointed) : { value: label.value, change: undefined };
  const { width, mirrored, slim, textScale } = layout;
  const room = mirrored ? drawn.labelX : width - drawn.labelX;
  const place: CSSProperties = {
    [mirrored ? 'right' : 'left']: `${(mirrored ? width - drawn.labelX : drawn.labelX).toFixed(1)}px`,
    top: `${label.y.toFixed(1)}px`,
    maxWidth: `${Math.max(0, room).toFixed(1)}px`,
  };
  const fits = of === 'total' || room >= roomForChange * textScale;
  const content = (
    <>
      {pillar && <PillarKey pillar={off ? undefined : pillar} size={12} />}
      {value !== '' && <strong class="chart-end-value">{value}</strong>}
      {change && fits && !slim && <Change {...change} language={around.language} />}
      {!slim && name !== '' && <span class="chart-end-name">{name}</span>}
    </>
  );
  if (!pillar || of === undefined || !onToggle) {
    return (
      // The slider says the same.
      <span class="chart-end" style={place} aria-hidden="true">
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      class="chart-end"
      style={place}
      aria-pressed={!off}
      aria-label={name}
      title={name}
      onClick={() => onToggle(pillar)}
    >
      {content}
    </button>
  );
}

/** What a label says of the day under the crosshair; a dash where nothing was read. */
function valueOn({ of }: PlacedLabel, { pane }: DrawnPane, { day, readout }: PointedDay) {
  if (of === undefined) return { value: '', change: undefined };
  if (of === 'industry' || of === 'network') {
    const point = pointOn(pane.lines.find((line) => line.of === of)?.line.points ?? [], day);
    return { value: point ? pane.formatValue(point.value) : absent, change: undefined };
  }
  const row = readout.rows.find(({ pillar }) => (pillar ?? 'total') === of);
  return { value: row?.value ?? absent, change: row?.change };
}

export interface PillarTogglesProps {
  readonly isOn: (pillar: Pillar) => boolean;
  readonly onToggle: (pillar: Pillar) => void;
  readonly say: Surroundings['say'];
}

/** The pillars by name, to be switched on and off where their names do not fit at the ends of their lines. */
export function PillarToggles({ isOn, onToggle, say }: PillarTogglesProps) {
  return (
    <div class="toggles" role="group" aria-label={say('scorecard_lines')}>
      {pillars.map((pillar) => (
        <button key={pillar} type="button" class="toggle" aria-pressed={isOn(pillar)} onClick={() => onToggle(pillar)}>
          <PillarKey pillar={isOn(pillar) ? pillar : undefined} size={12} />
          {pillarName(pillar, say)}
        </button>
      ))}
    </div>
  );
}
