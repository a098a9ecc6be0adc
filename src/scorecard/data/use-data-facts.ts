import { useEffect, useState } from 'preact/hooks';
import type { Result } from '../../core/result';
import { coalesced } from '../../platform/coalesced';
import { onChange } from '../../store/changes';
import { painted } from '../../ui/painted';
import type { DataFacts } from './load-data-facts';

/** What is kept, by `load` once that is here, read again after each change; undefined until the store has answered once. */
export function useDataFacts(load: (() => Promise<Result<DataFacts>>) | undefined): Result<DataFacts> | undefined {
  const [facts, setFacts] = useState<Result<DataFacts>>();
  useEffect(() => {
    if (!load) return undefined;
    let wanted = true;
    const read = coalesced(async () => {
      const loaded = await load();
      if (wanted) setFacts(loaded);
    });
    // Counting all that is kept would take the store's time from what is seen first.
    void painted().then(read);
    const stop = onChange(() => void read());
    return () => {
      wanted = false;
      stop();
    };
  }, [load]);
  return facts;
}
