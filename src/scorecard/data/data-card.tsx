import { useEffect, useState } from 'preact/hooks';
import { isExportDue } from '../../core/reminder/export-reminder';
import { localDayAt } from '../../core/score/local-day';
import type { Member } from '../../core/rows/member';
import type { Result } from '../../core/result';
import { browserLanguage } from '../../platform/i18n';
import { askToPersist } from '../../store/write/persistence';
import { formatDay } from '../../words/format-day';
import { Icon } from '../../ui/icon';
import { CardIcon } from '../card-icon';
import { AddDay } from '../history/add-day';
import { Card } from '../card';
import { saveBackup, saveCsv, undo } from './data-commands';
import { DataNotice } from './data-notice';
import { DeleteDialog } from './delete-dialog';
import { formatBytes } from '../../words/format-bytes';
import { FileCopy } from './file-copy';
import { ImportPanel } from './import-panel';
import { InStep, useSyncStatus } from './in-step';
import type { DataFacts } from './load-data-facts';
import { MemberList } from './member-list';
import { OnePlaceNotice } from './one-place-notice';
import type { ScorecardData } from '../load-scorecard';
import { sayCount } from '../../words/say-count';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';
import { useChange } from '../use-change';

export interface DataCardProps {
  readonly data: ScorecardData;
  /** What is kept; undefined until the store has answered once. */
  readonly facts: Result<DataFacts> | undefined;
  readonly around: Surroundings;
}

/** What is kept, and everything that can be done with it: take it away, bring it in, sort it, delete it. */
export function DataCard({ data, facts, around }: DataCardProps) {
  const { say, today, language, timeZone } = around;
  const run = useRun();
  const change = useChange();
  const sync = useSyncStatus();
  const [mayBeCleared, setMayBeCleared] = useState(false);
  const [deleting, setDeleting] = useState<Member | 'everything'>();
  const first = data.firstDay;
  const { member } = data;
  const exported = { text: say('data_exported') };
  const hasHistory = first !== undefined;
  const firstReadAt = (data.history[0] ?? data.totals[0])?.readAt;
  useEffect(() => {
    // Firefox asks the member, so only once there is something to keep.
    if (hasHistory) void askToPersist().then((asked) => setMayBeCleared(asked.ok && !asked.value));
  }, [hasHistory]);

  const known = facts?.ok ? facts.value : undefined;
  const holdsAny = known !== undefined && Object.values(known.all).some((count) => count > 0);
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
      <div class="data-parts">
        <div class="data-part">
          {due && (
            <DataNotice
              icon="clock"
              title={say('data_export_due_title')}
              text={
                known.lastExport === undefined
                  ? say('data_export_never')
                  : say('data_export_old', dayOf(known.lastExport))
              }
            />
          )}
          <OnePlaceNotice readings={data.history.length} say={say} />
          {sync && known && (
            <InStep status={sync} kept={keptWords(known, around).join(say('list_comma'))} around={around} />
          )}
          <FileCopy around={around} />
          <div class="inset data-promise">
            <Icon name="lock" />
            <div>
              <p class="strong">{say(sync?.on ? 'sync_promise_title' : 'popup_stays_here')}</p>
              <p class="quiet">{say(sync?.on ? 'sync_promise' : 'data_promise')}</p>
            </div>
          </div>
        </div>
        <div class="data-part">
          {data.history.length + data.totals.length < 3 && (
            <div>
              <h3 class="small-title">{say('data_past_title')}</h3>
              <p class="quiet">{say('data_past_text')}</p>
            </div>
          )}
          <ImportPanel around={around} member={member?.id} />
          <a class="link" href="#people">
            {say('people_look')}
          </a>
          <AddDay data={data} around={around} large />
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
          {known && known.members.length > 0 && (
            <MemberList facts={known} data={data} around={around} onChange={change} onDelete={setDeleting} />
          )}
          {known && (holdsAny || known.undoable) && (
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
                    {say(
                      known.undoable.kind === 'import' && known.undoable.altered
                        ? 'data_change_import_altered'
                        : `data_change_${known.undoable.kind.replaceAll('-', '_')}`,
                      dayOf(known.undoable.at),
                    )}{' '}
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
          {holdsAny && (
            <button type="button" class="button button-danger button-large" onClick={() => setDeleting('everything')}>
              <CardIcon name="trash" />
              {say('data_delete_everything')}
            </button>
          )}
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
