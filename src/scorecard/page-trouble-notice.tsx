import { useEffect, useState } from 'preact/hooks';
import { openSsiPage } from '../platform/ssi-page';
import { onChange } from '../store/changes';
import { type PageState, readPageState } from '../store/read/page-state';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';

export interface PageTroubleNoticeProps {
  readonly say: Say;
  /** Instant of the last reading, epoch milliseconds; absent without one. */
  readonly lastReadAt?: number;
}

/** The keys of each state's sentences. */
const sentences: Readonly<Record<PageState['state'], string>> = {
  'signed-out': 'popup_signed_out',
  'contract-chooser': 'popup_contract',
  'access-ended': 'popup_access_ended',
  'not-recognised': 'popup_not_recognised',
};

/** Says why the last visit to the SSI page gave no reading, in the words of the popup. Nothing when a reading came since. */
export function PageTroubleNotice({ say, lastReadAt }: PageTroubleNoticeProps) {
  const trouble = usePageState();
  if (!trouble || (lastReadAt !== undefined && lastReadAt >= trouble.at)) return null;
  const key = sentences[trouble.state];
  return (
    <section class="inset notice" role="status">
      <p class="with-key strong">
        <Icon name="warning" />
        {say(`${key}_title`)}
      </p>
      <p class="quiet">{say(key)}</p>
      {trouble.state === 'not-recognised' && (
        <ol class="notice-steps">
          <li>{say('popup_not_recognised_step_1')}</li>
          <li>{say('popup_not_recognised_step_2')}</li>
        </ol>
      )}
      <div class="buttons">
        <button type="button" class="button button-primary" onClick={() => void openSsiPage({ again: true })}>
          {say('popup_open_ssi_page')}
          <Icon name="open" />
        </button>
      </div>
    </section>
  );
}

/** How the last visit to the SSI page ended, read again whenever it changes; undefined when it gave a reading or is not known. */
function usePageState(): PageState | undefined {
  const [state, setState] = useState<PageState>();
  useEffect(() => {
    let wanted = true;
    const read = () =>
      void readPageState().then((stored) => {
        if (wanted) setState(stored.ok ? stored.value : undefined);
      });
    read();
    const stop = onChange((changed) => {
      if (changed === 'page-state') read();
    });
    return () => {
      wanted = false;
      stop();
    };
  }, []);
  return state;
}
