import { useId, useState } from 'preact/hooks';
import type { Say } from '../../words/say';
import { commandOf } from '../commands';
import { loadSync } from '../load-sync';
import { useRun } from '../toast';

/** A passphrase, for whoever does not want the browser's maker to be able to read what travels. */
export function SyncPassphrase({ isUsed, say }: { readonly isUsed: boolean; readonly say: Say }) {
  const run = useRun();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const use = (passphrase: string) =>
    run(
      commandOf(async () => {
        const { usePassphrase } = await loadSync();
        const used = await usePassphrase(passphrase, Date.now());
        if (used.ok) setWrong(!used.value);
        if (used.ok && used.value) setTyped('');
        return used;
      }),
    );
  return (
    <form
      class="sync-passphrase"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') void use(typed);
      }}
    >
      <div class="field">
        <label for={id}>{say('sync_passphrase')}</label>
        <input
          id={id}
          class="input"
          type="password"
          autocomplete="off"
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={`${id}-hint`}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button button-secondary" disabled={typed === ''}>
        {say('sync_passphrase_use')}
      </button>
      {isUsed && (
        <button type="button" class="button button-ghost" onClick={() => void use('')}>
          {say('sync_passphrase_remove')}
        </button>
      )}
      <p id={`${id}-hint`} class="hint" role="status">
        {isWrong ? say('sync_passphrase_wrong') : say(isUsed ? 'sync_passphrase_on' : 'sync_passphrase_hint')}
      </p>
    </form>
  );
}
