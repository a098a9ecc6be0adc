import { max } from 'd3-array';
import { useCallback, useMemo, useRef, useState } from 'preact/hooks';
import { goalOutlook } from '../../core/meaning/goal-outlook';
import { fourWeeks, longestOutlook } from '../../core/meaning/outlook';
import { triedOutlook } from '../../core/meaning/outlook-record';
import { isPerson } from '../../core/rows/person';
import { isStale } from '../../core/meaning/stale';
import { currentGoal } from '../../core/meaning/current-goal';
import { dayValues, valueOf, type Measure } from '../../core/score/history';
import { dayNumber } from '../../core/score/local-day';
import { pillars } from '../../core/score/pillar';
import { Change } from '../../ui/change';
import { within, type Stretch } from '../../ui/chart/zoom';
import { defaultRange, rangesView, rangeStart, rangeSummary, type ChartRange } from '../../ui/history-range';
import { readoutOf, rowsBetween } from '../../ui/history-readout';
import { historyEvents } from '../../ui/measure-pane';
import { formatChange } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import { Card } from '../card';
import type { ScorecardData } from '../load-scorecard';
import { loadChartFile, loadComparePanel, loadHistoryTable } from '../load-when-used';
import { shownTheme } from '../picture-frame';
import { saveFile } from '../save-file';
import { Segmented } from '../../ui/segmented';
import { useLoaded } from '../use-loaded';
import { PillarToggles } from './chart-ends';
import type { ComparePanelProps } from './compare-panel';
import { HistoryChart } from './history-chart';
import { averageLines, measureLines, rankLines, trendLine } from './history-lines';
import { extras, historyPanes, type Extra, type Shown } from './history-panes';
import { daysOf } from './history-rows';
import { HistoryFoot } from './history-foot';
import { HistoryToggles } from './history-toggles';
import { comingReadout } from './coming-readout';
import { OutlookPanel } from './outlook-panel';
import { outlookView } from './outlook-view';
import { readingsInView } from './readings-in-view';

export interface HistoryCardProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
  readonly mirrored: boolean;
}

const measures: readonly Measure[] = ['total', ...pillars];
/** What of the extras acts on the table: weeks to come stand over what was read. */
const tableExtras = ['outlook'] as const;
/** Up to so many days of past are followed by four weeks to come, and up to the second by eight. */
const longestWithFourWeeks = 100;
const longestWithFan = 370;

/** The history with all that can be switched on, zoomed, read as a table and saved as a picture. */
export function HistoryCard({ data, around, mirrored }: HistoryCardProps) {
  const { recent, totals, actions, goals, settings } = data;
  const { say, today, language } = around;
  // What the outlook says is said to the member, of their own readings.
  const isOthers = data.member !== undefined && isPerson(data.member.id);
  const [shown, setShown] = useState<Shown>(() => new Set([...measures, ...(isOthers ? [] : (['outlook'] as const))]));
  // The chart stands until the table is here.
  const [table, setTable] = useState<Awaited<ReturnType<typeof loadHistoryTable>>>();
  const asTable = table !== undefined;
  const [comparing, setComparing] = useState(false);

  const firstDay = data.firstDay ?? today;
  const ranges = rangesView(firstDay, around);
  const lastDay = max([recent.at(-1), totals.at(-1)].flatMap((row) => row?.day ?? [])) ?? today;
  // A clock that was set back leaves readings after today: they are shown, too.
  const end = lastDay > today ? lastDay : today;
  const bounds = useMemo(
    (): Stretch => ({ from: dayNumber(rangeStart('all', end, firstDay)), to: dayNumber(end) }),
    [firstDay, end],
  );
  const [view, setView] = useState<{ readonly range: ChartRange | undefined; readonly stretch?: Stretch }>(() => ({
    range: defaultRange(firstDay, today),
  }));
  const { range } = view;
  // Where a zoom goes back to.
  const chosen = useRef(range);
  chosen.current = range ?? chosen.current;

  const hasPillars = recent.length > 0;
  const chosenPillars = pillars.filter((pillar) => shown.has(pillar));
  const only = chosenPillars.length === 1 ? chosenPillars[0] : undefined;
  const drawnGoals = useMemo(() => measures.flatMap((of) => currentGoal(goals, of) ?? []), [goals]);
  const stale = isStale(lastDay, today);
  const wantsOutlook = shown.has('outlook');
  const fanMeasure: Measure | undefined = shown.has('total') ? 'total' : only;
  const seen = useMemo(() => {
    const latest = recent.at(-1);
    // A clock that was set back knows nothing of the days after the newest reading.
    if (!wantsOutlook || fanMeasure === undefined || !latest || latest.day > today) return undefined;
    const tried = triedOutlook(recent, fanMeasure, today);
    const goal = currentGoal(goals, fanMeasure);
    const way = goal && !stale ? goalOutlook(recent, goal, today) : undefined;
    return {
      view: outlookView({ history: recent, of: fanMeasure, tried, goal, stale }, around),
      ...(tried.outlook &&
        tried.record.trusted &&
        !stale && {
          fan: {
            of: fanMeasure,
            outlook: tried.outlook,
            from: { day: dayNumber(latest.day), value: valueOf(latest, fanMeasure) },
          },
        }),
      ...(fanMeasure === 'total' && way?.state === 'rising' && { hardlyBefore: way.hardlyBefore }),
    };
  }, [recent, goals, wantsOutlook, fanMeasure, stale, around, today]);

  const hasFan = seen?.fan !== undefined;
  const stretch = useMemo(() => {
    const start = dayNumber(rangeStart(range ?? 'all', end, firstDay));
    const past = within(view.stretch ?? { from: Math.max(bounds.from, start), to: bounds.to }, bounds);
    const length = past.to - past.from;
    // In more than a year a month is too little to be seen: there the words alone say it.
    if (!hasFan || past.to < bounds.to - 0.5 || length > longestWithFan) return past;
    return { from: past.from, to: past.to + (length > longestWithFourWeeks ? longestOutlook : fourWeeks) };
  }, [view.stretch, range, bounds, end, firstDay, hasFan]);
  const { history, isKnown } = readingsInView(data, stretch.from);
  const lines = useMemo(() => measureLines(history, totals), [history, totals]);
  const wantsTrend = shown.has('trend');
  const trends = useMemo(
    () => (wantsTrend ? Object.fromEntries(measures.map((of) => [of, trendLine(history, of)])) : {}),
    [history, wantsTrend],
  );
  const wantsAverages = shown.has('averages');
  const averages = useMemo(
    () =>
      wantsAverages
        ? { total: averageLines(history, 'total'), ...(only && { pillar: averageLines(history, only) }) }
        : undefined,
    [history, wantsAverages, only],
  );
  const wantsRank = shown.has('rank');
  const ranks = useMemo(() => (wantsRank ? rankLines(history) : undefined), [history, wantsRank]);
  const events = useMemo(() => historyEvents(history, actions, say), [history, actions, say]);
  const rescalings = useMemo(() => events.filter(({ kind }) => kind === 'rescaling').map(({ day }) => day), [events]);
  const chosenStretch = view.stretch;
  const selected = useMemo(() => {
    if (!chosenStretch) return undefined;
    const [first, last] = daysOf(chosenStretch);
    return { first, last };
  }, [chosenStretch]);
  const panes = useMemo(
    () =>
      historyPanes(
        {
          measures: lines,
          trends,
          ...(averages && { averages }),
          ...(ranks && { ranks }),
          shown,
          to: stretch.to,
          goals: drawnGoals,
          fan: seen?.fan,
          hardlyBefore: seen?.hardlyBefore,
          events,
        },
        around,
      ),
    [lines, trends, averages, ranks, shown, stretch.to, drawnGoals, seen, events, around],
  );

  const readout = useCallback(
    (day: number) => comingReadout(seen?.fan, day, around) ?? readoutOf({ history, totals, events }, day, around),
    [history, totals, events, seen, around],
  );
  const summary = useMemo(() => {
    const [first, last] = daysOf(stretch);
    // What is not read yet is not told of.
    if (!isKnown) return { text: '' };
    const values = dayValues(rowsBetween(history, first, last), rowsBetween(totals, first, last), 'total');
    return rangeSummary(values, { range, start: first, stale }, around);
  }, [history, totals, isKnown, stretch, range, stale, around]);
  const zoom = useMemo(
    () => ({
      // With the days to come that are in view: held to the days that were, each small step would shift what it zoomed.
      bounds: { from: bounds.from, to: Math.max(bounds.to, stretch.to) },
      onStretch: (next: Stretch) => {
        // Days to come are added to what is looked at, so they are taken off what was zoomed.
        const past = within({ from: next.from, to: Math.min(next.to, bounds.to) }, bounds);
        const whole = past.to - past.from >= bounds.to - bounds.from - 0.5;
        setView(whole ? { range: 'all' } : { range: undefined, stretch: past });
      },
      onReset: () => setView({ range: chosen.current }),
    }),
    [bounds, stretch.to],
  );
  const toggle = (what: Measure | Extra) => {
    const next = new Set(shown);
    if (!next.delete(what)) next.add(what);
    setShown(next);
  };

  async function save(kind: 'png' | 'svg'): Promise<void> {
    const { chartFile } = await loadChartFile();
    const file = await chartFile(
      {
        ...{ panes, stretch, rescalings, around, mirrored },
        waitingFrom: stale ? dayNumber(lastDay) : undefined,
        name: settings.nameOnPictures ? data.member?.name : undefined,
        summary: [summary.change === undefined ? '' : formatChange(summary.change, language), summary.text]
          .join(' ')
          .trim(),
        outlook: seen && [seen.view.title, seen.view.goal ?? ''].join(' ').trim(),
        theme: shownTheme(settings.theme),
      },
      kind,
    );
    saveFile(file, `ssi-history-${today}.${kind}`);
  }

  const hintKey =
    recent.length + totals.length === 1
      ? 'chart_first'
      : range === undefined
        ? 'scorecard_zoomed'
        : 'scorecard_zoom_hint';
  const toggles = (asTable ? tableExtras : (['total', ...extras] as const)).filter(
    (what) => !(isOthers && what === 'outlook'),
  );
  const nothing = recent.length === 0 && totals.length === 0;
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
          {/* After a zoom by hand the whole is a choice, too. */}
          {(ranges.length > 1 || range === undefined) && (
            <Segmented
              label={say('chart_range')}
              value={range}
              choices={ranges}
              onChoose={(choice) => setView({ range: choice })}
            />
          )}
        </>
      }
    >
      {!nothing && <HistoryToggles of={toggles} shown={shown} onToggle={toggle} say={say} />}
      {nothing ? (
        <p class="empty">{say('scorecard_history_empty')}</p>
      ) : asTable ? (
        <table.HistoryTable data={data} stretch={stretch} fan={seen?.fan} around={around} />
      ) : panes.length === 0 ? (
        <p class="empty">{say('scorecard_nothing_shown')}</p>
      ) : (
        <HistoryChart
          panes={panes}
          stretch={stretch}
          rescalings={rescalings}
          waitingFrom={stale ? dayNumber(lastDay) : undefined}
          zoom={zoom}
          around={around}
          mirrored={mirrored}
          readout={readout}
          hint={
            <>
              {say(hintKey)}
              {selected && !comparing && (
                <button type="button" class="link" onClick={() => setComparing(true)}>
                  {say('compare_selected')}
                </button>
              )}
            </>
          }
          onToggle={toggle}
        />
      )}
      {/* With no line of theirs there is no end at which they could be named. */}
      {hasPillars && !asTable && chosenPillars.length === 0 && (
        <PillarToggles isOn={() => false} onToggle={toggle} say={say} />
      )}
      {!nothing && seen && <OutlookPanel view={seen.view} say={say} />}
      {!nothing && comparing && <Compare data={data} selected={selected} around={around} />}
      {!nothing && (
        <HistoryFoot
          hint={asTable ? say('day_marks') : ''}
          {...{ data, around, comparing, asTable }}
          onCompare={() => setComparing(!comparing)}
          onTable={() => (asTable ? setTable(undefined) : void loadHistoryTable().then(setTable))}
          onSave={(kind) => void save(kind)}
        />
      )}
    </Card>
  );
}

/** The comparison, once it is here. */
function Compare(props: ComparePanelProps) {
  const loaded = useLoaded(loadComparePanel);
  return loaded ? <loaded.ComparePanel {...props} /> : null;
}
