import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Result } from '../../core/result';
import { onChange } from '../../store/changes';
import type * as Sync from '../../sync/sync';
import { readSyncStatus, type SyncComputer, type SyncStatus } from '../../sync/status';
import { formatDay } from '../../words/format-day';
import { formatInstant } from '../../words/format-instant';
import { formatPercent, formatWhole } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import { Icon, type IconName } from '../../ui/icon';
import { CardIcon } from '../card-icon';
import { commandOf, type Command } from '../commands';
import { loadSync } from '../load-sync';
import { Switch } from '../switch';
import { useRun } from '../toast';
import { SyncNotice } from './sync-notice';
import { SyncPassphrase } from './sync-passphrase';
import { SyncTakeOut } from './sync-take-out';

/** A command of the sync, which is loaded for it. */
const syncCommand = (work: (sync: typeof Sync) => Promise<Result<unknown>>): Command =>
  commandOf(async () => work(await loadSync()));

/** How keeping in step stands, read again after each change; undefined until it is known. */
export function useSyncStatus(): SyncStatus | undefined {
  const [status, setStatus] = useState<SyncStatus>();
  const load = useCallback(() => {
    let wanted = true;
    void readSyncStatus().then((read) => {
      if (wanted && read.ok) setStatus(read.value);
    });
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(load, [load]);
  useEffect(
    () =>
      onChange((changed) => {
        if (changed === 'sync' || changed === 'rows' || changed === 'settings') load();
      }),
    [load],
  );
  return status;
}

interface InStepProps {
  readonly status: SyncStatus;
  /** What is kept, in words: it is what travels. */
  readonly kept: string;
  readonly around: Surroundings;
}

/** Keeping in step between the member's computers: off, what it would do; on, the computers and what is between them. */
export function InStep({ status, kept, around }: InStepProps) {
  const { say } = around;
  return (
    <section class="in-step" aria-label={say('sync_title')}>
      <SyncSwitch status={status} around={around} />
      {status.troubles.map(({ trouble, with: computers }) => (
        <SyncNotice key={trouble}>
          {say(
            `sync_trouble_${trouble.replaceAll('-', '_')}`,
            computers.map((computer) => computerName(computer, around)).join(say('list_comma')),
          )}{' '}
          {trouble === 'away' && <GoOn around={around} />}
        </SyncNotice>
      ))}
      {status.forbidden ? (
        status.forbidden.hasCopy && <SyncTakeOut say={say} note={say('sync_forbidden_copy')} />
      ) : status.on ? (
        <On status={status} kept={kept} around={around} />
      ) : (
        <Off around={around} />
      )}
    </section>
  );
}

/** The switch itself, which stands on the first-run page, too. */
export function SyncSwitch({ status, around }: Pick<InStepProps, 'status' | 'around'>) {
  const run = useRun();
  const { say } = around;
  return (
    <Switch
      label={say('sync_title')}
      hint={status.on ? say('sync_on', formatWhole(status.computers.length, around.language)) : say('sync_off')}
      on={status.on}
      managed={status.forbidden && say('settings_managed')}
      onSwitch={(on) =>
        on
          ? void run(syncCommand((sync) => sync.switchOn(Date.now())))
          : void run(
              syncCommand((sync) => sync.switchOff(Date.now())),
              {
                text: say('sync_switched_off'),
                undo: syncCommand((sync) => sync.switchOn(Date.now())),
              },
            )
      }
    />
  );
}

const points: readonly { readonly name: 'carries' | 'account' | 'unseen' | 'off'; readonly icon: IconName }[] = [
  { name: 'carries', icon: 'again' },
  { name: 'account', icon: 'check' },
  { name: 'unseen', icon: 'lock' },
  { name: 'off', icon: 'undo' },
];

/** What the switch does, before it does anything. */
function Off({ around: { say } }: { readonly around: Surroundings }) {
  return (
    <>
      <h3 class="small-title">{say('sync_what')}</h3>
      <ul class="sync-points">
        {points.map(({ name, icon }) => (
          <li key={name}>
            <Icon name={icon} size={16} />
            <span>{say(`sync_point_${name}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function On({ status, kept, around }: InStepProps) {
  const { say, language } = around;
  const run = useRun();
  const { averagesFrom, readingsFrom, waiting } = status;
  const day = (from: string) => formatDay(from, around.today, language);
  return (
    <>
      <ul class="sync-computers">
        {status.computers.map((computer) => (
          <ComputerRow key={computer.installation} computer={computer} around={around} />
        ))}
      </ul>
      {status.computers.length < 2 && (
        <div class="inset notice">
          <p class="strong">{say('sync_alone_title')}</p>
          <p class="quiet">{say('sync_alone')}</p>
          <p class="quiet">{say('sync_check')}</p>
        </div>
      )}
      <dl class="facts">
        <div>
          <dt>{say('sync_last')}</dt>
          <dd>
            {status.inStepAt === undefined ? say('sync_never') : formatInstant(status.inStepAt, around)}{' '}
            <button
              type="button"
              class="link"
              onClick={() => void run(syncCommand((sync) => sync.keepInStep(Date.now())))}
            >
              {say('sync_now')}
            </button>
          </dd>
        </div>
        <div>
          <dt>{say('sync_room')}</dt>
          <dd class="sync-room">
            <progress value={status.used} max={1} aria-label={say('sync_room')} />{' '}
            {say('sync_used', formatPercent(Math.ceil(status.used * 100), language))}
          </dd>
        </div>
        <div>
          <dt>{say('sync_travels')}</dt>
          <dd>{kept}</dd>
        </div>
      </dl>
      {averagesFrom !== undefined && <p class="hint">{say('sync_averages_from', day(averagesFrom))}</p>}
      {readingsFrom !== undefined && <SyncNotice>{say('sync_readings_from', day(readingsFrom))}</SyncNotice>}
      {waiting > 0 && <p class="hint">{say('sync_waiting', formatWhole(waiting, language))}</p>}
      <SyncPassphrase isUsed={status.hasPassphrase} say={say} />
      <SyncTakeOut say={say} note={say('sync_staying')} />
    </>
  );
}

function ComputerRow({ computer, around }: { readonly computer: SyncComputer; readonly around: Surroundings }) {
  const { say } = around;
  const run = useRun();
  const name = computerName(computer, around);
  return (
    <li class="sync-computer">
      <CardIcon name="computer" />
      <div>
        <p class="strong">
          {name} {computer.isThis && <span class="tag">{say('sync_this')}</span>}
        </p>
        {computer.seen !== undefined && <p class="quiet">{say('sync_seen', formatInstant(computer.seen, around))}</p>}
      </div>
      {computer.isThis ? (
        <input
          class="input"
          aria-label={say('sync_name')}
          placeholder={say('sync_name')}
          maxLength={60}
          value={computer.name ?? ''}
          onChange={(event) => {
            const next = event.currentTarget.value;
            void run(
              syncCommand((sync) => sync.nameComputer(next, Date.now())),
              { text: say('data_named') },
            );
          }}
        />
      ) : (
        <button
          type="button"
          class="button button-ghost"
          aria-label={say('sync_forget_label', name)}
          onClick={() =>
            void run(
              syncCommand((sync) => sync.forget(computer.installation, Date.now())),
              { text: say('sync_forgotten') },
            )
          }
        >
          {say('sync_forget')}
        </button>
      )}
    </li>
  );
}

/** "Chrome on Windows", and what the member calls it. */
function computerName({ browser, system, name }: SyncComputer, { say }: Surroundings): string {
  if (browser === undefined || system === undefined) return say('sync_unknown_computer');
  return name === undefined ? say('sync_computer', browser, system) : say('sync_computer_named', browser, system, name);
}

/** Brings two histories together that were apart for so long that deletions between them are forgotten. */
function GoOn({ around: { say } }: { readonly around: Surroundings }) {
  const run = useRun();
  return (
    <button type="button" class="link" onClick={() => void run(syncCommand((sync) => sync.goOn(Date.now())))}>
      {say('sync_go_on')}
    </button>
  );
}
