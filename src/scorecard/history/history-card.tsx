import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { findRescalings } from '../../core/meaning/rescaling';
import { forecast } from '../../core/meaning/forecast';
import { currentGoal } from '../../core/meaning/current-goal';
import type { Measure } from '../../core/score/history';
import { dayNumber } from '../../core/score/local-day';
import { pace } from '../../core/meaning/pace';
import { pillars, type Pillar } from '../../core/score/pillar';
import { actionTitle } from '../journal/journal-view';
import { Change } from '../../ui/change';

import { Icon } from '../../ui/icon';
import { PillarKey } from '../../ui/pillar-key';
import { pillarName } from '../../words/pillar-name';
import { Card } from '../card';
import { HistoryChart } from './history-chart';
import { averageLine, measureLines, rankLine, trendLine } from './history-lines';
import { extras, type Extra, type HistoryEvent, type Shown } from './history-panes';
import {
  boundsOf,
  rangeName,
  ranges,
  reaches,
  readoutOf,
  stretchOf,
  summaryOf,
  tableRows,
  type Range,
} from './history-readout';
import type { ScorecardData } from '../load-scorecard';
import { pngFile, svgFile } from '../picture';
import { saveFile } from '../save-file';
import { Segmented } from '../segmented';
import type { Surroundings } from '../../words/surroundings';
import { within, type Stretch } from './zoom';
import { formatDay } from '../../words/format-day';

export interface HistoryCardProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

const measures: readonly Measure[] = ['total', ...pillars];
const rangeChoices = Object.keys(ranges) as readonly Range[];

/** Room around a saved chart, in CSS pixels. */
const pictureMargin = 20;

/** Rows of the table that are added at a time. */
const rowsAtATime = 60;

/** The history with all that can be switched on, zoomed, read as a table and saved as a picture. */
export function HistoryCard({ data, around, mirrored }: HistoryCardProps) {
  const { history, totals, actions, goals } = data;
  const { say, today, language } = around;
  const [shown, setShown] = useState<Shown>(() => new Set(measures));
  const [asTable, setAsTable] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  const firstDay = firstOf(history[0]?.day, totals[0]?.day) ?? today;
  const lastDay = lastOf(history.at(-1)?.day, totals.at(-1)?.day) ?? today;
  const bounds = useMemo(() => boundsOf(firstDay, lastDay, today), [firstDay, lastDay, today]);
  const [view, setView] = useState<{ readonly range: Range | undefined; readonly stretch?: Stretch }>(() => ({
    range: reaches('quarter', bounds) ? 'quarter' : 'all',
  }));
  const { range } = view;

  const lines = useMemo(() => measureLines(history, totals), [history, totals]);
  const wantsTrend = shown.has('trend');
  const trends = useMemo(
    () => (wantsTrend ? Object.fromEntries(measures.map((of) => [of, trendLine(history, of)])) : {}),
    [history, wantsTrend],
  );
  const chosenPillars = pillars.filter((pillar) => shown.has(pillar));
  const only = chosenPillars.length === 1 ? chosenPillars[0] : undefined;
  const wantsAverages = shown.has('averages');
  const averages = useMemo(() => {
    if (!wantsAverages) return undefined;
    const of = (measure: Measure) => ({
      industry: averageLine(history, 'industry', measure),
      network: averageLine(history, 'network', measure),
    });
    return { total: of('total'), ...(only && { pillar: of(only) }) };
  }, [history, wantsAverages, only]);
  const wantsRank = shown.has('rank');
  const ranksShown = useMemo(
    () => (wantsRank ? { industry: rankLine(history, 'industry'), network: rankLine(history, 'network') } : undefined),
    [history, wantsRank],
  );
  const rescalings = useMemo(() => findRescalings(history).map(dayNumber), [history]);
  const events = useMemo(
    (): readonly HistoryEvent[] =>
      [
        ...actions.map((action): HistoryEvent => ({
          day: dayNumber(action.day),
          pillar: action.pillar,
          label: actionTitle(action, say),
        })),
        ...rescalings.map((day): HistoryEvent => ({ day, label: say('chart_rescaling') })),
      ].sort((one, other) => one.day - other.day),
    [actions, rescalings, say],
  );
  const drawnGoals = useMemo(() => measures.flatMap((of) => currentGoal(goals, of) ?? []), [goals]);
  const totalGoal = currentGoal(goals, 'total');
  const seen = useMemo(() => {
    if (!totalGoal) return undefined;
    const speed = pace(history, 'total', today);
    return { of: forecast(history, totalGoal, today), low: speed?.low ?? 0, high: speed?.high ?? 0 };
  }, [history, totalGoal, today]);

  // A forecast needs some days to come: at most half of what is looked at, and no further than the latest day it names.
  const wantsForecast = shown.has('forecast') && seen?.of.state === 'forecast';
  const reach =
    wantsForecast && seen.of.state === 'forecast' ? dayNumber(seen.of.latest ?? seen.of.likely) - bounds.to + 7 : 0;
  const stretch = useMemo(() => {
    const past = view.stretch ? within(view.stretch, bounds) : stretchOf(range ?? 'all', bounds);
    if (reach <= 0 || past.to < bounds.to - 0.5) return past;
    return { from: past.from, to: past.to + Math.max(1, Math.min(reach, (past.to - past.from) / 2)) };
  }, [view.stretch, range, bounds, reach]);

  const readout = useCallback(
    (day: number) => readoutOf({ history, totals, events }, day, around),
    [history, totals, events, around],
  );
  const summary = useMemo(() => summaryOf(history, stretch, range, around), [history, stretch, range, around]);
  const zoom = useCallback(
    (next: Stretch) => {
      // Days to come are added to what is looked at, so they are taken off what was zoomed.
      const past = within({ from: next.from, to: Math.min(next.to, bounds.to) }, bounds);
      const whole = past.to - past.from >= bounds.to - bounds.from - 0.5;
      setView(whole ? { range: 'all' } : { range: undefined, stretch: past });
    },
    [bounds],
  );
  const toggle = (what: Measure | Extra) => {
    const next = new Set(shown);
    if (!next.delete(what)) next.add(what);
    setShown(next);
  };

  async function save(kind: 'png' | 'svg'): Promise<void> {
    const drawing = box.current?.querySelector<SVGSVGElement>('.history-chart > svg');
    if (!drawing) return;
    const background = getComputedStyle(document.documentElement).getPropertyValue('--surface').trim();
    const file =
      kind === 'svg'
        ? svgFile(drawing, background, pictureMargin)
        : await pngFile(drawing, background, { scale: 2, margin: pictureMargin });
    if (file) saveFile(file, `ssi-history-${today}.${kind}`);
  }

  const nothing = history.length === 0 && totals.length === 0;
  const nothingShown = !measures.some((of) => shown.has(of)) && !wantsRank;
  return (
    <Card
      id="history"
      class="history"
      title={say('chart_history')}
      aside={
        <>
          {!nothing && (
            <span class="history-summary">
              {summary.change !== undefined && <Change points={summary.change} language={language} />} {summary.text}
            </span>
          )}
          <Segmented
            label={say('chart_range')}
            value={range}
            choices={rangeChoices.map((choice) => ({
              value: choice,
              label: say(`chart_range_${choice}`),
              name: rangeName(choice, around),
              ...(!reaches(choice, bounds) && {
                disabled: say('chart_history_starts', formatDay(firstDay, today, language)),
              }),
            }))}
            onChoose={(choice) => setView({ range: choice })}
          />
        </>
      }
    >
      <div class="toggles" role="group" aria-label={say('scorecard_lines')}>
        {measures.map((of) => (
          <Toggle key={of} on={shown.has(of)} pillar={of === 'total' ? undefined : of} onToggle={() => toggle(of)}>
            {of === 'total' ? say('scorecard_total') : pillarName(of, say)}
          </Toggle>
        ))}
        <span class="toggles-gap" />
        {extras
          .filter((extra) => extra !== 'forecast' || seen?.of.state === 'forecast')
          .map((extra) => (
            <button
              key={extra}
              type="button"
              class="toggle toggle-extra"
              aria-pressed={shown.has(extra)}
              onClick={() => toggle(extra)}
            >
              {say(`scorecard_show_${extra}`)}
            </button>
          ))}
      </div>
      <div ref={box}>
        {nothing ? (
          <p class="empty">{say('scorecard_history_empty')}</p>
        ) : asTable ? (
          <HistoryTable data={data} stretch={stretch} around={around} />
        ) : nothingShown ? (
          <p class="empty">{say('scorecard_nothing_shown')}</p>
        ) : (
          <HistoryChart
            measures={lines}
            trends={trends}
            {...(averages && { averages })}
            {...(ranksShown && { ranks: ranksShown })}
            shown={shown}
            stretch={stretch}
            bounds={bounds}
            goals={drawnGoals}
            {...(seen && { forecast: seen })}
            events={events}
            rescalings={rescalings}
            around={around}
            mirrored={mirrored}
            readout={readout}
            onStretch={zoom}
            onReset={() => setView({ range: 'all' })}
          />
        )}
      </div>
      {!nothing && (
        <div class="history-foot">
          <p class="hint">
            {history.length === 1
              ? say('chart_first')
              : range === undefined
                ? say('scorecard_zoomed')
                : say('scorecard_zoom_hint')}
          </p>
          <div class="buttons">
            <button
              type="button"
              class="button button-ghost"
              aria-pressed={asTable}
              onClick={() => setAsTable(!asTable)}
            >
              <Icon name={asTable ? 'scorecard' : 'table'} />
              {asTable ? say('scorecard_as_chart') : say('scorecard_as_table')}
            </button>
            {!asTable && (
              <>
                <button
                  type="button"
                  class="button button-ghost"
                  aria-label={say('scorecard_save_picture', 'PNG')}
                  onClick={() => void save('png')}
                >
                  <Icon name="export" />
                  PNG
                </button>
                <button
                  type="button"
                  class="button button-ghost"
                  aria-label={say('scorecard_save_picture', 'SVG')}
                  onClick={() => void save('svg')}
                >
                  <Icon name="export" />
                  SVG
                </button>
              </>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}

function firstOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}

function lastOf(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

interface ToggleProps {
  readonly on: boolean;
  readonly pillar: Pillar | undefined;
  readonly onToggle: () => void;
  readonly children: string;
}

function Toggle({ on, pillar, onToggle, children }: ToggleProps) {
  return (
    <button type="button" class="toggle" aria-pressed={on} onClick={onToggle}>
      {pillar ? <PillarKey pillar={on ? pillar : undefined} /> : <span class="toggle-total" />}
      {children}
    </button>
  );
}

interface HistoryTableProps {
  readonly data: ScorecardData;
  readonly stretch: Stretch;
  readonly around: Surroundings;
}

function HistoryTable({ data, stretch, around }: HistoryTableProps) {
  const { say } = around;
  const [count, setCount] = useState(rowsAtATime);
  const rows = useMemo(() => tableRows(data, stretch, count + 1, around), [data, stretch, count, around]);
  const more = rows.length > count;
  return (
    <>
      <div class="scroller" role="group" tabIndex={0} aria-label={say('chart_history')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say('chart_day')}</th>
              <th scope="col">{say('scorecard_total')}</th>
              {pillars.map((pillar) => (
                <th key={pillar} scope="col">
                  <span class="with-key">
                    <PillarKey pillar={pillar} />
                    {pillarName(pillar, say)}
                  </span>
                </th>
              ))}
              <th scope="col">{say('scorecard_rank_in_industry')}</th>
              <th scope="col">{say('scorecard_rank_in_network')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, count).map((row) => (
              <tr key={row.day}>
                <th scope="row">{row.date}</th>
                {row.values.map((value, index) => (
                  <td key={measures[index]} class={index === 0 ? 'strong' : ''}>
                    {value}
                  </td>
                ))}
                {row.ranks.map((rank, index) => (
                  <td key={index === 0 ? 'industry' : 'network'}>{rank}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more && (
        <button type="button" class="link" onClick={() => setCount(count + rowsAtATime)}>
          {say('scorecard_show_more')}
        </button>
      )}
      {rows.length === 0 && <p class="empty">{say('chart_not_read_range')}</p>}
    </>
  );
}
