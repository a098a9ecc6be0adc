import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Result } from '../../core/result';
import { onChange } from '../../store/changes';
import { loadDataFacts, type DataFacts } from './load-data-facts';

/** What is kept, read again after each change; undefined until the store has answered once. */
export function useDataFacts(): Result<DataFacts> | undefined {
  const [facts, setFacts] = useState<Result<DataFacts>>();
  const load = useCallback(() => {
    let wanted = true;
    void loadDataFacts().then((loaded) => {
      if (wanted) setFacts(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(load, [load]);
  useEffect(() => onChange(() => void load()), [load]);
  return facts;
}
