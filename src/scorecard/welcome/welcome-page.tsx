import type { SettingsInForce } from '../../core/managed';
import { openSsiPage } from '../../platform/ssi-page';
import { Icon, type IconName } from '../../ui/icon';
import { Mark } from '../../ui/mark';
import { useEffect } from 'preact/hooks';
import { beginReminders } from '../../store/write/reminder-state';
import { changeSettings } from '../commands';
import type { Surroundings } from '../../words/surroundings';
import { SyncSwitch, useSyncStatus } from '../data/in-step';
import { Switch } from '../switch';
import { PinIcon } from './pin-icon';
import { useRun } from '../toast';

const points: readonly { readonly name: 'what' | 'when' | 'where' | 'terms'; readonly icon: IconName }[] = [
  { name: 'what', icon: 'scorecard' },
  { name: 'when', icon: 'clock' },
  { name: 'where', icon: 'lock' },
  { name: 'terms', icon: 'warning' },
];

interface WelcomePageProps {
  readonly settings: SettingsInForce;
  readonly around: Surroundings;
}

/** Seen once, after the installation: what is read, when, where it stays, and the first step. */
export function WelcomePage({ settings, around }: WelcomePageProps) {
  const { say } = around;
  const { managed } = settings;
  const run = useRun();
  const sync = useSyncStatus();
  // Now that the page has said so. Should it fail, they begin with the first reading.
  useEffect(() => void beginReminders(Date.now()), []);
  return (
    <section class="card welcome" aria-labelledby="welcome-heading">
      <Mark size={56} />
      <h1 id="welcome-heading" class="page-title">
        {say('welcome_title')}
      </h1>
      <p class="quiet welcome-lead">{say('welcome_lead')}</p>
      <dl class="welcome-points">
        {points.map(({ name, icon }) => (
          <div key={name}>
            <dt class="with-key">
              <Icon name={icon} size={16} />
              {say(`welcome_${name}_title`)}
            </dt>
            <dd>{say(`welcome_${name}`)}</dd>
          </div>
        ))}
      </dl>
      <div class="welcome-switches">
        <Switch
          label={say('settings_badges')}
          hint={say('settings_badges_hint')}
          on={settings.badges}
          managed={managed.badges === undefined ? undefined : say('settings_managed')}
          onSwitch={(badges) => void run(changeSettings((stored) => ({ ...stored, badges })))}
        />
        <Switch
          label={say('settings_reminder')}
          hint={say('settings_reminder_hint')}
          on={settings.reminder.rhythm !== 'off'}
          managed={managed.reminder && say('settings_managed')}
          onSwitch={(on) =>
            void run(
              changeSettings((stored) => ({
                ...stored,
                reminder: { ...stored.reminder, rhythm: on ? 'weekly' : 'off' },
              })),
            )
          }
        />
        {sync && !sync.forbidden && (
          <>
            <SyncSwitch status={sync} around={around} />
            <p class="hint">{say('welcome_sync')}</p>
          </>
        )}
      </div>
      <PinIcon say={say} />
      <button
        type="button"
        class="button button-primary button-large"
        onClick={() => void openSsiPage({ again: true })}
      >
        {say('popup_open_ssi_page')}
        <Icon name="open" />
      </button>
      <p class="hint">{say('welcome_after')}</p>
      <p class="hint">{say('welcome_no_score')}</p>
    </section>
  );
}
