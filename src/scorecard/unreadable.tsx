import type { Failure } from '../core/result';
import { FailureText } from '../ui/failure-text';
import type { Say } from '../words/say';
import { loadDataCommands } from './load-data-commands';
import { useRun } from './toast';

export interface UnreadableProps {
  readonly failure: Failure;
  readonly say: Say;
  readonly onAgain: () => void;
}

/** The store cannot be opened: what is wrong, and what can be done. */
export function Unreadable({ failure, say, onAgain }: UnreadableProps) {
  const run = useRun();
  return (
    <section class="card unreadable" role="alert">
      <h1 class="card-title">{say('popup_store_title')}</h1>
      <p>
        <FailureText failure={failure} say={say} />
      </p>
      <div class="buttons">
        {failure.error === 'storage-corrupt' && (
          <button
            type="button"
            class="button button-primary button-large"
            onClick={() => {
              void run(
                async () => {
                  const restored = await (await loadDataCommands()).restore();
                  return restored.ok ? { ok: true, value: undefined } : restored;
                },
                { text: say('data_restored') },
              ).then(onAgain);
            }}
          >
            {say('data_restore')}
          </button>
        )}
        <button type="button" class="button button-secondary button-large" onClick={onAgain}>
          {say('popup_try_again')}
        </button>
      </div>
    </section>
  );
}
