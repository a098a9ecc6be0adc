import { useCallback, useEffect, useState } from 'preact/hooks';
import { isExportDue } from '../../core/reminder/export-reminder';
import { localDayAt } from '../../core/score/local-day';
import type { Member } from '../../core/rows/member';
import { unknownMember } from '../../core/score/reading';
import type { Result } from '../../core/result';
import { browserLanguage } from '../../platform/i18n';
import { onChange } from '../../store/changes';
import { askToPersist } from '../../store/write/persistence';
import { formatDay, formatWeekday } from '../../words/format-day';
import { formatWhole } from '../../words/format-number';
import { Icon } from '../../ui/icon';
import { CardIcon } from '../card-icon';
import { AddDay } from '../history/add-day';
import { Card } from '../card';
import { answerEarlier, answerWhose, restore, saveBackup, saveCsv, undo } from './data-commands';
import { DeleteDialog } from './delete-dialog';
import { formatBytes } from '../../words/format-bytes';
import { FileCopy } from './file-copy';
import { ImportPanel } from './import-panel';
import { InStep, useSyncStatus } from './in-step';
import { loadDataFacts, type DataFacts } from './load-data-facts';
import { MemberList } from './member-list';
import { OnePlaceNotice } from './one-place-notice';
import type { ScorecardData } from '../load-scorecard';
import { firstDayOf } from '../../core/score/history';
import { memberName } from '../member-name';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';
import { useChange } from '../use-change';

export interface DataCardProps {
  readonly data: ScorecardData;
  readonly around: Surroundings;
}

/** What is kept, and everything that can be done with it: take it away, bring it in, sort it, delete it. */
export function DataCard({ data, around }: DataCardProps) {
  const { say, today, language, timeZone } = around;
  const run = useRun();
  const change = useChange();
  const facts = useDataFacts();
  const sync = useSyncStatus();
  const [mayBeCleared, setMayBeCleared] = useState(false);
  const [deleting, setDeleting] = useState<Member | 'everything'>();
  const first = firstDayOf(data);
  const { member } = data;
  const exported = { text: say('data_exported') };
  const hasHistory = first !== undefined;
  const firstReadAt = (data.history[0] ?? data.totals[0])?.readAt;
  useEffect(() => {
    // Firefox asks the member, so only once there is something to keep.
    if (hasHistory) void askToPersist().then((asked) => setMayBeCleared(asked.ok && !asked.value));
  }, [hasHistory]);

  const known = facts?.ok ? facts.value : undefined;
  const due = known && isExportDue(known.lastExport, firstReadAt, Date.now());
  const dayOf = (instant: number) => formatDay(localDayAt(instant, timeZone), today, language);

  return (
    <Card
      id="data"
      title={say('data_title')}
      {...(first !== undefined && {
        aside: (
          <span>
            {sayCount(
              around,
              'data_readings',
              data.history.length + data.totals.length,
              formatDay(first, today, language),
            )}
          </span>
        ),
      })}
    >
      {known?.health.state === 'lost-days' && (
        <Notice
          icon="warning"
          title={say('data_lost_title')}
          text={sayCount(around, 'data_lost', known.health.lostDays, dayOf(known.health.copy.madeAt))}
        >
          <button
            type="button"
            class="button button-primary"
            onClick={() => void change(restore, say('data_restored'))}
          >
            {say('data_restore')}
          </button>
        </Notice>
      )}
      {known?.keptAside && (
        <Notice
          icon="person"
          title={say('popup_whose_title')}
          text={say(
            'data_whose',
            formatWeekday(known.keptAside.day, today, language),
            formatWhole(known.keptAside.shownTotal, language),
          )}
        >
          {(['mine', 'someone-else'] as const).map((whose) => (
            <button
              key={whose}
              type="button"
              class="button button-secondary"
              onClick={() => {
                if (known.keptAside) void change(answerWhose(known.keptAside, whose), say('data_answered'));
              }}
            >
              {say(whose === 'mine' ? 'popup_whose_mine' : 'popup_whose_other')}
            </button>
          ))}
        </Notice>
      )}
      {known?.unknown && (
        <Notice
          icon="person"
          title={say('popup_earlier_title')}
          text={say(
            'data_earlier',
            formatDay(known.unknown.from, today, language),
            formatDay(known.unknown.to, today, language),
          )}
        >
          {known.unknown.candidates.map((candidate) => (
            <button
              key={candidate.id}
              type="button"
              class="button button-secondary"
              onClick={() => void change(answerEarlier(candidate.id), say('data_answered'))}
            >
              {say('data_earlier_yes', memberName(candidate, data.members, around))}
            </button>
          ))}
          <button
            type="button"
            class="button button-secondary"
            onClick={() => void change(answerEarlier(unknownMember), say('data_answered'))}
          >
            {say('data_earlier_no')}
          </button>
        </Notice>
      )}
      {due && (
        <Notice
          icon="clock"
          title={say('data_export_due_title')}
          text={
            known.lastExport === undefined ? say('data_export_never') : say('data_export_old', dayOf(known.lastExport))
          }
        />
      )}
      <OnePlaceNotice readings={data.history.length} say={say} />
      {sync && known && (
        <InStep status={sync} kept={keptWords(known, around).join(say('list_comma'))} around={around} />
      )}
      <FileCopy around={around} />
      <div class="data-buttons">
        <button
          type="button"
          class="button button-secondary button-large"
          disabled={!member}
          onClick={() => {
            if (member) void run(saveCsv(member.id, today, { language: browserLanguage() }), exported);
          }}
        >
          <CardIcon name="export" />
          {say('data_export_csv')}
        </button>
        <button
          type="button"
          class="button button-secondary button-large"
          disabled={!member}
          onClick={() => void run(saveBackup(today), exported)}
        >
          <CardIcon name="export" />
          {say('data_export_json')}
        </button>
        {member && (
          <button type="button" class="link" onClick={() => void run(saveCsv(member.id, today, 'plain'), exported)}>
            {say('data_export_plain_csv')}
          </button>
        )}
      </div>
      <AddDay data={data} around={around} large />
      <ImportPanel around={around} member={member?.id} />
      <button type="button" class="button button-danger button-large" onClick={() => setDeleting('everything')}>
        <CardIcon name="trash" />
        {say('data_delete_everything')}
      </button>
      {known && known.members.length > 0 && (
        <MemberList facts={known} data={data} around={around} onChange={change} onDelete={setDeleting} />
      )}
      {known && (
        <dl class="facts">
          <div>
            <dt>{say('data_stored')}</dt>
            <dd>{storedWords(known, around)}</dd>
          </div>
          <div>
            <dt>{say('data_copy')}</dt>
            <dd>
              {known.copy
                ? sayCount(around, 'data_copy_of', known.copy.days, dayOf(known.copy.madeAt))
                : say('data_copy_none')}
            </dd>
          </div>
          {known.undoable && (
            <div>
              <dt>{say('data_last_change')}</dt>
              <dd>
                {say(`data_change_${known.undoable.kind.replaceAll('-', '_')}`, dayOf(known.undoable.at))}{' '}
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    if (known.undoable) void run(undo(known.undoable.id), { text: say('data_undone') });
                  }}
                >
                  {say('tip_card_undo')}
                </button>
              </dd>
            </div>
          )}
        </dl>
      )}
      {mayBeCleared && <p class="hint">{say('data_may_be_cleared')}</p>}
      <div class="inset data-promise">
        <Icon name="lock" />
        <div>
          <p class="strong">{say(sync?.on ? 'sync_promise_title' : 'popup_stays_here')}</p>
          <p class="quiet">{say(sync?.on ? 'sync_promise' : 'data_promise')}</p>
        </div>
      </div>
      {deleting !== undefined && known && (
        <DeleteDialog
          what={deleting}
          facts={known}
          data={data}
          isInStep={sync?.on ?? false}
          around={around}
          onClose={() => setDeleting(undefined)}
        />
      )}
    </Card>
  );
}

/** What is kept, read again after each change; undefined until the store has answered once. */
function useDataFacts(): Result<DataFacts> | undefined {
  const [facts, setFacts] = useState<Result<DataFacts>>();
  const load = useCallback(() => {
    let wanted = true;
    void loadDataFacts().then((loaded) => {
      if (wanted) setFacts(loaded);
    });
    return () => {
      wanted = false;
    };
  }, []);
  useEffect(load, [load]);
  useEffect(() => onChange(() => void load()), [load]);
  return facts;
}

function keptWords({ all }: DataFacts, around: Surroundings): string[] {
  return [
    sayCount(around, 'data_days', all.snapshots + all.totals),
    sayCount(around, 'data_actions', all.actions),
    sayCount(around, 'data_goals', all.goals),
  ];
}

function storedWords(facts: DataFacts, around: Surroundings): string {
  const { bytes } = facts;
  const size = bytes === undefined ? [] : [formatBytes(bytes, around.language)];
  return [...keptWords(facts, around), ...size].join(around.say('list_comma'));
}

interface NoticeProps {
  readonly icon: 'warning' | 'person' | 'clock';
  readonly title: string;
  readonly text: string;
  readonly children?: preact.ComponentChildren;
}

function Notice({ icon, title, text, children }: NoticeProps) {
  return (
    <div class="inset notice">
      <p class="with-key strong">
        <CardIcon name={icon} />
        {title}
      </p>
      <p class="quiet">{text}</p>
      {children !== undefined && <div class="buttons">{children}</div>}
    </div>
  );
}
