import { useCallback, useEffect, useState } from 'preact/hooks';
import { localDayAt } from '../../core/score/local-day';
import { coalesced } from '../../platform/coalesced';
import { onChange } from '../../store/changes';
import {
  canKeepFile,
  chooseFolder,
  comeTogether,
  copyFileName,
  forgetFolder,
  readFileCopy,
  type FileCopy as KeptCopy,
} from '../../sync/file-copy';
import { formatDay, formatTime } from '../../words/format-day';
import type { Surroundings } from '../../words/surroundings';
import type { Command } from '../commands';
import { useRun } from '../toast';

/** A copy in a folder that the member's own cloud carries: in step without the browser's sync. */
export function FileCopy({ around }: { readonly around: Surroundings }) {
  const { say, today, timeZone, language } = around;
  const run = useRun();
  const [copy, setCopy] = useState<KeptCopy>();
  const load = useCallback(() => void (canKeepFile() && readFileCopy().then(setCopy)), []);
  useEffect(() => {
    if (!canKeepFile()) return;
    // Should it fail by itself, the button tells why.
    const come = coalesced(() => comeTogether(Date.now(), { mayAsk: false }).then(load));
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
            copy.at === undefined
              ? say('sync_never')
              : [
                  formatDay(localDayAt(copy.at, timeZone), today, language),
                  formatTime(copy.at, timeZone, language),
                ].join(say('list_comma')),
          )}
        </p>
      )}
      {canKeepFile() && (
        <div class="buttons">
          {copy
            ? button('copy_together', () => comeTogether(Date.now(), { mayAsk: true }))
            : button('copy_choose', () => chooseFolder(Date.now()))}
          {copy && button('copy_stop', forgetFolder)}
        </div>
      )}
    </section>
  );
}
