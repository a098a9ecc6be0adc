import { line } from 'd3-shape';
import { extent } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { useMemo } from 'preact/hooks';
import { localDayOf } from '../../core/score/local-day';
import { Change } from '../../ui/change';
import { formatDay } from '../../words/format-day';
import { formatChange, formatWhole } from '../../words/format-number';
import { PillarKey } from '../../ui/pillar-key';
import { thinPoints } from '../../ui/chart/thin-points';
import { averagesView, leadView, type AverageRow, type GroupPlace, type LeadView } from './averages-view';
import { Card } from '../card';
import type { ScorecardData } from '../load-scorecard';
import type { Surroundings } from '../../words/surroundings';

/** You on the line, your industry a tick above it, your network a diamond below: close values never hide each other. */
export function AveragesCard({
  data,
  around,
  mirrored,
}: {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}) {
  const { say, today, language } = around;
  const view = useMemo(() => averagesView(data.history, around), [data.history, around]);
  const lead = useMemo(() => leadView(data.history), [data.history]);
  return (
    <Card id="averages" title={say('averages_title')}>
      {view ? (
        <>
          <ul class="legend">
            <li>
              <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <circle cx="6" cy="6" r="5" class="fill-total" />
              </svg>
              {say('averages_you')}
            </li>
            <li>
              <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M5 1h2v10H5z" class="fill-total" />
              </svg>
              {say('averages_industry_key')}
            </li>
            <li>
              <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
                <path d="M6 1.5L10.5 6 6 10.5 1.5 6z" class="diamond" />
              </svg>
              {say('averages_network_key')}
            </li>
          </ul>
          <div class="averages" role="table" aria-labelledby="averages-heading">
            <div class="average-row average-heads" role="row">
              <span role="columnheader">
                <span class="visually-hidden">{say('averages_measure')}</span>
              </span>
              <span class="average-scale" role="columnheader">
                <span>{formatWhole(0, language)}</span>
                <span>{say('averages_maximum')}</span>
              </span>
              <span class="average-ahead" role="columnheader">
                {say('scorecard_group_industry')}
              </span>
              <span class="average-ahead" role="columnheader">
                {say('scorecard_group_network')}
              </span>
            </div>
            {view.rows.map((row) => (
              <Average key={row.of} row={row} language={language} mirrored={mirrored} />
            ))}
          </div>
          {lead && <LeadLine lead={lead} around={around} mirrored={mirrored} />}
          <p class="note">
            {view.ranks}{' '}
            {view.day === today
              ? say('averages_as_shown_today')
              : say('averages_as_shown_on', formatDay(view.day, today, language))}
          </p>
        </>
      ) : (
        <p class="empty">{say('averages_empty')}</p>
      )}
    </Card>
  );
}

interface AverageProps {
  readonly row: AverageRow;
  readonly language: string;
  readonly mirrored: boolean;
}

function Average({ row, language, mirrored }: AverageProps) {
  const at = (place: number) => `${(mirrored ? 1 - place : place) * 100}%`;
  return (
    <div class="average-row" role="row">
      <span class="with-key" role="rowheader">
        {row.of !== 'total' && <PillarKey pillar={row.of} />}
        {row.name}
      </span>
      <span class="average-line" role="cell">
        <span class="visually-hidden">{row.label}</span>
        <svg width="100%" height="34" aria-hidden="true">
          <rect class="average-track" x="0" y="15" width="100%" height="4" rx="2" />
          {row.industry && (
            <svg x={at(row.industry.place)} y="2" class="overflowing">
              <path d="M-1 0h2v10h-2z" class="fill-total" />
            </svg>
          )}
          {row.network && (
            <svg x={at(row.network.place)} y="26" class="overflowing">
              <path d="M0 -5L5 0 0 5 -5 0z" class="diamond" />
            </svg>
          )}
          <circle class={`average-dot fill-${row.of}`} cx={at(row.place)} cy="17" r="7" />
        </svg>
      </span>
      <Ahead of={row.industry} language={language} />
      <Ahead of={row.network} language={language} />
    </div>
  );
}

function Ahead({ of, language }: { readonly of: GroupPlace | undefined; readonly language: string }) {
  return (
    <span class="average-ahead" role="cell">
      {of ? <Change points={of.ahead} language={language} /> : '\u2013'}
    </span>
  );
}

interface LeadLineProps {
  readonly lead: LeadView;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

const leadWidth = 480;
const leadHeight = 56;

/** You against your industry over time: above the line you are ahead. */
function LeadLine({ lead, around, mirrored }: LeadLineProps) {
  const { say, today, language } = around;
  const { points, first, last } = lead;
  const drawn = useMemo(() => {
    const [low = 0, high = 0] = extent([...points.map(({ value }) => value), 0]);
    const x = scaleLinear([first.day, last.day], mirrored ? [leadWidth, 0] : [0, leadWidth]);
    const y = scaleLinear([low, high], [leadHeight - 6, 6]);
    const toLine = line<(typeof points)[number]>(
      ({ day }) => x(day),
      ({ value }) => y(value),
    ).digits(1);
    return {
      path: toLine(thinPoints(points, ({ day }) => x(day))) ?? '',
      zero: y(0),
      end: { x: x(last.day), y: y(last.value) },
    };
  }, [points, first, last, mirrored]);
  return (
    <figure class="lead">
      <figcaption class="lead-caption">
        <span>{say('averages_lead_title')}</span>
        <span class="quiet">
          {say(
            'averages_lead',
            formatChange(first.value, language),
            formatDay(localDayOf(first.day), today, language),
            formatChange(last.value, language),
          )}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${leadWidth} ${leadHeight}`}
        class="lead-drawing"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path class="chart-goal" d={`M0 ${drawn.zero}H${leadWidth}`} vector-effect="non-scaling-stroke" />
        <path class="chart-line stroke-total" d={drawn.path} fill="none" vector-effect="non-scaling-stroke" />
      </svg>
    </figure>
  );
}
