import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, dayNumber, localDayOf, weekdayOf } from '../../src/core/score/local-day';
import type { ScorecardData } from '../../src/scorecard/load-scorecard';
import { RhythmCard } from '../../src/scorecard/rhythm/rhythm-card';
import { keyStep, rhythmView, stepTo } from '../../src/scorecard/rhythm/rhythm-view';
import { sampleActions, sampleReading, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const readings = [0, 1, 7, 14, 30, 400].map((days) => sampleReading(addDays(sampleToday, -days))).reverse();
const data = { history: readings, totals: [], actions: sampleActions };

describe('the calendar of readings and actions', () => {
  it('has the asked weeks, Monday to Sunday, up to today and no day further', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber('2024-01-01'), max: dayNumber('2028-12-31') }).map(localDayOf),
        fc.integer({ min: 8, max: 53 }),
        fc.integer({ min: 0, max: 4 }),
        (today, count, page) => {
          const { weeks } = rhythmView(data, { count, page }, { ...around, today });
          const days = weeks.flatMap((week) => week.days);
          expect(weeks).toHaveLength(count);
          const known = days.flatMap((day) => day?.day ?? []);
          for (const [index, day] of known.entries()) {
            expect(weekdayOf(day)).toBe((index % 7) + 1);
            if (index > 0) expect(day).toBe(addDays(known[index - 1]!, 1));
          }
          if (page === 0) expect(known.at(-1)).toBe(today);
          else expect(known).toHaveLength(7 * count);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('pages join: the day before the first of one is the last of the next', () => {
    const ends = [0, 1, 2].map((page) => {
      const days = rhythmView(data, { count: 20, page }, around).weeks.flatMap(({ days: seven }) =>
        seven.flatMap((day) => day?.day ?? []),
      );
      return { first: days[0]!, last: days.at(-1)! };
    });
    expect(addDays(ends[0]!.first, -1)).toBe(ends[1]!.last);
    expect(addDays(ends[1]!.first, -1)).toBe(ends[2]!.last);
  });

  it('counts what is seen, and leads to older weeks as long as there is something in them', () => {
    const year = rhythmView(data, { count: 53, page: 0 }, around);
    expect([year.readings, year.actions, year.hasOlder, year.hasNewer]).toEqual([5, 7, true, false]);
    const before = rhythmView(data, { count: 53, page: 1 }, around);
    expect([before.readings, before.actions, before.hasOlder, before.hasNewer]).toEqual([1, 0, false, true]);
    expect(year.months[0]).toEqual({ month: 'October 2026', readings: '4', actions: '2' });
    const filled = year.weeks.flatMap(({ days }) => days.filter((day) => day?.read)).length;
    expect(filled).toBe(year.readings);
  });

  it('says of a day what was read and done, and whose pillar it was', () => {
    const days = rhythmView(data, { count: 53, page: 0 }, around).weeks.flatMap(({ days: seven }) => seven);
    const on = (wanted: string) => days.find((day) => day?.day === wanted)!;
    expect(on(sampleToday)).toMatchObject({ read: true, isToday: true, words: 'Fri 16 Oct, Total 63.0' });
    expect(on('2026-10-12')).toMatchObject({
      read: false,
      done: 'insights',
      words: 'Mon 12 Oct, No reading, insights: comment',
    });
    expect(on('2026-10-13')).not.toHaveProperty('done');
    const both = [...sampleActions, { ...sampleActions.at(-1)!, id: 'x', pillar: 'people' as const }];
    const mixed = rhythmView({ ...data, actions: both }, { count: 2, page: 0 }, around).weeks[1]!.days[0];
    expect(mixed!.done).toBe('total');
  });

  it('is one stop for the tab key; arrows go by days and weeks, and stay within what is seen', () => {
    render(<RhythmCard data={data as unknown as ScorecardData} around={around} mirrored={false} />);
    const grid = screen.getByRole('grid');
    const stops = () =>
      within(grid)
        .getAllByRole('gridcell')
        .filter((cell) => cell.tabIndex === 0);
    expect(stops().map((cell) => cell.dataset['day'])).toEqual([sampleToday]);
    stops()[0]!.focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowLeft' });
    expect(document.activeElement).toBe(stops()[0]);
    expect(stops()[0]!.dataset['day']).toBe('2026-10-09');
    expect(grid.parentElement!.textContent).toContain('Fri 9 Oct, Total');
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    expect(stops()[0]!.dataset['day']).toBe('2026-10-08');
    fireEvent.keyDown(document.activeElement!, { key: 'End' });
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(stops()[0]!.dataset['day']).toBe(sampleToday);
  });

  it('runs the other way where the language does', () => {
    expect([keyStep('ArrowLeft', false), keyStep('ArrowLeft', true), keyStep('x', false)]).toEqual([-7, 7, undefined]);
    expect(stepTo('2026-10-01', -28, { first: '2026-09-21', last: sampleToday })).toBe('2026-09-21');
  });

  it('turns to older weeks, and has the same as a table', () => {
    render(<RhythmCard data={data as unknown as ScorecardData} around={around} mirrored={false} />);
    const later = screen.getByRole('button', { name: 'Later weeks' });
    expect(later.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Readings and actions: Table' }));
    const rows = screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent).join(' '));
    expect(rows.slice(0, 2)).toEqual(['Month Readings Actions', 'October 2026 4 2']);
    fireEvent.click(screen.getByRole('button', { name: 'Earlier weeks' }));
    expect(screen.getAllByRole('row')).toHaveLength(2);
    fireEvent.click(later);
    screen.getByText('October 2026');
  });
});
