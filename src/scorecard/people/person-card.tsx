import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Action } from '../../core/rows/action';
import { browserLanguage } from '../../platform/i18n';
import type { PersonProfile } from '../../store/read/people';
import { Change } from '../../ui/change';
import { Chart } from '../../ui/chart/chart';
import { Icon } from '../../ui/icon';
import { PillarKey } from '../../ui/pillar-key';
import { Ring } from '../../ui/ring';
import { formatSpan } from '../../words/format-number';
import type { Surroundings } from '../../words/surroundings';
import { CardIcon } from '../card-icon';
import { rename, saveCsv } from '../data/data-commands';
import { useRun } from '../toast';
import { erasePerson, loadActions } from './people-commands';
import { doneLately, personChart, personView } from './person-view';

interface PersonCardProps {
  readonly person: PersonProfile;
  readonly around: Surroundings;
  readonly mirrored: boolean;
  /** The member has opened it: the focus goes to its heading. */
  readonly takesFocus: boolean;
  readonly onBack: () => void;
  readonly onWhole: () => void;
  readonly onNewerFile: () => void;
  readonly onDeleted: () => void;
}

/** Width of the chart that is expected, in CSS pixels: of 480 the card's padding is off. */
const chartWidth = 438;

/** After deleting, so long can it be taken back, in milliseconds. */
const undoFor = 20_000;

/** One person: where they stand, what to talk about, what they did. */
export function PersonCard({ person, around, mirrored, takesFocus, ...does }: PersonCardProps) {
  const { say, today, language } = around;
  const { member } = person;
  const run = useRun();
  const view = useMemo(() => personView(person, around), [person, around]);
  const actions = useActions(person);
  const done = actions && doneLately(actions, around);
  const [more, setMore] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);

  async function erase(): Promise<void> {
    const { erase: command, undo } = erasePerson(member.id);
    const toast = { text: say('people_deleted', view.name), undo, takesFocus: true, staysFor: undoFor };
    if (await run(command, toast)) does.onDeleted();
  }

  return (
    <section class="card person" aria-labelledby="person-heading">
      <div class="person-ways">
        <button type="button" class="button button-ghost person-back" onClick={does.onBack}>
          <Icon name="back" />
          {say('people_all')}
        </button>
        <button type="button" class="button button-ghost" aria-expanded={more} onClick={() => setMore(!more)}>
          {say('people_more')}
          <Icon name="down" />
        </button>
      </div>
      {more && (
        <div class="inset person-more">
          <label class="field">
            <span>{say('people_name')}</span>
            <input
              class="input"
              maxLength={60}
              value={member.name ?? ''}
              onChange={(event) => {
                const [before, next] = [member.name ?? '', event.currentTarget.value.trim()];
                if (next === '') event.currentTarget.value = before;
                else if (next !== before) {
                  void run(rename(member.id, next), { text: say('data_named'), undo: rename(member.id, before) });
                }
              }}
            />
          </label>
          <div class="buttons">
            <button
              type="button"
              class="button button-secondary"
              onClick={() =>
                void run(saveCsv(member.id, today, { language: browserLanguage() }), { text: say('data_exported') })
              }
            >
              <CardIcon name="export" />
              {say('data_export_csv')}
            </button>
            <button type="button" class="button button-danger" onClick={() => void erase()}>
              <CardIcon name="trash" />
              {say('scorecard_delete')}
            </button>
          </div>
        </div>
      )}
      <div class="person-head">
        <Ring size={84} thickness={8} scores={view.scores} total={view.total} />
        <div>
          <h2 id="person-heading" ref={heading} tabIndex={-1} class="person-name">
            <bdi>{view.name}</bdi>
          </h2>
          <p class="quiet">{view.readings}</p>
          <p class="person-changes">
            {view.changes.map(({ words, ...change }) => (
              <span key={words}>
                <Change {...change} language={language} /> <span class="quiet">{words}</span>
              </span>
            ))}
          </p>
        </div>
      </div>
      <PersonChart person={person} around={around} mirrored={mirrored} />
      {view.pillars.length > 0 && (
        <table class="person-pillars">
          <thead>
            <tr>
              <th scope="col" colSpan={3}>
                {say('people_pillars')}
              </th>
              <th scope="col">{formatSpan(4, 'week', language)}</th>
            </tr>
          </thead>
          <tbody>
            {view.pillars.map(({ pillar, name, value, part, change }) => (
              <tr key={pillar}>
                <th scope="row">
                  <span class="with-key">
                    <PillarKey pillar={pillar} />
                    {name}
                  </span>
                </th>
                <td class="person-bar">
                  <div class="bar" aria-hidden="true">
                    <div class="bar-part" style={{ inlineSize: `${part * 100}%`, background: `var(--p-${pillar})` }} />
                  </div>
                </td>
                <td class="strong">{value}</td>
                <td>{change && <Change {...change} language={language} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.talk.length > 0 && (
        <div class="person-part">
          <h3 class="small-title">{say('people_talk')}</h3>
          <dl>
            {view.talk.map(({ kind, text }) => (
              <div key={kind}>
                <dt>{say(`people_talk_${kind}`)}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {done && done.length > 0 && (
        <div class="person-part person-done">
          <h3 class="small-title">{say('people_done')}</h3>
          <dl>
            {done.map(({ id, day, pillar, text }) => (
              <div key={id}>
                <dt>{day}</dt>
                <dd class="with-key">
                  {pillar && <PillarKey pillar={pillar} />}
                  <bdi>{text}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      <div class="buttons">
        <button type="button" class="button button-primary button-large" onClick={does.onWhole}>
          {say('popup_open_scorecard')}
        </button>
        <button type="button" class="button button-secondary button-large" onClick={does.onNewerFile}>
          <CardIcon name="import" />
          {say('people_newer')}
        </button>
        <span class="quiet">{view.file}</span>
      </div>
    </section>
  );
}

/** What they did, read only now; undefined until it is. Not to know of it is no reason to hide the rest. */
function useActions(person: PersonProfile): readonly Action[] | undefined {
  const [actions, setActions] = useState<readonly Action[]>();
  useEffect(() => {
    let wanted = true;
    void loadActions(person.member.id).then((loaded) => {
      if (wanted) setActions(loaded.ok ? loaded.value : []);
    });
    return () => {
      wanted = false;
    };
  }, [person]);
  return actions;
}

function PersonChart({ person, around, mirrored }: Pick<PersonCardProps, 'person' | 'around' | 'mirrored'>) {
  const { say } = around;
  const [cursor, setCursor] = useState<number>();
  const chart = useMemo(() => personChart(person, around), [person, around]);
  const panes = useMemo(() => (chart ? [chart.pane] : []), [chart]);
  if (!chart) return <p class="hint">{say('chart_first')}</p>;
  return (
    <div class="person-chart">
      <p class="hint">{cursor === undefined ? chart.caption : chart.describe(cursor)}</p>
      <Chart
        label={say('chart_label_total')}
        help={say('chart_keys')}
        panes={panes}
        stretch={chart.stretch}
        rescalings={noDays}
        waitingFrom={chart.waitingFrom}
        cursor={cursor}
        onCursor={setCursor}
        describe={chart.describe}
        overlay={() => null}
        named={false}
        around={around}
        mirrored={mirrored}
        width={chartWidth}
      />
    </div>
  );
}

const noDays: readonly number[] = [];
