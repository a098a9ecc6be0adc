import { useCallback, useEffect, useState } from 'preact/hooks';
import { coalesced } from '../../platform/coalesced';
import { onChange } from '../../store/changes';
import { canKeepFile, copyFileName, readFileCopy, type FileCopy as KeptCopy } from '../../sync/kept-folder';
import { formatInstant } from '../../words/format-instant';
import type { Surroundings } from '../../words/surroundings';
import type { Command } from '../commands';
import { loadFileCopy } from '../load-sync';
import { useRun } from '../toast';
import { SyncNotice } from './sync-notice';

/** A copy in a folder that the member's own cloud carries: in step without the browser's sync. */
export function FileCopy({ around }: { readonly around: Surroundings }) {
  const { say } = around;
  const run = useRun();
  const [copy, setCopy] = useState<KeptCopy>();
  const load = useCallback(() => void (canKeepFile() && readFileCopy().then(setCopy)), []);
  useEffect(() => {
    if (!canKeepFile()) return;
    // Should it fail by itself, the button tells why.
    const come = coalesced(async () => {
      if ((await readFileCopy()) === undefined) return;
      await (await loadFileCopy()).comeTogether(Date.now(), { mayAsk: false });
      load();
    });
    load();
    void come();
    return onChange((changed) => {
      if (changed === 'rows' || changed === 'settings') void come();
    });
  }, [load]);
  const button = (label: 'copy_choose' | 'copy_stop' | 'copy_together', command: Command) => (
    <button type="button" class="button button-secondary" onClick={() => void run(command).then(load)}>
      {say(label)}
    </button>
  );
  return (
    <section class="in-step" aria-labelledby="copy-heading">
      <h3 id="copy-heading" class="small-title">
        {say('copy_title')}
      </h3>
      <p class="quiet">{say(canKeepFile() ? 'copy_hint' : 'copy_by_hand')}</p>
      {copy && (
        <p>
          {say(
            'copy_state',
            `${copy.folder}/${copyFileName}`,
            copy.at === undefined ? say('sync_never') : formatInstant(copy.at, around),
          )}
        </p>
      )}
      {copy?.mustAsk && <SyncNotice>{say('copy_asks', say('copy_together'))}</SyncNotice>}
      {canKeepFile() && (
        <div class="buttons">
          {copy
            ? button('copy_together', async () => (await loadFileCopy()).comeTogether(Date.now(), { mayAsk: true }))
            : button('copy_choose', async () => (await loadFileCopy()).chooseFolder(Date.now()))}
          {copy && button('copy_stop', async () => (await loadFileCopy()).forgetFolder())}
        </div>
      )}
    </section>
  );
}
