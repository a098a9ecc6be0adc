import { useMemo } from 'preact/hooks';
import { openPanel } from '../../platform/browser-differences';
import { openSsiPage } from '../../platform/ssi-page';
import { putOffTip, takeTip } from '../../store/write/answer-tip';
import { ChangeLine } from '../../ui/change-line';
import { Icon } from '../../ui/icon';
import { PillarKey } from '../../ui/pillar-key';
import { Ring } from '../../ui/ring';
import { pillarName } from '../../words/pillar-name';
import { dropChoice, keepChoice } from '../commands';
import type { ScorecardData } from '../load-scorecard';
import { newGoal } from '../page-part';
import type { TipView } from '../../words/tip-view';
import { overviewView } from './overview-view';
import type { Surroundings } from '../../words/surroundings';
import { useRun } from '../toast';
import { useMarkDone } from '../use-mark-done';

export interface OverviewCardProps {
  readonly data: ScorecardData;
  /** LinkedIn has ended the member's access: no new reading is asked for, or promised. */
  readonly ended: boolean;
  /** Days were lost and can be brought back, which comes first. */
  readonly isLost?: boolean;
  readonly around: Surroundings;
}

/** How much, which way, towards what, and what to do. */
export function OverviewCard({ data, ended, isLost = false, around }: OverviewCardProps) {
  const { say, language } = around;
  const view = useMemo(() => overviewView(data, around, ended), [data, ended, around]);
  if (!view) {
    return (
      <section id="overview" class="card overview is-empty" aria-labelledby="overview-heading">
        <Ring size={162} thickness={16} />
        <h2 id="overview-heading" class="card-title">
          {say(ended ? 'popup_access_ended_title' : 'popup_empty_title')}
        </h2>
        {!ended && <p class="quiet">{say('popup_empty')}</p>}
        <button
          type="button"
          class={`button button-large ${isLost ? 'button-secondary' : 'button-primary'}`}
          onClick={() => void openSsiPage({ again: true })}
        >
          {say(ended ? 'popup_look_again' : 'popup_open_ssi_page')}
          <Icon name="open" />
        </button>
        <p class="with-key hint">
          <Icon name="lock" size={12} />
          {say('popup_stays_here')}
        </p>
      </section>
    );
  }
  const { change, note, outlook, goal, ranks, tip, stale } = view;
  return (
    <section id="overview" class="card overview" aria-label={say('scorecard_overview')}>
      <div class="overview-score">
        <Ring size={162} thickness={16} scores={view.scores} total={view.total} caption={view.caption} />
        {change && <ChangeLine change={change} language={language} class="overview-change" />}
        {note !== undefined && <p class="quiet">{note}</p>}
        {outlook !== undefined && <p class="quiet">{outlook}</p>}
      </div>
      {(goal ?? view.canGrow) && (
        <div class="overview-goal">
          {goal ? (
            <>
              <p>
                <strong>{goal.lead}</strong> <span class="quiet">{goal.text}</span>
              </p>
              <div class="bar" aria-hidden="true">
                <div class="bar-part" style={{ inlineSize: `${goal.part * 100}%` }} />
              </div>
              {goal.reached && view.canGrow && (
                <a class="button button-secondary" href={`#${newGoal}`}>
                  <Icon name="flag" />
                  {say('goal_next')}
                </a>
              )}
            </>
          ) : (
            <a class="button button-secondary" href={`#${newGoal}`}>
              <Icon name="flag" />
              {say('goal_set')}
            </a>
          )}
        </div>
      )}
      {ranks.length > 0 && (
        <dl class="overview-ranks">
          {ranks.map(({ value, caption }) => (
            <div key={caption}>
              <dd>{value}</dd>
              <dt>{caption}</dt>
            </div>
          ))}
        </dl>
      )}
      {stale && !ended && (
        <div class="inset overview-tip">
          <p>{say('popup_stale')}</p>
          <button type="button" class="button button-primary" onClick={() => void openSsiPage({ again: true })}>
            {say('popup_open_ssi_page')}
            <Icon name="open" />
          </button>
        </div>
      )}
      {tip && <Tip tip={tip} data={data} around={around} />}
    </section>
  );
}

interface TipProps extends Omit<OverviewCardProps, 'ended' | 'isLost'> {
  readonly tip: TipView;
}

function Tip({ tip, data, around }: TipProps) {
  const { say, today } = around;
  const run = useRun();
  const { member } = data;
  const markDone = useMarkDone(member?.id, around);

  function dismiss(): void {
    if (!member) return;
    const choice = { member: member.id, tip: tip.id };
    void run(keepChoice({ ...choice, choice: 'dismissed' }), {
      text: say('tip_card_dismissed'),
      undo: tip.taken ? () => takeTip(tip.id, member.id, tip.ticked) : dropChoice(choice),
    });
  }

  function openBeside(): void {
    void openPanel();
    if (member) void run(() => takeTip(tip.id, member.id, tip.ticked));
  }

  return (
    <div class="inset overview-tip" role="region" aria-label={say('tip_card_label')}>
      <p class="overview-tip-head">
        <span class="with-key">
          <PillarKey pillar={tip.pillar} />
          {tip.weakest ? say('scorecard_weakest', pillarName(tip.pillar, say)) : tip.heading}
        </span>
        <span class="with-key">
          <Icon name="clock" size={12} />
          {tip.minutes}
        </span>
      </p>
      <h2 class="overview-tip-title">{tip.title}</h2>
      <p class="quiet overview-tip-why">{tip.why}</p>
      <div class="buttons">
        <a class="button button-primary" href={tip.address} target="_blank" rel="noreferrer" onClick={openBeside}>
          <Icon name="panel" />
          {say('tip_card_open_beside')}
        </a>
        <button type="button" class="button button-secondary" onClick={() => markDone(tip)}>
          <Icon name="check" />
          {say('tip_card_done')}
        </button>
        <span class="overview-tip-more">
          {tip.hasOther && (
            <button
              type="button"
              class="button button-ghost"
              onClick={() => member && void run(() => putOffTip(tip, member.id, today))}
            >
              {say('tip_card_another')}
            </button>
          )}
        </span>
        <button
          type="button"
          class="button-icon overview-tip-away"
          aria-label={say('tip_card_not_for_me')}
          title={say('tip_card_not_for_me')}
          onClick={dismiss}
        >
          <Icon name="not-for-me" />
        </button>
      </div>
    </div>
  );
}
