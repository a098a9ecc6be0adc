import type { Say } from '../words/say';
import { Icon } from '../ui/icon';
import { Mark } from '../ui/mark';
import { leaveForScorecard, leaveForSsiPage } from './answer-notice';
import type { PopupView } from './popup-view';

export interface PopupHeadProps {
  readonly head: PopupView['head'];
  readonly say: Say;
  /** Before the first reading there is nothing to open: the product's sign and only settings. */
  readonly bare?: boolean;
  /** The page need not be reloaded to be read today. */
  readonly readToday?: boolean;
  readonly onProfile?: (id: string) => void;
}

/** The popup's first line: whose numbers, how fresh, and the ways out. */
export function PopupHead({ head, say, bare = false, readToday = false, onProfile }: PopupHeadProps) {
  return (
    <header class="head">
      {bare && <Mark size={24} />}
      <div class="head-text">
        {head.profiles.length > 0 && onProfile ? (
          <>
            <h1 class="visually-hidden">{head.title}</h1>
            <label class="head-profile">
              <span class="visually-hidden">{say('popup_profile_switch')}</span>
              <select
                value={head.profiles.find(({ chosen }) => chosen)?.id}
                onChange={(event) => onProfile(event.currentTarget.value)}
              >
                {head.profiles.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
              <Icon name="down" size={12} />
            </label>
          </>
        ) : (
          <h1 class="head-title">{head.title}</h1>
        )}
        {head.freshness !== '' && (
          <p class={head.late ? 'head-freshness head-late' : 'head-freshness'}>
            {head.late && <Icon name="clock" size={12} />}
            <span>{head.freshness}</span>
            {head.sample && (
              <span class="tag head-sample" title={say('scorecard_sample')}>
                {say('popup_sample')}
              </span>
            )}
          </p>
        )}
      </div>
      <div class="head-ways">
        {!bare && (
          <>
            <IconButton
              icon="open"
              label={say('popup_open_ssi_page')}
              onClick={() => void leaveForSsiPage({ again: !readToday })}
            />
            <IconButton icon="scorecard" label={say('popup_open_scorecard')} onClick={() => void leaveForScorecard()} />
          </>
        )}
        <IconButton icon="settings" label={say('popup_settings')} onClick={() => void leaveForScorecard('settings')} />
      </div>
    </header>
  );
}

interface IconButtonProps {
  readonly icon: 'open' | 'scorecard' | 'settings';
  readonly label: string;
  readonly onClick: () => void;
}

function IconButton({ icon, label, onClick }: IconButtonProps) {
  return (
    <button type="button" class="button-icon" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} size={16} />
    </button>
  );
}
