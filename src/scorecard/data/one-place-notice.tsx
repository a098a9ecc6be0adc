import { useEffect, useState } from 'preact/hooks';
import { canKeepFile, readFileCopy } from '../../sync/kept-folder';
import { readIsTold, noteTold } from '../../store/write/one-place-told';
import type { Say } from '../../words/say';
import { useSyncStatus } from './in-step';
import { Icon } from '../../ui/icon';

/** From so many readings on they would be missed. */
const manyReadings = 10;

/** Tells once whoever has many readings in this browser alone. Nothing for whoever is in step, or has a copy in a file. */
export function OnePlaceNotice({ readings, say }: { readonly readings: number; readonly say: Say }) {
  const sync = useSyncStatus();
  const [isAlone, setAlone] = useState(false);
  useEffect(() => {
    if (readings < manyReadings) return;
    void Promise.all([readIsTold(), canKeepFile() ? readFileCopy() : undefined]).then(([told, copy]) =>
      setAlone(!told && copy === undefined),
    );
  }, [readings]);
  if (!isAlone || sync?.on !== false || readings < manyReadings) return null;
  const answer = () => {
    setAlone(false);
    void noteTold();
  };
  return (
    <section class="inset notice" role="status">
      <p class="with-key strong">
        <Icon name="warning" />
        {say('nudge_title')}
      </p>
      <p class="quiet">{say('nudge_text')}</p>
      <div class="buttons">
        <a class="button button-secondary" href="#data" onClick={answer}>
          {say('nudge_show')}
        </a>
        <button type="button" class="button button-secondary" onClick={answer}>
          {say('nudge_fine')}
        </button>
      </div>
    </section>
  );
}
