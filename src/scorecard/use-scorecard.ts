import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import { succeed, type Result } from '../core/result';
import type { Settings } from '../core/settings';
import { attempt } from '../platform/attempt';
import { coalesced } from '../platform/coalesced';
import { onChange } from '../store/changes';
import { painted } from '../ui/painted';
import { loadScorecard, type ScorecardData } from './load-scorecard';

interface Loaded {
  /** Undefined until the store has answered once. */
  readonly loaded: Result<ScorecardData> | undefined;
  readonly today: LocalDay;
}

/**
 * What is stored, read again after each change in any page, one time after the other, and when the page is looked at again (it may be another
 * day). Of a long history the recent part comes first, once.
 */
export function useScorecard(timeZone: string): Loaded & { readonly reload: () => Promise<void> } {
  const [state, setState] = useState<Loaded>({ loaded: undefined, today: localDayAt(Date.now(), timeZone) });
  const reload = useMemo(() => {
    let isFirst = true;
    return coalesced(async () => {
      const today = localDayAt(Date.now(), timeZone);
      const showFirst = (data: ScorecardData) => {
        setState({ loaded: succeed(data), today });
        return painted();
      };
      const loaded = await attempt(() => loadScorecard(today, isFirst ? showFirst : undefined));
      isFirst = false;
      setState({ loaded, today });
    });
  }, [timeZone]);
  // At once: until the store has answered there is nothing to paint that could be waited for.
  useLayoutEffect(() => void reload(), [reload]);
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
