import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addDays } from '../../src/core/score/local-day';
import { smallGoal } from '../../src/scorecard/goals/goals-view';
import { JournalCard } from '../../src/scorecard/journal/journal-card';
import type { ScorecardData } from '../../src/scorecard/load-scorecard';
import { firstDot, firstSteps } from '../../src/scorecard/start/first-weeks-view';
import { Toasts } from '../../src/scorecard/toast';
import {
  sampleActions,
  sampleGoal,
  sampleHistory,
  sampleMember,
  sampleReading,
  sampleToday,
} from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

vi.mock('../../src/platform/browser', () => ({ browser: {} }));
afterEach(cleanup);

const around = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const read = (...daysAgo: number[]) => daysAgo.map((days) => sampleReading(addDays(sampleToday, -days)));

describe('the first four weeks', () => {
  it('tell after the first reading what comes, and when', () => {
    expect(firstSteps(read(0), around).map(({ isDone, when, text }) => [isDone, when, text])).toEqual([
      [true, 'Today', 'Saved: 63 of 100 and all four pillars'],
      [false, 'Fri 23 Oct', 'First comparison: what changed in a week'],
      [false, 'Fri 30 Oct', 'First forecast: a range for the weeks ahead'],
      [false, 'December 2026', 'Your normal week: what’s news and what’s noise'],
    ]);
  });

  it('tick off what has come: the comparison in the second week, the outlook in the third', () => {
    const second = firstSteps(read(7, 0), around);
    expect(second.map(({ isDone }) => isDone)).toEqual([true, true, false, false]);
    expect(second[1]).toMatchObject({ when: 'Today', text: 'First comparison: +1.8 in a week' });
    const third = firstSteps(read(14, 7, 0), around);
    expect(third[2]).toMatchObject({
      isDone: true,
      when: 'Today',
      text: expect.stringMatching(/^Four weeks from now: \d+ to \d+\.$/) as string,
    });
  });

  it('name no day that has passed: the next reading tells what was due', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 27 }), { minLength: 1, maxLength: 8 }), (days) => {
        const steps = firstSteps(read(...days.sort((one, other) => other - one)), around);
        expect(steps).toHaveLength(4);
        // What is done stays done before what is not.
        for (const { isDone, when } of steps.slice(1)) if (!isDone) expect(when).not.toBe('Today');
      }),
    );
    expect(firstSteps(read(7), around)[1]).toMatchObject({ isDone: false, when: 'With your next reading' });
    expect(firstSteps([], around)).toEqual([]);
  });

  it('draw the one reading between their lines, and only marks for the days to come', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 25, noNaN: true }), (points) => {
        const scores = { brand: points, people: points, insights: points, relationships: points };
        const dot = firstDot([sampleReading(sampleToday, { scores })], around)!;
        expect(dot.height).toBeGreaterThanOrEqual(0);
        expect(dot.height).toBeLessThanOrEqual(1);
        expect(Number(dot.lines[0]!.label)).toBeGreaterThanOrEqual(0);
        expect(Number(dot.lines.at(-1)!.label)).toBeLessThanOrEqual(100);
      }),
    );
    const { value, weeks } = firstDot(read(0), around)!;
    expect(value).toBe('63.0');
    expect(weeks.map(({ label }) => label)).toEqual(['Today', '23 Oct', '30 Oct', '6 Nov', '13 Nov']);
    expect(weeks.map(({ place }) => place)).toEqual(weeks.map(({ place }) => place).sort((one, other) => one - other));
  });
});

describe('a small goal', () => {
  it('is proposed for the weakest pillar: the next whole points, and the average of the industry where that is higher', () => {
    expect(smallGoal(read(7, 0), [sampleGoal], sampleToday)).toEqual({
      pillar: 'people',
      targets: [12, 13, 14],
      average: 12,
    });
  });

  it('is not where a pillar has had a goal, where all is full, or where the last reading is old', () => {
    expect(smallGoal(read(0), [{ ...sampleGoal, of: 'brand', target: 20 }], sampleToday)).toBeUndefined();
    expect(smallGoal(read(20), [], sampleToday)).toBeUndefined();
    const full = { brand: 25, people: 25, insights: 25, relationships: 25 };
    expect(smallGoal([sampleReading(sampleToday, { scores: full })], [], sampleToday)).toBeUndefined();
    const nearly = { brand: 25, people: 24.2, insights: 25, relationships: 25 };
    expect(smallGoal([sampleReading(sampleToday, { scores: nearly })], [], sampleToday)?.targets).toEqual([25]);
  });
});

describe('a journal without an entry', () => {
  const open = (actions: ScorecardData['actions']) => {
    const data = {
      member: { id: sampleMember, since: 1 },
      history: sampleHistory(),
      totals: [],
      actions,
    } as unknown as ScorecardData;
    render(
      <Toasts say={sayEnglish}>
        <JournalCard data={data} around={around} mirrored={false} />
      </Toasts>,
    );
  };

  it('shows an example, which is one group and no list of entries to a screen reader', () => {
    open([]);
    const example = screen.getByRole('group', { name: 'Example journal' });
    expect(within(example).queryAllByRole('listitem')).toEqual([]);
    expect(example.textContent).toContain('These rows go away with your first entry.');
    expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull();
  });

  it('asks for the first, and the form takes the focus', () => {
    open([]);
    fireEvent.click(screen.getByRole('button', { name: 'Add a note' }));
    expect(document.activeElement).toBe(screen.getByLabelText('What you did'));
  });

  it('has no example any more with its first entry', () => {
    open(sampleActions.slice(0, 1));
    expect(screen.queryByRole('group', { name: 'Example journal' })).toBeNull();
    expect(screen.getAllByRole('listitem')).toHaveLength(1);
  });
});
