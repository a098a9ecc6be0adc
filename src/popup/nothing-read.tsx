import type { Result } from '../core/result';
import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { Ring } from '../ui/ring';
import { GoesOn } from './goes-on';
import { Notice } from './notice';
import { PopupHead } from './popup-head';
import type { NoticeAction } from './notice-view';
import type { PopupView } from './popup-view';

export interface NothingReadProps {
  readonly view: Extract<PopupView, { kind: 'nothing-read' }>;
  readonly say: Say;
  readonly onAction: (action: NoticeAction) => Promise<Result<unknown>>;
}

/** Before the first reading: what to open, what happens then, and where it stays. */
export function NothingRead({ view, say, onAction }: NothingReadProps) {
  return (
    <>
      <PopupHead head={view.head} say={say} bare />
      {view.notice && <Notice notice={view.notice} say={say} onAction={onAction} />}
      <GoesOn ways={view.goesOn} say={say} />
      {!view.ended && !view.lost && (
        <section class="empty">
          <Ring size={112} thickness={11} />
          <h2 class="empty-title">{say('popup_empty_title')}</h2>
          <p class="empty-text">{say('popup_empty')}</p>
          {!view.notice && (
            <button
              type="button"
              class="button button-primary button-large"
              ref={focusOnce}
              onClick={() => void onAction('open-ssi-page')}
            >
              {say('popup_open_ssi_page')}
              <Icon name="open" />
            </button>
          )}
        </section>
      )}
      {!view.lost && (
        <footer class="foot">
          <Icon name="lock" size={12} />
          {say('popup_stays_here')}
        </footer>
      )}
    </>
  );
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
