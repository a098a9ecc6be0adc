import { useEffect, useMemo, useState } from 'preact/hooks';
import { localDayAt, type LocalDay } from '../core/score/local-day';
import type { Result } from '../core/result';
import { attempt } from '../platform/attempt';
import { coalesced } from '../platform/coalesced';
import { onChange } from '../store/changes';
import { painted } from '../ui/painted';
import { loadRest, loadScorecard, type ScorecardData } from './load-scorecard';

interface Loaded {
  readonly loaded: Result<ScorecardData>;
  readonly today: LocalDay;
}

/**
 * What is stored, read again after each change in any page, one time after the other, and when the page is looked at again (it may be another
 * day). `first` is what it is at first; of a long history the rest follows once that is painted. `isOutdated` says whether anything has changed
 * since, and is asked once.
 */
export function useScorecard(
  first: Loaded,
  isOutdated: () => boolean,
  timeZone: string,
): Loaded & { readonly reload: () => Promise<void> } {
  const [state, setState] = useState<Loaded>({ loaded: first.loaded, today: first.today });
  const reload = useMemo(
    () =>
      coalesced(async () => {
        const today = localDayAt(Date.now(), timeZone);
        setState({ loaded: await attempt(() => loadScorecard(today)), today });
      }),
    [timeZone],
  );
  useEffect(() => {
    const stop = onChange(() => void reload());
    if (isOutdated()) void reload();
    else if (first.loaded.ok) void complete(first.loaded.value);
    return stop;

    async function complete(recent: ScorecardData): Promise<void> {
      if (recent.isWhole) return;
      await painted();
      const loaded = await attempt(() => loadRest(recent));
      // What was read anew meanwhile is whole.
      setState((now) => (now.loaded === first.loaded ? { ...now, loaded } : now));
    }
  }, [reload]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [reload]);
  return { ...state, reload };
}
