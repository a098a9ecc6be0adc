import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { ComparePanel } from '../../src/scorecard/history/compare-panel';
import { compareView } from '../../src/scorecard/history/compare-view';
import type { Surroundings } from '../../src/words/surroundings';
import { sampleHistory, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

afterEach(cleanup);

const around: Surroundings = { today: sampleToday, timeZone: 'UTC', language: 'en-GB', say: sayEnglish };
const data = { history: sampleHistory(), totals: [] };
const heads = () => screen.getAllByRole('columnheader').map((head) => head.textContent);

describe('the comparison', () => {
  it('is a table of total and pillars in this month and the one before, with how many readings each has', () => {
    render(<ComparePanel data={data} selected={undefined} around={around} />);
    expect(heads()).toEqual([
      expect.stringMatching(/^1\u2009\u2013\u200930 Sept? 30 readings$/),
      expect.stringMatching(/^1\u2009\u2013\u200916 Oct 16 readings$/),
      'Change',
    ]);
    expect(screen.getAllByRole('row')).toHaveLength(6);
    expect(screen.getByRole('row', { name: /^Total 57\.\d 61\.\d \+3\.\d$/ })).toBeTruthy();
    expect(screen.getByText(/^Each number is the average of the readings in that period\./)).toBeTruthy();
  });

  it('takes the days that were dragged over as soon as there are some, and offers them only then', () => {
    const { rerender } = render(<ComparePanel data={data} selected={undefined} around={around} />);
    const selection = () => screen.getByRole('radio', { name: 'The days in view and as many before' });
    expect(screen.queryByRole('radio', { name: 'The days in view and as many before' })).toBeNull();
    screen.getByText('Drag over the chart to choose days.');
    rerender(<ComparePanel data={data} selected={{ first: '2026-09-21', last: '2026-09-30' }} around={around} />);
    expect(selection().getAttribute('aria-checked')).toBe('true');
    expect(screen.queryByText('Drag over the chart to choose days.')).toBeNull();
    expect(heads()[0]).toMatch(/^11\u2009\u2013\u200920 Sept? 10 readings$/);
    fireEvent.click(screen.getByRole('radio', { name: 'This year and last year' }));
    expect(heads()[1]).toMatch(/^1 Jan\u2009\u2013\u200916 Oct /);
    rerender(<ComparePanel data={data} selected={{ first: '2026-10-01', last: '2026-10-10' }} around={around} />);
    expect(selection().getAttribute('aria-checked')).toBe('true');
  });

  it('says in a sentence where nothing was read, in place of a table', () => {
    const young = { history: data.history.filter(({ day }) => day >= '2026-10-05'), totals: [] };
    render(<ComparePanel data={young} selected={undefined} around={around} />);
    expect(screen.queryByRole('table')).toBeNull();
    expect(
      screen.getByText(/^No readings in this period: 1\s\u2013\s30 Sept?\. So there is nothing to compare\.$/),
    ).toBeTruthy();
  });

  it('explains grey only where something is grey', () => {
    const grey = /normal weeks/;
    expect(compareView(data, 'month', around).text).toMatch(grey);
    // Too few to know what is usual.
    const young = { history: data.history.filter(({ day }) => ['2026-09-25', '2026-10-09'].includes(day)), totals: [] };
    expect(compareView(young, 'month', around).text).not.toMatch(grey);
  });
});
