import { useCallback, useEffect } from 'preact/hooks';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import type { Result } from '../core/result';
import type { Settings } from '../core/settings';
import { attempt } from '../platform/attempt';
import { onChange } from '../store/changes';
import { useLatest } from '../ui/use-latest';
import { loadScorecard, type ScorecardData } from './load-scorecard';

interface Loaded {
  /** Undefined until the store has answered once. */
  readonly loaded: Result<ScorecardData> | undefined;
  readonly today: LocalDay;
}

/** What is stored, read again after each change in any page, and when the page is looked at again (it may be another day). */
export function useScorecard(timeZone: string): Loaded & { readonly reload: () => Promise<void> } {
  const load = useCallback(
    async (): Promise<Loaded> => ({
      loaded: await attempt(loadScorecard),
      today: localDayAt(Date.now(), timeZone),
    }),
    [timeZone],
  );
  const [state, reload] = useLatest<Loaded>({ loaded: undefined, today: localDayAt(Date.now(), timeZone) }, load);
  useEffect(() => void reload(), [reload]);
  useEffect(() => onChange(() => void reload()), [reload]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [reload]);
  return { ...state, reload };
}

/** Light, dark, or as the system has it; on paper always light. */
export function useTheme(theme: Settings['theme'] | undefined): void {
  useEffect(() => {
    const apply = () => {
      if (theme === 'light' || theme === 'dark') document.documentElement.dataset['theme'] = theme;
      else delete document.documentElement.dataset['theme'];
    };
    const light = () => {
      document.documentElement.dataset['theme'] = 'light';
    };
    apply();
    addEventListener('beforeprint', light);
    addEventListener('afterprint', apply);
    return () => {
      removeEventListener('beforeprint', light);
      removeEventListener('afterprint', apply);
    };
  }, [theme]);
}
