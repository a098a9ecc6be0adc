import { useState } from 'preact/hooks';
import type { SyncRefused } from '../../sync/sync';
import type { Say } from '../../words/say';
import { CardIcon } from '../card-icon';
import { Dialog } from '../dialog';
import { commandOf } from '../commands';
import { loadSync } from '../load-sync';
import { useRun } from '../toast';

interface SyncTakeOutProps {
  readonly say: Say;
  /** What is said beside the button. */
  readonly note: string;
}

/** Takes everything out of the sync, after asking. */
export function SyncTakeOut({ say, note }: SyncTakeOutProps) {
  const run = useRun();
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState<SyncRefused>();
  return (
    <div class="sync-end">
      <p class="quiet">{note}</p>
      <button type="button" class="button button-danger" onClick={() => setAsking(true)}>
        <CardIcon name="trash" />
        {say('sync_take_out')}
      </button>
      {refused !== undefined && (
        <p class="quiet" role="status">
          {say(`sync_trouble_${refused.replaceAll('-', '_')}`)}
        </p>
      )}
      {isAsking && (
        <Dialog title={say('sync_take_out_title')} onClose={() => setAsking(false)}>
          <p>{say('sync_take_out_text')}</p>
          <div class="dialog-buttons">
            <span class="dialog-gap" />
            <button
              type="button"
              class="button button-danger button-large"
              onClick={() => {
                setAsking(false);
                void run(
                  commandOf(async () => {
                    const taken = await (await loadSync()).takeOut();
                    setRefused(taken.ok ? taken.value : undefined);
                    return taken;
                  }),
                );
              }}
            >
              {say('sync_take_out_do')}
            </button>
            <button type="button" class="button button-primary button-large" onClick={() => setAsking(false)}>
              {say('data_keep')}
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
