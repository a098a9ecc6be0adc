import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { firstDayOf } from '../../src/core/score/history';
import { addDays } from '../../src/core/score/local-day';
import { cardsShown } from '../../src/scorecard/cards-shown';
import type { ScorecardData } from '../../src/scorecard/load-scorecard';
import { PageFrame } from '../../src/scorecard/page-frame';
import { sampleGoal, sampleMember, sampleReading, sampleToday } from '../e2e/popup-sample';
import { sayEnglish } from './say-english';

vi.mock('../../src/platform/browser', () => ({ browser: {} }));

afterEach(cleanup);

function ways(...cards: string[]): (string | null)[] {
  render(
    <PageFrame
      part="overview"
      cards={new Set(['overview', 'data', 'settings', ...cards])}
      freshness={undefined}
      say={sayEnglish}
    >
      <p />
    </PageFrame>,
  );
  return within(screen.getByRole('navigation'))
    .getAllByRole('link')
    .map((way) => way.textContent);
}

it('the navigation names only the cards that are there', () => {
  expect(ways()).toEqual(['Overview', 'Tips', 'Data', 'Settings']);
  cleanup();
  expect(ways('journal')).toEqual(['Overview', 'Journal', 'Tips', 'Data', 'Settings']);
  cleanup();
  const all = ['Overview', 'Weeks', 'Averages', 'Journal', 'Goals', 'Tips', 'Data', 'Settings'];
  expect(ways('goals', 'history', 'journal', 'averages', 'weeks', 'rhythm')).toEqual(all);
  cleanup();
  expect(ways('people')).toEqual(['Overview', 'Tips', 'Data', 'People', 'Settings']);
});

const shown = (stored: Partial<ScorecardData>) => {
  const data = { history: [], totals: [], actions: [], goals: [], choices: [], plans: [], checks: [], ...stored };
  const firstDay = firstDayOf(data);
  return [...cardsShown({ ...data, firstDay } as unknown as ScorecardData, sampleToday)].sort();
};
const always = ['data', 'overview', 'settings'];
const member = { id: sampleMember, since: 1 };

it('before the first reading there is no card of a history, and a journal for who has begun', () => {
  expect(shown({})).toEqual(['data', 'overview', 'review', 'settings']);
  expect(shown({ member })).toContain('journal');
});

it('weeks, goals, rhythm and review come with the second week, averages with the first reading that shows any', () => {
  const first = { member, history: [sampleReading(addDays(sampleToday, -6)), sampleReading(sampleToday)] };
  expect(shown(first)).toEqual([...always, 'averages', 'first-weeks', 'history', 'journal'].sort());
  const second = { member, history: [sampleReading(addDays(sampleToday, -7)), sampleReading(sampleToday)] };
  expect(shown(second)).toEqual(
    [...always, 'averages', 'first-weeks', 'goals', 'history', 'journal', 'review', 'rhythm', 'weeks'].sort(),
  );
  expect(shown({ member, history: [sampleReading(sampleToday, { average: {} })] })).not.toContain('averages');
});

it('goals of a first week that the overview has no room for have their card', () => {
  const history = [sampleReading(sampleToday)];
  expect(shown({ member, history, goals: [sampleGoal] })).not.toContain('goals');
  expect(shown({ member, history, goals: [{ ...sampleGoal, of: 'people', target: 13 }] })).toContain('goals');
});

it('the first four weeks end', () => {
  const since = (days: number) => shown({ member, history: [sampleReading(addDays(sampleToday, -days))] });
  expect(since(27)).toContain('first-weeks');
  expect(since(28)).not.toContain('first-weeks');
});

it('the page of people is led to from the first such person on', () => {
  expect(shown({ hasPeople: true })).toContain('people');
  expect(shown({ hasPeople: false })).not.toContain('people');
});
