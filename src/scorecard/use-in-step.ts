import { useEffect } from 'preact/hooks';
import { coalesced } from '../platform/coalesced';
import { onChange } from '../store/changes';
import { painted } from '../ui/painted';
import { loadSync } from './load-sync';

/** Keeps this computer in step while the page is open: at its opening and after each change. The worker, which may sleep, does the rest. */
export function useInStep(): void {
  useEffect(() => {
    // What the sync refuses, and what is wrong with the store, the data card tells.
    const come = coalesced(async () => {
      const { readSyncState } = await import('../store/write/sync-state');
      const state = await readSyncState();
      if (state.ok && state.value?.on) await (await loadSync()).keepInStep(Date.now());
    });
    void painted().then(come);
    return onChange((changed) => {
      if (changed === 'rows' || changed === 'settings') void come();
    });
  }, []);
}
