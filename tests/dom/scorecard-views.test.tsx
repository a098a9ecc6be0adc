import fc from 'fast-check';
import { dayValues } from '../../src/core/score/history';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/core/rows/goal';
import { addDays, dayNumber, daysBetween } from '../../src/core/score/local-day';
import { averagesView, leadView } from '../../src/scorecard/averages/averages-view';
import changelog from '../../CHANGELOG.md?raw';
import { releases } from '../../src/scorecard/about/changelog';
import { reachedOn } from '../../src/core/meaning/reached-on';
import { wantedGoal } from '../../src/core/meaning/wanted-goal';
import { goalsView } from '../../src/scorecard/goals/goals-view';
import { averageLines, measureLines, rankLines, trendLine } from '../../src/scorecard/history/history-lines';
import { historyPanes, type PanesQuestion } from '../../src/scorecard/history/history-panes';
import {
  columnMeaning,
  countsView,
  fileFacts,
  keptDay,
  listedColumns,
  previewSentences,
} from '../../src/scorecard/data/import-view';
import type { TotalReading } from '../../src/core/rows/total-reading';
import { noRows, rowKinds } from '../../src/core/rows/row-kinds';
import type { ImportPreview } from '../../src/store/write/merge-import';
import { summaryOf } from '../../src/files/file-summary';
import type { ImportedFile, ReadColumn } from '../../src/files/imported-file';
import { journalView } from '../../src/scorecard/journal/journal-view';
import { overviewView } from '../../src/scorecard/overview/overview-view';
import { isPage, pages, partOf, sections } from '../../src/scorecard/page-part';
import { shareView } from '../../src/scorecard/share/share-view';
import { layOutChart, type LayoutQuestion } from '../../src/ui/chart/chart-layout';
import { valueAt } from '../../src/ui/chart/line';
import { spreadLabels } from '../../src/ui/chart/spread-labels';
import { panBy, shortestStretch, within, zoomAround, type Stretch } from '../../src/ui/chart/zoom';
import { rangeStart, rangeSummary, type ChartRange } from '../../src/ui/history-range';
import { readoutOf, rowsBetween, spokenReadout } from '../../src/ui/history-readout';
import type { Surroundings } from '../../src/words/surroundings';
import { tipsView } from '../../src/scorecard/tips/tips-view';
import { weekdaysView } from '../../src/scorecard/settings/weekdays-view';
import { weeksView } from '../../src/scorecard/weeks/weeks-view';
import { weeklyReview } from '../../src/core/meaning/weekly-review';
import { longHistory, sampleActions, sampleGoal, sampleHistory, sampleReading, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const history = sampleHistory();

describe('the parts of the page', () => {
  it('have addresses, and an unknown one is the overview', () => {
    for (const part of [...sections, ...pages]) expect(partOf(`#${part}`)).toBe(part);
    expect(partOf('')).toBe('overview');
    expect(partOf('#nonsense')).toBe('overview');
    expect(isPage('tips')).toBe(true);
    expect(isPage('weeks')).toBe(false);
  });
});

describe('zooming', () => {
  const bounds = fc
    .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 14, max: 20_000 }))
    .map(([from, length]): Stretch => ({ from, to: from + length }));
  const stretch = fc
    .tuple(fc.double({ min: -100, max: 40_000, noNaN: true }), fc.double({ min: 0, max: 30_000, noNaN: true }))
    .map(([from, length]): Stretch => ({ from, to: from + length }));

  it('never leaves the history and never becomes shorter than a week', () => {
    fc.assert(
      fc.property(bounds, stretch, fc.double({ min: 0.01, max: 100, noNaN: true }), (limits, seen, factor) => {
        for (const next of [
          within(seen, limits),
          zoomAround(within(seen, limits), limits, (limits.from + limits.to) / 2, factor),
          panBy(within(seen, limits), limits, (factor - 1) * 300),
        ]) {
          expect(next.from).toBeGreaterThanOrEqual(limits.from - 1e-6);
          expect(next.to).toBeLessThanOrEqual(limits.to + 1e-6);
          expect(next.to - next.from).toBeGreaterThanOrEqual(shortestStretch - 1e-6);
        }
      }),
    );
  });

  it('keeps the day under the pointer where it is, away from the ends', () => {
    const next = zoomAround({ from: 100, to: 200 }, { from: 0, to: 1000 }, 150, 0.5);
    expect(next).toEqual({ from: 125, to: 175 });
    expect(zoomAround({ from: 0, to: 100 }, { from: 0, to: 1000 }, 0, 0.5)).toEqual({ from: 0, to: 50 });
  });

  it('moves without changing what length is seen', () => {
    expect(panBy({ from: 100, to: 200 }, { from: 0, to: 210 }, 50)).toEqual({ from: 110, to: 210 });
  });
});

describe('labels at line ends', () => {
  const label = fc.record({ at: fc.double({ min: -50, max: 250, noNaN: true }), size: fc.constantFrom(16, 24) });

  it('keep their order and their distance, inside the pane, whatever the values', () => {
    fc.assert(
      fc.property(fc.array(label, { maxLength: 8 }), (labels) => {
        const wanted = labels.map(({ at }) => at).toSorted((one, other) => one - other);
        const sizes = labels.map(({ size }) => size);
        const places = spreadLabels(wanted, sizes, 0, 168);
        expect(places).toHaveLength(wanted.length);
        for (const [index, place] of places.entries()) {
          expect(place).toBeGreaterThanOrEqual(-1e-6);
          expect(place).toBeLessThanOrEqual(168 + 1e-6);
          const apart = (sizes[index]! + (sizes[index - 1] ?? 0)) / 2;
          if (index > 0) expect(place - places[index - 1]!).toBeGreaterThanOrEqual(apart - 1e-6);
        }
      }),
    );
  });

  it('stay where they are when they have room', () => {
    expect(spreadLabels([10, 40, 90], [16, 16, 16], 0, 160)).toEqual([10, 40, 90]);
  });

  it('are set closer when there is no room for all', () => {
    expect(spreadLabels([5, 5, 5], [16, 16, 16], 0, 20)).toEqual([0, 10, 20]);
    expect(spreadLabels([5, 5, 5], [24, 24, 8], 0, 20)).toEqual([0, 12, 20]);
  });
});

describe('the weeks', () => {
  it('say what the design shows for the newest week', () => {
    const { rows, weeks } = weeksView({ history, totals: [] }, sampleActions, 8, around);
    expect([rows.length, weeks]).toEqual([8, 8]);
    expect(rows[0]).toMatchObject({ week: '2026-10-12', dates: expect.stringMatching(/^12\s?.\s?18 Oct$/) as string });
    expect(rows.map(({ present }) => present)).toEqual([true, ...Array.from({ length: 7 }, () => false)]);
    expect(rows[0]!.cells.map(({ value }) => value)).toEqual(['63.0', '17.6', '11.2', '14.9', '19.3']);
    expect(rows[0]!.cells[0]!.change?.points).toBe(1.8);
  });

  it('that are over say the same on every day of the week, whatever is read then', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 7, max: 90 }), { minLength: 1 }), (before) => {
        // The days before this week's Monday, and what was read on the days of this one.
        const past = before
          .map((days) => sampleReading(addDays('2026-10-19', -days)))
          .sort((one, other) => (one.day < other.day ? -1 : 1));
        const over = [0, 1, 2, 3, 4, 5, 6].map((day) => {
          const today = addDays('2026-10-19', day);
          const { rows } = weeksView({ history: [...past, sampleReading(today)], totals: [] }, [], 40, {
            ...around,
            today,
          });
          return rows.filter(({ present }) => !present);
        });
        for (const rows of over) expect(rows).toEqual(over[0]);
      }),
      { numRuns: 30 },
    );
  });

  it('hold the last reading of each week, and fold those without one between two others', () => {
    const days = ['2026-08-30', '2026-09-01', '2026-09-03', '2026-09-30', '2026-10-01'];
    const few = days.map((day) => sampleReading(day));
    const { rows, weeks } = weeksView({ history: few, totals: [] }, sampleActions, 8, around);
    expect(rows.map(({ week, count, cells }) => [week, count, cells.length])).toEqual([
      ['2026-10-12', 1, 0],
      ['2026-10-05', 1, 0],
      ['2026-09-28', 1, 5],
      ['2026-09-07', 3, 0],
      ['2026-08-31', 1, 5],
      ['2026-08-24', 1, 5],
    ]);
    expect(weeks).toBe(8);
    expect(rows[3]!.dates).toMatch(/^7\s?.\s?27 Sept?$/);
    expect(rows[2]!.cells[0]!.value).toBe(sampleReading('2026-10-01').total.toFixed(1));
    // What was done meanwhile is not lost: 10 and 22 September.
    expect(rows[3]!.actions).toBe(2);
  });

  it('compare a reading with one of about seven days before, as the review of the week does', () => {
    const { rows } = weeksView({ history, totals: [] }, [], 40, around);
    for (const row of rows.filter(({ cells }) => cells.length > 0)) {
      const { moved } = weeklyReview(
        { history, actions: [], choices: [], goals: [], plans: [], today: sampleToday },
        row.week,
      );
      const total = moved.case === 'moved' ? moved.moves[0]!.amount : undefined;
      expect(row.cells[0]!.change?.points).toBe(total);
    }
  });

  it('count rows and not weeks, and say whether there are more', () => {
    const two = [sampleReading('2025-10-16'), sampleReading(sampleToday)];
    const { rows, weeks, more } = weeksView({ history: two, totals: [] }, [], 8, around);
    expect(rows.map(({ count }) => count)).toEqual([1, 51, 1]);
    expect([weeks, more]).toEqual([53, false]);
    expect(weeksView({ history: two, totals: [] }, [], 2, around).more).toBe(true);
  });

  it('begin with the second one', () => {
    expect(weeksView({ history: sampleHistory(sampleToday, '2026-10-13'), totals: [] }, [], 8, around).rows).toEqual(
      [],
    );
    expect(weeksView({ history: [], totals: [] }, [], 8, around).rows).toEqual([]);
  });

  it('count what was done in each', () => {
    const { rows } = weeksView({ history, totals: [] }, sampleActions, 8, around);
    const counted = rows.reduce((sum, row) => sum + row.actions, 0);
    expect(counted).toBe(sampleActions.filter(({ day }) => day >= rows.at(-1)!.week).length);
  });
});

describe('the averages', () => {
  it('compare the shown values, so that what is shown adds up', () => {
    const view = averagesView(history, around)!;
    expect(view.rows.map(({ of }) => of)).toEqual(['total', 'brand', 'people', 'insights', 'relationships']);
    const people = view.rows.find(({ of }) => of === 'people')!;
    expect(people.industry?.ahead).toBe(-0.8);
    expect(view.ranks).toBe('You are in the top 12% of your industry and the top 30% of your network.');
  });

  it('are absent where the page showed none', () => {
    expect(averagesView([sampleReading(sampleToday, { average: {} })], around)).toBeUndefined();
    expect(leadView([sampleReading(sampleToday)])).toBeUndefined();
  });

  it('over time move by the difference of both ends', () => {
    const lead = leadView(history)!;
    expect(lead.moved).toBeCloseTo(lead.last.value - lead.first.value, 6);
    expect(lead.points).toHaveLength(history.length);
  });
});

describe('the journal', () => {
  it('names each action with the movement that followed, newest first', () => {
    const { entries } = journalView(history, sampleActions, 99, around);
    expect(entries).toHaveLength(sampleActions.length);
    expect(entries[0]!.detail).toBe('day 4 of 14');
    const done = entries.find(({ action }) => daysBetween(action.day, sampleToday) > 14)!;
    expect(done.detail).toMatch(/^\d+\.\d → \d+\.\d$/);
  });

  it('has as many of the newest as are shown, and says how many there are', () => {
    const all = journalView(history, sampleActions, 99, around);
    const few = journalView(history, sampleActions, 2, around);
    expect(few).toEqual({ ...all, entries: all.entries.slice(0, 2) });
    expect(few.total).toBe(sampleActions.length);
  });

  it('draws only the two weeks on each side', () => {
    for (const { before, after, middle } of journalView(history, sampleActions, 99, around).entries) {
      const [apart, later] = [before.map(({ day }) => middle - day), after.map(({ day }) => day - middle)];
      expect(apart.length).toBeGreaterThan(0);
      expect(Math.min(...apart)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...apart)).toBeLessThanOrEqual(14);
      expect(Math.min(...later)).toBeGreaterThan(0);
      expect(Math.max(...later)).toBeLessThanOrEqual(14);
    }
  });

  it('draws what its number compares: the means of both sides', () => {
    for (const { amount, means } of journalView(history, sampleActions, 99, around).entries) {
      expect(amount).toBeCloseTo(means.after! - means.before!, 6);
    }
  });

  it('says of what was just done when it will be known what followed', () => {
    const [first] = sampleActions;
    const { entries } = journalView(history, [{ ...first!, day: sampleToday }], 9, around);
    expect(entries[0]).toMatchObject({ detail: 'see on 31 Oct' });
    expect(entries[0]!.amount).toBeUndefined();
  });

  it('is empty without actions', () => {
    expect(journalView(history, [], 9, around)).toEqual({ entries: [], total: 0, kinds: [] });
  });
});

describe('the goals', () => {
  const goal = (changes: Partial<Goal>): Goal => ({ ...sampleGoal, ...changes });

  it('say what is left and when it may be there', () => {
    const [view] = goalsView(history, [sampleGoal], around);
    expect(view!.name).toBe('Total 70');
    expect(view!.now).toBe('63.0 now');
    expect(view!.part).toBeCloseTo(0.47, 2);
    expect(view!.sentences[0]).toMatch(
      /^7\.0 to go\. Not expected before \d+ Nov; at 1\.\d a week, it would be around \d+ Nov\.$/,
    );
  });

  it('with a date compare the pace it needs with the pace there is', () => {
    const [view] = goalsView(history, [goal({ by: '2026-12-18' })], around);
    expect(view!.sentences[1]).toMatch(/^To get there by 18 Dec, you need 0\.8 a week; you are at \+1\.\d\.$/);
    expect(goalsView(history, [goal({ by: '2026-10-01' })], around)[0]!.sentences[1]).toBe(
      'Your date, 1 Oct, has passed.',
    );
  });

  it('that were reached are kept, after the open ones, with their day', () => {
    const views = goalsView(history, [goal({ id: 'reached', target: 60 }), goal({ id: 'open' })], around);
    expect(views.map(({ goal: { id } }) => id)).toEqual(['open', 'reached']);
    expect(views[1]!.part).toBeUndefined();
    expect(views[1]!.now).toMatch(/^Reached \d+ (Sept?|Oct)$/);
    expect(reachedOn(goal({ target: 60 }), history)! > '2026-09-04').toBe(true);
  });

  it('stay reached on the day that was kept', () => {
    expect(reachedOn(goal({ reachedOn: '2026-10-01' }), [])).toBe('2026-10-01');
  });
});

describe('changing a goal', () => {
  const open = { ...sampleGoal, ofALaterVersion: true };
  const before = { ...open, by: '2026-12-18', reachedOn: '2026-10-01' };
  const begins = { from: 63, setOn: sampleToday };

  it('keeps its way so far and all that the form does not ask for', () => {
    expect(wantedGoal(before, { of: 'total', target: 80, by: '2027-01-01' }, begins)).toEqual({
      ...open,
      target: 80,
      by: '2027-01-01',
    });
    expect(wantedGoal(before, { of: 'total', target: 80, by: '' }, begins)).not.toHaveProperty('by');
  });

  it('to another measure begins anew, as a new goal does', () => {
    const wanted = { of: 'brand', target: 20, by: '' } as const;
    expect(wantedGoal(before, wanted, begins)).toMatchObject({ id: before.id, of: 'brand', target: 20, ...begins });
    expect(wantedGoal({ id: 'new', member: 'unknown' }, wanted, begins)).toEqual({
      id: 'new',
      member: 'unknown',
      of: 'brand',
      target: 20,
      ...begins,
    });
  });
});

describe('the readout of a day', () => {
  const model = {
    history,
    totals: [],
    events: [
      { kind: 'note' as const, day: dayNumber('2026-09-22'), pillar: 'insights' as const, label: 'Shared an article' },
    ],
  };

  it('says values, changes and what was done', () => {
    const readout = readoutOf(model, dayNumber('2026-09-22'), around);
    expect(readout.title).toMatch(/^Tue 22 Sept?$/);
    expect(readout.rows).toHaveLength(5);
    expect(readout.events).toHaveLength(1);
    expect(spokenReadout(readout, around, 'whole')).toContain('Shared an article');
  });

  it('is spoken in few words at each key: the day, the total, what was done', () => {
    const readout = readoutOf(model, dayNumber('2026-09-22'), around);
    const [short, whole] = [spokenReadout(readout, around, 'short'), spokenReadout(readout, around, 'whole')];
    expect(short).toMatch(/^Tue 22 Sept?, Total \d+\.\d, [+−]?\d\.\d .*, Shared an article$/);
    expect(short.split(' ').length).toBeLessThan(15);
    expect(whole).toContain('Relationships');
    expect(short).not.toContain('Relationships');
  });

  it('says that nothing was read', () => {
    const readout = readoutOf({ ...model, history: [] }, dayNumber('2026-09-22'), around);
    expect(readout.missing).toBe('No reading');
    expect(readout.rows).toEqual([]);
  });

  it('knows days of which only the total is known', () => {
    const total = {
      member: 'unknown',
      day: '2020-01-02',
      readAt: 0,
      source: 'import' as const,
      total: 44.25,
      rank: {},
      average: {},
    };
    const readout = readoutOf({ ...model, totals: [total] }, dayNumber('2020-01-02'), around);
    expect(readout.rows).toEqual([{ name: 'Total', value: '44.3' }]);
  });

  it('beside the ranges says the change of what is seen', () => {
    const summary = (range: ChartRange | undefined, start: string, end = sampleToday) =>
      rangeSummary(rowsBetween(dayValues(history, [], 'total'), start, end), { range, start, stale: false }, around);
    expect(summary('quarter', rangeStart('quarter', sampleToday, '2025-08-18')).text).toBe('in 3 months');
    expect(summary('all', '2025-08-18').text).toBe('since 18 Aug 2025');
    expect(summary(undefined, '2026-09-01', '2026-10-01').text).toMatch(/^1 Sept? to 1 Oct$/);
  });
});

describe('the panes of the history', () => {
  const question = (changes: Partial<PanesQuestion> = {}): PanesQuestion => ({
    measures: measureLines(history, []),
    trends: {},
    shown: new Set(['total', 'brand', 'people', 'insights', 'relationships']),
    to: dayNumber(sampleToday),
    goals: [{ of: 'total', target: 70 }],
    events: [],
    ...changes,
  });
  const drawn = (changes: Partial<PanesQuestion> = {}, layout: Partial<LayoutQuestion> = {}) =>
    layOutChart({
      panes: historyPanes(question(changes), around),
      from: dayNumber(rangeStart('quarter', sampleToday, '2025-08-18')),
      to: dayNumber(sampleToday),
      today: dayNumber(sampleToday),
      named: true,
      width: 700,
      textScale: 1,
      mirrored: false,
      language: 'en-GB',
      todayLabel: 'Today',
      ...layout,
    });

  it('give total and pillars their own axis, the goal and what the design shows at line ends', () => {
    const { panes } = drawn();
    expect(panes.map(({ pane: { id } }) => id)).toEqual(['total', 'pillars']);
    expect(panes[0]!.ticks.map(({ label }) => label)).toEqual(['50', '55', '60', '65', '70']);
    expect(panes[1]!.labels.map(({ value }) => value)).toEqual(['19.3', '17.6', '14.9', '11.2']);
    expect(panes[0]!.pane.goals).toHaveLength(1);
  });

  it('leave out what is switched off', () => {
    const shown = (...of: ('insights' | 'total')[]) => historyPanes(question({ shown: new Set(of) }), around);
    expect(shown('insights').map(({ id }) => id)).toEqual(['pillars']);
    // But their names are there to switch them on again.
    const [pane] = shown('insights');
    expect(pane!.lines.map(({ of }) => of)).toEqual(['insights']);
    expect(pane!.off!.map(({ name }) => name)).toEqual(['Professional brand', 'Right people', 'Relationships']);
    expect(shown()).toEqual([]);
  });

  it('show ranks with the best on top, averages dashed, and a band around the trend', () => {
    const { panes } = drawn({
      shown: new Set(['total', 'trend', 'averages', 'rank']),
      trends: { total: trendLine(history, 'total') },
      averages: { total: averageLines(history, 'total') },
      ranks: rankLines(history),
    });
    expect(panes.map(({ pane: { id } }) => id)).toEqual(['total', 'rank']);
    const rank = panes[1]!;
    expect(rank.ticks.map(({ label }) => label).every((label) => label.endsWith('%'))).toBe(true);
    expect(panes[0]!.lines.map(({ of }) => of)).toEqual(['industry', 'network', 'total']);
    expect(panes[0]!.lines.at(-1)!.band).toMatch(/^M.*Z$/);
  });

  it('stay drawable over 50 years: at most four points for each column of pixels', () => {
    const long = longHistory(50);
    const { panes } = drawn({ measures: measureLines(long, []) }, { from: dayNumber(long[0]!.day) });
    const points = panes[0]!.lines[0]!.solid.split(/[ML]/).length;
    expect(points).toBeGreaterThan(100);
    expect(points).toBeLessThan(4 * 560);
  });

  it('run from right to left where the language does', () => {
    const [ltr, rtl] = [drawn(), drawn({}, { mirrored: true })];
    const [early, late] = [dayNumber('2026-08-01'), dayNumber('2026-10-01')];
    expect(ltr.x(early)).toBeLessThan(ltr.x(late));
    expect(rtl.x(early)).toBeGreaterThan(rtl.x(late));
  });

  it('know the height of a line between readings', () => {
    expect(
      valueAt(
        [
          { day: 0, value: 1 },
          { day: 2, value: 3 },
        ],
        1,
      ),
    ).toBe(2);
    expect(valueAt([], 1)).toBeUndefined();
  });
});

describe('a history of totals alone', () => {
  const totals = [
    { day: '2026-10-02', total: 60.24 },
    { day: '2026-10-09', total: 61.8 },
    { day: sampleToday, total: 63.04 },
  ].map((row): TotalReading => ({
    ...row,
    member: 'unknown',
    readAt: 5,
    source: 'by-hand',
    rank: { industry: 12 },
    average: {},
  }));
  const made = { actions: [], choices: [], plans: [], checks: [], goals: [] };
  const data = { ...made, history: [], totals, firstDay: '2026-10-02' };

  it('has an overview without pillars and tip', () => {
    const view = overviewView(data, around)!;
    expect(view).toMatchObject({ total: '63', change: { points: 1.2 }, stale: false, first: false });
    expect(view.scores).toBeUndefined();
    expect(view.pillars.rows).toEqual([]);
    expect(view.ranks).toHaveLength(1);
    expect(view.tip).toBeUndefined();
  });

  it('says beside its chart how the total moved', () => {
    const values = dayValues([], totals, 'total');
    const summary = rangeSummary(values, { range: 'all', start: '2026-10-02', stale: false }, around);
    expect(summary).toEqual({ change: 2.8, text: 'since 2 Oct' });
  });

  it('has its weeks, with a dash for each pillar', () => {
    const { rows } = weeksView(data, [], 8, around);
    expect(rows.map(({ cells }) => cells.map(({ value }) => value).join(' '))).toEqual([
      '63.0 – – – –',
      '61.8 – – – –',
      '60.2 – – – –',
    ]);
    expect(rows[0]!.cells[0]!.change).toEqual({ points: 1.2, normal: false });
  });

  it('that begins after the last whole reading shows the pillars of that, and says so', () => {
    const whole = sampleHistory(addDays(sampleToday, -20));
    const view = overviewView({ ...data, history: whole, firstDay: whole[0]!.day }, around)!;
    expect(view.total).toBe('63');
    expect(view.pillars.heading).toBe('Last reading, Sat 26 Sept');
    expect(view.pillars.rows).toHaveLength(4);
    expect(view.pillars.hasChanges).toBe(false);
  });
});

describe('the overview', () => {
  const known = {
    totals: [],
    firstDay: history[0]!.day,
    actions: [],
    choices: [],
    plans: [],
    checks: [],
    goals: [sampleGoal],
  };

  it('says what the design shows', () => {
    const view = overviewView({ ...known, history }, around)!;
    expect(view.total).toBe('63');
    expect(view.change?.points).toBe(1.8);
    expect(view.goal).toMatchObject({ lead: 'Goal 70:' });
    expect(view.goal!.text).toMatch(/^not expected before \d+ Nov$/);
    expect(view.outlook).toMatch(/^Four weeks from now: 6\d to [67]\d\.$/);
    expect(view.tip?.pillar).toBe('people');
  });

  it('asks for a reading and hides the tip when the last is old', () => {
    const view = overviewView({ ...known, history: sampleHistory('2026-10-04') }, around)!;
    expect(view.stale).toBe(true);
    expect(view.tip).toBeUndefined();
    expect(view.goal!.text).toBe('forecast after your next reading');
  });

  it('is empty before the first reading', () => {
    expect(overviewView({ ...known, history: [], firstDay: undefined, goals: [] }, around)).toBeUndefined();
  });
});

describe('the tips', () => {
  it('are by pillar, without Sales Navigator unless wanted, and hide what was put away', () => {
    const plain = tipsView({ actions: [], choices: [], salesNavigator: false, dismissed: false }, around);
    expect(plain.map(({ pillar }) => pillar)).toEqual(['brand', 'people', 'insights', 'relationships']);
    const all = (groups: typeof plain) => groups.flatMap(({ tips }) => tips);
    expect(all(plain).some(({ tip }) => tip.salesNavigator)).toBe(false);
    const withSeat = tipsView({ actions: [], choices: [], salesNavigator: true, dismissed: false }, around);
    expect(all(withSeat).length).toBeGreaterThan(all(plain).length);
    const [first] = all(plain);
    const choices = [{ member: 'unknown', tip: first!.tip.id, choice: 'dismissed' as const }];
    const hidden = tipsView({ actions: [], choices, salesNavigator: false, dismissed: false }, around);
    expect(all(hidden)).toHaveLength(all(plain).length - 1);
    const shown = tipsView({ actions: [], choices, salesNavigator: false, dismissed: true }, around);
    expect(shown.find(({ pillar }) => pillar === first!.tip.pillar)!.tips.at(-1)!.standing).toBe('Not for me');
  });
});

describe('the share picture', () => {
  it('names nobody and shows ranks only when wanted', () => {
    expect(shareView(history, false, around)!.ranks).toEqual([]);
    expect(shareView(history, true, around)!.ranks).toEqual(['Top 12% in industry', 'Top 30% in network']);
    expect(shareView(history, false, around)!.title).toBe('Social Selling Index, October 2026');
    expect(shareView([], false, around)).toBeUndefined();
  });

  it('says how total and pillars changed, and from which day to which', () => {
    const view = shareView(history, false, around)!;
    expect(view.change).toEqual({ points: 6.2, text: '+6.2 in the last month' });
    expect(view.ends).toEqual([expect.stringMatching(/^16 Sept? 2026$/), '16 Oct 2026']);
    expect(view.pillars.map(({ value, change }) => [value, change?.text])).toEqual([
      ['17.6', '+1.5'],
      ['11.2', '+0.1'],
      ['14.9', '+2.7'],
      ['19.3', '+1.8'],
    ]);
  });

  it('of a first reading speaks of no change', () => {
    const view = shareView([sampleReading(sampleToday)], false, around)!;
    expect(view.change).toBeUndefined();
    expect(view.pillars.every(({ change }) => change === undefined)).toBe(true);
  });
});

describe('an import preview', () => {
  const none = { new: 0, same: 0, newer: 0, older: 0 };
  const rows = Object.fromEntries(rowKinds.map((kind) => [kind, none])) as ImportPreview['rows'];

  it('counts what is new, here already, and newer, and leaves out what there is none of', () => {
    const snapshots = { new: 212, same: 31, newer: 4, older: 0 };
    const preview = { days: snapshots, rows: { ...rows, snapshots }, otherSalt: false };
    expect(countsView(preview, around)).toEqual([
      { count: '212', words: 'new days' },
      { count: '31', words: 'already here' },
      { count: '4', words: 'newer in this file' },
    ]);
    expect(previewSentences(preview, around)).toEqual({ changes: true, further: [] });
  });

  it('tells days and totals from–to, and shows the newest day with pillars as it will be kept', () => {
    const [newest, older] = [history.at(-1)!, history.at(-8)!];
    const totalAlone: TotalReading = {
      member: 'unknown',
      day: '2026-10-20',
      readAt: 0,
      source: 'import',
      total: 71.25,
      rank: {},
      average: {},
    };
    const file: ImportedFile = {
      kind: 'table',
      head: {},
      rows: { ...noRows(), snapshots: [older, newest], totals: [totalAlone] },
      columns: [],
      rejected: [],
      rejectedCount: 0,
    };
    expect(fileFacts(summaryOf(file), around)!.map(({ value }) => value)).toEqual([
      '3 days, 9 Oct to 20 Oct',
      `from ${older.total.toFixed(1)} to 71.3`,
    ]);
    expect(keptDay(summaryOf(file), around)).toMatchObject({
      date: expect.stringMatching(/^Fri,? 16 Oct$/) as string,
      total: 'Total 63.0',
      whole: '63',
      ranks: ['Top 12% in industry', 'Top 30% in network'],
      values: { brand: '17.6', people: '11.2', insights: '14.9', relationships: '19.3' },
    });
    expect(keptDay(summaryOf({ ...file, rows: { ...noRows(), totals: [totalAlone] } }), around)).not.toHaveProperty(
      'values',
    );
    expect(fileFacts(summaryOf({ ...file, rows: noRows() }), around)).toBeUndefined();
  });

  it('says what each column is kept as, and which are not used', () => {
    const columns: ReadColumn[] = [
      { heading: 'Checked on', field: { of: 'day' }, samples: ['16.05.25'] },
      { heading: 'Find', field: { of: 'pillar', pillar: 'people' }, samples: ['8,9', '9,1'] },
      { heading: 'Industry', field: { of: 'rank', group: 'industry' }, samples: ['Top 31%'] },
      { heading: '', samples: ['7'] },
      { heading: 'Posts', samples: ['3'] },
    ];
    const { used, ignored } = listedColumns(columns, sayEnglish);
    expect(used.map(({ field }) => columnMeaning(field, sayEnglish))).toEqual([
      'Day',
      'Right people',
      'Rank in industry',
    ]);
    expect(ignored).toEqual(['no heading', 'Posts']);
    expect(columnMeaning({ of: 'average-pillar', group: 'network', pillar: 'insights' }, sayEnglish)).toBe(
      'Network average: Insights',
    );
  });

  it('says when there is nothing new', () => {
    const same = { ...none, same: 3 };
    const view = previewSentences({ days: same, rows: { ...rows, snapshots: same }, otherSalt: false }, around);
    expect(view.changes).toBe(false);
    expect(view.further).toEqual(['There’s nothing new in it.']);
  });
});

describe('small things', () => {
  it('the week begins where the language begins it', () => {
    expect(weekdaysView('de')[0]).toEqual({ weekday: 1, name: 'Montag' });
    expect(weekdaysView('en-US')[0]).toEqual({ weekday: 7, name: 'Sunday' });
    expect(new Set(weekdaysView('ar').map(({ weekday }) => weekday)).size).toBe(7);
  });

  it('what changed has every version of the changelog, in words that are there', () => {
    const versions = [...changelog.matchAll(/^## \[?(\d+\.\d+\.\d+)/gm)].map(([, version]) => version);
    expect(versions.length).toBeGreaterThan(0);
    expect(releases.map(({ version }) => version)).toEqual(versions);
    for (const note of releases.flatMap(({ notes }) => notes)) expect(sayEnglish(note)).not.toBe('');
  });
});
