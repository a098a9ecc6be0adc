import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import type { Result } from '../core/result';
import type { Settings } from '../core/settings';
import { attempt } from '../platform/attempt';
import { onChange } from '../store/changes';
import { loadScorecard, type ScorecardData } from './load-scorecard';

export interface Loading {
  /** Undefined until the store has answered once. */
  readonly loaded: Result<ScorecardData> | undefined;
  readonly today: LocalDay;
  readonly reload: () => void;
}

/** What is stored, read again after each change in any page, and when the page is looked at again (it may be another day). */
export function useScorecard(timeZone: string): Loading {
  const [state, setState] = useState<Omit<Loading, 'reload'>>(() => ({
    loaded: undefined,
    today: localDayAt(Date.now(), timeZone),
  }));
  // Answers may overtake each other: only that of the last question counts.
  const question = useRef(0);
  const reload = useCallback(() => {
    question.current += 1;
    const asked = question.current;
    void attempt(loadScorecard).then((loaded) => {
      if (asked === question.current) setState({ loaded, today: localDayAt(Date.now(), timeZone) });
    });
  }, [timeZone]);
  useEffect(reload, [reload]);
  useEffect(() => onChange(reload), [reload]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') reload();
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
