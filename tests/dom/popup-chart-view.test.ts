import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalWeekDays } from '../../src/core/meaning/normal-week';
import { addDays, dayNumber, localDayOf } from '../../src/core/score/local-day';
import { chartView, cursorReadout, spokenDay, type ChartData } from '../../src/popup/chart-view';
import { layOutChart } from '../../src/ui/chart/chart-layout';
import { defaultRange, rangesView, rangeStart, type ChartRange } from '../../src/ui/history-range';
import type { Surroundings } from '../../src/words/surroundings';
import { longHistory, sampleActions, sampleGoal, sampleHistory, sampleReading, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };

function dataOf(changes: Partial<ChartData> = {}): ChartData {
  const history = changes.history ?? sampleHistory();
  return { history, totals: [], firstDay: history[0]!.day, actions: sampleActions, goals: [sampleGoal], ...changes };
}

function view(range: ChartRange = 'quarter', changes: Partial<ChartData> = {}, of: 'total' | 'people' = 'total') {
  return chartView(dataOf(changes), { of, range }, around)!;
}

/** The numbers beside the chart as it is drawn. */
function axisOf({ pane, stretch }: ReturnType<typeof view>, width = 368): readonly string[] {
  const { panes } = layOutChart({
    panes: [pane],
    ...stretch,
    today: dayNumber(sampleToday),
    named: false,
    width,
    textScale: 1,
    mirrored: false,
    language: 'en-GB',
    todayLabel: 'Today',
  });
  return panes[0]!.ticks.map(({ label }) => label);
}

/** The marks of the chart's line. */
function markersOf({ pane }: ReturnType<typeof view>) {
  return pane.lines[0]!.markers;
}

describe('the ranges', () => {
  it('go back one month, three, a year, or to the first reading', () => {
    expect(rangeStart('month', sampleToday, '2025-08-18')).toBe('2026-09-16');
    expect(rangeStart('quarter', sampleToday, '2025-08-18')).toBe('2026-07-16');
    expect(rangeStart('year', sampleToday, '2025-08-18')).toBe('2025-10-16');
    expect(rangeStart('all', sampleToday, '2025-08-18')).toBe('2025-08-18');
    expect(rangeStart('month', '2026-03-31', '2025-08-18')).toBe('2026-02-28');
  });

  it('longer than the history are not there to choose', () => {
    const ranges = (firstDay: string) => rangesView(firstDay, around).map(({ value }) => value);
    expect(ranges('2025-08-18')).toEqual(['month', 'quarter', 'year', 'all']);
    expect(ranges('2026-08-30')).toEqual(['month', 'all']);
    expect(ranges('2026-09-16')).toEqual(['month', 'all']);
    expect(ranges('2026-09-17')).toEqual(['all']);
  });

  it('begin with three months, or with everything where there is less', () => {
    expect(defaultRange('2025-08-18', sampleToday)).toBe('quarter');
    expect(defaultRange('2026-08-30', sampleToday)).toBe('all');
  });
});

describe('the chart at rest', () => {
  it('says how the range went', () => {
    expect(view().readout).toEqual({ change: { points: 11.2, normal: false }, text: 'in 3 months' });
    expect(view('all').readout.text).toBe('since 18 Aug 2025');
    expect(view('month').readout.text).toBe('in 1 month');
  });

  it('does not call it three months when its first reading is later', () => {
    const late = sampleHistory(sampleToday, '2026-08-20');
    expect(view('quarter', { history: late, firstDay: '2025-08-18' }).readout.text).toBe('since 20 Aug');
  });

  it('says up to when it was read when it is stale, and hatches the rest', () => {
    const stale = view('quarter', { history: sampleHistory('2026-10-04') });
    expect(stale.readout).toEqual({ text: 'Readings up to 4 Oct' });
    expect(stale.waitingFrom).toBe(dayNumber('2026-10-04'));
    expect(view().waitingFrom).toBeUndefined();
  });

  it('draws the readings as the line, and no trend', () => {
    const [line] = view().pane.lines;
    expect(line!.line.points).toEqual(sampleHistory().map(({ day, total }) => ({ day: dayNumber(day), value: total })));
    expect(line!.trend).toBeUndefined();
  });

  it('has a goal line within 12 points, and says so in the corner beyond', () => {
    expect(view().pane.goals).toEqual([{ of: 'total', target: 70, label: 'Goal' }]);
    expect(axisOf(view())).toEqual(['50', '60', '70']);
    const far = view('quarter', { goals: [{ ...sampleGoal, target: 90 }] });
    expect(far.pane.goals).toEqual([]);
    expect(far.pane.corner).toBe('Goal 90 ↑');
    expect(axisOf(view('quarter', { goals: [] }))).toEqual(['50', '55', '60', '65']);
  });

  it('shows a pillar with its own actions and no goal of the total', () => {
    const people = view('quarter', {}, 'people');
    expect(markersOf(people)).toHaveLength(2);
    expect(people.pane.goals).toEqual([]);
    expect(people.pane.maximum).toBe(25);
    expect(people.label).toBe('History of Right people');
  });

  it('puts marks on the line, also on days without a reading', () => {
    const action = { ...sampleActions[0]!, day: '2026-07-30' };
    const [marker] = markersOf(view('quarter', { actions: [action] }));
    const before = sampleReading('2026-07-24').total;
    const after = sampleReading('2026-08-06').total;
    expect(marker!.value).toBeGreaterThan(Math.min(before, after));
    expect(marker!.value).toBeLessThan(Math.max(before, after));
  });

  it('marks the day on which LinkedIn changed everybody', () => {
    const history = sampleHistory().map((reading) => {
      if (reading.day < '2026-10-01') return reading;
      const scale = (points: number) => points * 0.93;
      const { network } = reading.average;
      return {
        ...reading,
        scores: {
          brand: scale(reading.scores.brand),
          people: scale(reading.scores.people),
          insights: scale(reading.scores.insights),
          relationships: scale(reading.scores.relationships),
        },
        average: {
          industry: { total: 43, scores: { brand: 11.6, people: 11.1, insights: 8.6, relationships: 12.2 } },
          network: { total: Math.round(scale(network!.total)) },
        },
        total: scale(reading.total),
      };
    });
    expect(view('quarter', { history }).events.filter(({ pillar }) => pillar === undefined)).toEqual([
      { kind: 'rescaling', day: dayNumber('2026-10-01'), label: 'LinkedIn changed its scale' },
    ]);
  });

  it('is nothing without a reading', () => {
    expect(
      chartView(
        { history: [], totals: [], firstDay: sampleToday, actions: [], goals: [] },
        { of: 'total', range: 'all' },
        around,
      ),
    ).toBeUndefined();
  });

  it('gives screen readers every day, and every month of a long history', () => {
    expect(view().table).toHaveLength(sampleHistory().filter(({ day }) => day >= '2026-07-16').length);
    const long = view('all', { history: longHistory(50) });
    expect(long.table.length).toBeGreaterThan(590);
    expect(long.table.length).toBeLessThan(610);
  });
});

describe('the crosshair', () => {
  const history = sampleHistory();

  it('says value, change and day', () => {
    const readout = cursorReadout({ history, totals: [] }, 'total', dayNumber('2026-09-22'), around);
    expect(readout).toMatchObject({ value: '58.0', change: { points: 1, normal: true } });
    expect(readout.text).toMatch(/^Tue,? 22 Sept?$/);
  });

  it('says that a day was not read', () => {
    expect(cursorReadout({ history, totals: [] }, 'total', dayNumber('2026-07-30'), around)).toMatchObject({
      value: 'No reading',
    });
  });

  it('speaks with what happened', () => {
    const { events } = view();
    const spoken = spokenDay({ history, totals: [] }, 'total', dayNumber('2026-09-22'), events, around);
    expect(spoken).toMatch(/^Tue,? 22 Sept?: 58\.0, \+1\.0 in 7 days, Shared an article$/);
  });

  it('says the same of a day however long the history is before the half year that it looks back on', () => {
    const long = longHistory(20);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90 }), (daysAgo) => {
        const day = dayNumber(addDays(sampleToday, -daysAgo));
        expect(cursorReadout({ history: long, totals: [] }, 'total', day, around)).toEqual(
          cursorReadout(
            {
              history: long.filter((reading) => reading.day >= localDayOf(day - normalWeekDays)),
              totals: [],
            },
            'total',
            day,
            around,
          ),
        );
      }),
    );
  });
});
