import { cleanup, render, screen, within } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { PageFrame } from '../../src/scorecard/page-frame';
import { sayEnglish } from './say-english';

vi.mock('../../src/platform/browser', () => ({ browser: {} }));

afterEach(cleanup);

function ways(hasHistory: boolean, hasJournal = hasHistory): (string | null)[] {
  render(
    <PageFrame part="overview" hasHistory={hasHistory} hasJournal={hasJournal} freshness={undefined} say={sayEnglish}>
      <p />
    </PageFrame>,
  );
  return within(screen.getByRole('navigation'))
    .getAllByRole('link')
    .map((way) => way.textContent);
}

it('the navigation names only what is there: before the first reading neither weeks nor goals', () => {
  expect(ways(false)).toEqual(['Overview', 'Tips', 'Data', 'Settings']);
  cleanup();
  expect(ways(false, true)).toEqual(['Overview', 'Journal', 'Tips', 'Data', 'Settings']);
  cleanup();
  expect(ways(true)).toEqual(['Overview', 'Weeks', 'Averages', 'Journal', 'Goals', 'Tips', 'Data', 'Settings']);
});
