import type { Result } from '../core/result';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import { attempt } from '../platform/attempt';
import { hasSiteAccess } from '../platform/site-access';
import { readPageState, type PageState } from '../store/read/page-state';
import { loadRecent, type ScorecardData } from './load-scorecard';

/** What the scorecard is drawn from first: all that has a place in the window, so that nothing moves there when the rest comes. */
export interface First {
  readonly loaded: Result<ScorecardData>;
  readonly today: LocalDay;
  /** How the last visit to the SSI page ended, if it gave no reading. */
  readonly pageState: PageState | undefined;
  /** Whether the browser lets the SSI page be read. */
  readonly mayRead: boolean;
}

/** Reads it. */
export async function loadFirst(timeZone: string): Promise<First> {
  const today = localDayAt(Date.now(), timeZone);
  const [loaded, pageState, mayRead] = await Promise.all([
    attempt(() => loadRecent(today)),
    readPageState(),
    hasSiteAccess(),
  ]);
  return { loaded, today, pageState: pageState.ok ? pageState.value : undefined, mayRead };
}
