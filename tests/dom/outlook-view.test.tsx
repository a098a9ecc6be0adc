import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { triedOutlook } from '../../src/core/meaning/outlook-record';
import type { Goal } from '../../src/core/rows/goal';
import type { History } from '../../src/core/score/history';
import { addDays, dayNumber } from '../../src/core/score/local-day';
import { comingReadout } from '../../src/scorecard/history/coming-readout';
import { historyPanes } from '../../src/scorecard/history/history-panes';
import { measureLines } from '../../src/scorecard/history/history-lines';
import { OutlookPanel } from '../../src/scorecard/history/outlook-panel';
import { outlookView } from '../../src/scorecard/history/outlook-view';
import { layOutChart } from '../../src/ui/chart/chart-layout';
import { historyOf } from '../unit/history-of';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const today = '2026-11-27';
const around = { today, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const goal: Goal = { id: 'goal', member: 'unknown', of: 'total', target: 70, from: 55, setOn: '2026-09-01' };

/** Weekly readings up to today. */
const weekly = (...totals: readonly number[]) =>
  historyOf(Object.fromEntries(totals.map((total, index) => [addDays(today, 7 * (index + 1 - totals.length)), total])));
const view = (history: History, changes: { stale?: boolean; goal?: Goal } = {}) =>
  outlookView(
    { history, of: 'total', tried: triedOutlook(history, 'total', today), goal, stale: false, ...changes },
    around,
  );
const rising = weekly(...Array.from({ length: 20 }, (_, index) => 44 + index));

/** It stands still for weeks and jumps when nothing foretold it, farther each time. */
const sudden = weekly(50, 50, 50, 50, 51, 51, 51, 51, 55, 55, 55, 55, 40, 40, 40, 40, 70, 70, 70, 70, 20, 20, 20, 20);

describe('the words of an outlook', () => {
  it('say where the total may lie, the earliest day of a goal, and how earlier ones turned out', () => {
    const { title, goal: about, record } = view(rising);
    expect(title).toMatch(/^Four weeks from now: 6\d to 6\d\.$/);
    expect(about).toMatch(/^70 is not expected before \d+ (Dec|Jan)\.$/);
    expect(record?.title).toBe('Of 14 earlier forecasts like this, 14 came true.');
    expect(record?.text).toMatch(/^Each box is one of them/);
    expect(record?.outlooks[0]).toMatchObject({
      madeOn: expect.stringMatching(/^Fri,? 31 Jul$/) as string,
      held: true,
    });
  });

  it('say of fewer than eight when the record starts, and how such ranges were measured', () => {
    const { record } = view(rising.slice(-10));
    expect(record).toEqual({
      title: 'Your record starts with the eighth forecast that can be checked, around 25 Dec.',
      text: 'In the one long real history we know of, forecasts like this came true 83 times out of 100.',
      outlooks: [],
    });
  });

  it('say from when on there is one when it is too early', () => {
    expect(view(weekly(60, 61))).toEqual({
      title: 'Forecast from 4 Dec',
      text: 'It needs three readings over two weeks.',
    });
  });

  it('name no day for a goal when it is not clear that the score rises, and none without a goal', () => {
    const still = weekly(61, 62, 61, 62, 61, 62, 61, 62);
    expect(view(still).goal).toBe('No date for 70: your score isn’t clearly rising.');
    expect(
      outlookView({ history: still, of: 'total', tried: triedOutlook(still, 'total', today), stale: false }, around),
    ).not.toHaveProperty('goal');
  });

  it('say nothing but that, with every miss, when fewer than six in ten held', () => {
    const { title, text, record } = view(sudden);
    const [held = 0, count = 0] = (/^Only (\d+) of the last (\d+) came true\./.exec(text) ?? []).slice(1).map(Number);
    expect(title).toBe('No forecast for now');
    expect(count).toBe(record?.outlooks.length);
    expect(held / count).toBeLessThan(0.6);
  });

  it('wait for the next reading when the last one is too old', () => {
    expect(view(rising, { stale: true })).toMatchObject({ title: 'Forecast after your next reading.' });
  });
});

describe('the panel', () => {
  it('shows a box for each outlook and lists them, the newest first', () => {
    const { container } = render(<OutlookPanel view={view(sudden)} say={sayEnglish} />);
    const boxes = [...container.querySelectorAll('.outlook-box')].map((box) => box.classList.contains('is-held'));
    expect(boxes).toContain(true);
    expect(boxes).toContain(false);
    fireEvent.click(screen.getByRole('button', { name: 'Show them' }));
    const held = screen
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.lastElementChild?.textContent);
    expect(held).toEqual(boxes.toReversed().map((one) => (one ? 'yes' : 'no')));
    fireEvent.click(screen.getByRole('button', { name: 'Hide them' }));
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('the fan', () => {
  const made = triedOutlook(rising, 'total', today).outlook!;
  const from = { day: dayNumber(today), value: 63 };
  const fan = { of: 'total', outlook: made, from } as const;
  const panes = historyPanes(
    {
      measures: measureLines(rising, []),
      trends: {},
      shown: new Set(['total', 'people', 'outlook']),
      to: from.day + 28,
      goals: [goal],
      fan,
      hardlyBefore: '2027-01-12',
      events: [],
    },
    around,
  );

  it('reaches from the newest reading to the range four weeks on, with the ways that lead into it', () => {
    const { low, high, ways } = panes[0]!.fan!;
    const range = made.range(28);
    expect([low[0], high[0]]).toEqual([from, from]);
    expect(low.at(-1)).toEqual({ day: from.day + 28, value: range.low });
    expect(high.at(-1)).toEqual({ day: from.day + 28, value: range.high });
    expect(low).toHaveLength(29);
    for (const { points } of ways) {
      expect(points.at(-1)!.value).toBeGreaterThanOrEqual(range.low);
      expect(points.at(-1)!.value).toBeLessThanOrEqual(range.high);
    }
    expect(ways.map(({ name }) => name)).toContain('if unchanged');
    expect(panes[0]!.goals).toEqual([{ of: 'total', target: 70, label: 'Goal, not before 12 Jan' }]);
  });

  it.each([false, true])(
    'has both ends of its range for labels and a bracket behind the plot (mirrored: %s)',
    (mirrored) => {
      const layout = layOutChart({
        panes,
        from: from.day - 90,
        to: from.day + 28,
        today: from.day,
        named: true,
        width: 700,
        textScale: 1,
        mirrored,
        language: 'en',
        todayLabel: 'Today',
      });
      const [total, pillar] = layout.panes;
      const range = made.range(28);
      const labels = total!.labels.map(({ value }) => value);
      // Once each, also where a way leads to an end.
      const printed = labels.filter((label) => label !== '').map((label) => String(Math.round(Number(label))));
      expect(printed).toContain(String(Math.round(range.low)));
      expect(printed).toContain(String(Math.round(range.high)));
      const led = total!.labels
        .filter(({ name, value }) => name !== '' && value !== '')
        .map(({ value }) => value.replace(/\.0$/, ''));
      expect(labels.filter((label) => led.includes(label))).toEqual([]);
      const outside = mirrored ? -1 : 1;
      expect((total!.labelX - layout.x(from.day + 28)) * outside).toBeGreaterThan(12);
      // A pane without days to come has its names at today.
      expect(pillar!.labelX).toBe(layout.x(from.day) + 12 * outside);
      expect(total!.fan?.area).toMatch(/^M.*Z$/);
    },
  );

  it('says of a day to come where it may lie, and of no other', () => {
    const week = made.range(7);
    expect(comingReadout(fan, from.day + 7, around)).toMatchObject({
      title: expect.stringMatching(/^Fri,? 4 Dec$/) as string,
      rows: [{ name: 'Total', value: `${Math.round(week.low)} to ${Math.round(week.high)}` }],
    });
    expect(comingReadout(fan, from.day, around)).toBeUndefined();
    expect(comingReadout(undefined, from.day + 7, around)).toBeUndefined();
  });
});
