import { useEffect, useState } from 'preact/hooks';
import { isReadSince, latestDay } from '../core/score/history';
import { daysBetween, localDayAt, type LocalDay } from '../core/score/local-day';
import { accessEndedIsNews } from '../core/score/page-trouble';
import { openSsiPage } from '../platform/ssi-page';
import { onChange } from '../store/changes';
import { type PageState, readPageState } from '../store/read/page-state';
import { Icon } from '../ui/icon';
import { formatDay, formatWeekday } from '../words/format-day';
import type { Surroundings } from '../words/surroundings';
import { CardIcon } from './card-icon';
import type { ScorecardData } from './load-scorecard';
import { loadDataCommands } from './load-data-commands';
import { useRun } from './toast';

export interface PageTroubleNoticeProps {
  readonly trouble: PageState;
  readonly data: ScorecardData;
  readonly around: Surroundings;
  /** Something else on the page has the one primary button. */
  readonly isSecond?: boolean;
}

/** The keys of each state's sentences. */
const sentences: Readonly<Record<Exclude<PageState['state'], 'access-ended'>, string>> = {
  'signed-out': 'popup_signed_out',
  'contract-chooser': 'popup_contract',
  'not-recognised': 'popup_not_recognised',
};

/** Says why the last visit to the SSI page gave no reading, in the words of the popup. */
export function PageTroubleNotice({ trouble, data, around, isSecond = false }: PageTroubleNoticeProps) {
  const { say } = around;
  if (trouble.state === 'access-ended') return <AccessEndedNotice trouble={trouble} data={data} around={around} />;
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
        <button
          type="button"
          class={`button ${isSecond ? 'button-secondary' : 'button-primary'}`}
          onClick={() => void openSsiPage({ again: true })}
        >
          {say('popup_open_ssi_page')}
          <Icon name="open" />
        </button>
      </div>
    </section>
  );
}

/** LinkedIn has ended the member's access: what stays and goes on, for a week, then a line. */
function AccessEndedNotice({ trouble, data, around }: PageTroubleNoticeProps) {
  const { say, today, timeZone, language } = around;
  const run = useRun();
  const since = localDayAt(trouble.accessEndedSince ?? trouble.at, timeZone);
  const first = data.firstDay;
  const last = latestDay(data.history, data.totals)?.day;
  const again = (
    <button type="button" class="button button-ghost" onClick={() => void openSsiPage({ again: true })}>
      {say('popup_look_again')}
      <Icon name="open" />
    </button>
  );
  if (daysBetween(since, today) >= accessEndedIsNews) {
    return (
      <p class="access-ended-line" role="status">
        {say('popup_access_ended_since', formatDay(since, today, language))} {again}
      </p>
    );
  }
  const day = (on: LocalDay) => formatDay(on, today, language);
  return (
    <section class="inset notice access-ended" role="status">
      <div class="access-ended-words">
        <p class="with-key strong">
          <Icon name="warning" />
          {say('popup_access_ended_title')}
        </p>
        <p class="quiet">
          {first === undefined || last === undefined
            ? say('popup_access_ended_nothing')
            : say('scorecard_access_ended', formatWeekday(since, today, language), day(first), day(last))}
        </p>
        <p class="hint">{say('popup_access_ended_foot')}</p>
      </div>
      <div class="buttons">
        {first !== undefined && (
          <button
            type="button"
            class="button button-secondary"
            onClick={() =>
              void run(async () => (await loadDataCommands()).saveBackup(today)(), { text: say('data_exported') })
            }
          >
            <CardIcon name="export" />
            {say('data_export_json')}
          </button>
        )}
        {again}
      </div>
    </section>
  );
}

/** How the last visit to the SSI page ended, if it gave no reading and none of `data` came since; read again whenever it changes. Undefined also when it is not known. `first` is how it ended as far as is known at first. */
export function usePageTrouble(
  data: Pick<ScorecardData, 'history'> | undefined,
  first: PageState | undefined,
): PageState | undefined {
  const state = usePageState(first);
  return state && data && !isReadSince(data, state.at) ? state : undefined;
}

/** How the last visit to the SSI page ended, read again whenever it changes; undefined when it gave a reading or is not known. */
function usePageState(first: PageState | undefined): PageState | undefined {
  const [state, setState] = useState(first);
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
