import { useMemo } from 'preact/hooks';
import { openSsiPage } from '../../platform/ssi-page';
import { isNewlyReached } from '../../store/write/praised-goal';
import { ChangeLine } from '../../ui/change-line';
import { Icon } from '../../ui/icon';
import { Ring } from '../../ui/ring';
import { useGoalAsked } from '../../ui/use-goal-asked';
import type { ScorecardData } from '../load-scorecard';
import { NextStep } from './next-step';
import { OverviewGoal } from './overview-goal';
import { overviewView } from './overview-view';
import type { Surroundings } from '../../words/surroundings';

export interface OverviewCardProps {
  readonly data: ScorecardData;
  /** LinkedIn has ended the member's access: no new reading is asked for, or promised, and what to do stands with the plan. */
  readonly ended: boolean;
  /** Something at the top of the page has the one primary button. */
  readonly isSecond?: boolean;
  /** Whether the goals have a card of their own. */
  readonly hasGoals?: boolean;
  readonly around: Surroundings;
}

/** How much, which way, towards what, and what to do. */
export function OverviewCard({ data, ended, isSecond = false, hasGoals = false, around }: OverviewCardProps) {
  const { say, today, language } = around;
  const { recent, totals, firstDay, actions, choices, salesNavigator, goals, plans, checks } = data;
  const view = useMemo(
    () =>
      overviewView(
        { history: recent, totals, firstDay, actions, choices, salesNavigator, goals, plans, checks },
        around,
      ),
    [recent, totals, firstDay, actions, choices, salesNavigator, goals, plans, checks, around],
  );
  const row = useGoalAsked(view?.goal, today, isNewlyReached);
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
          class={`button button-large ${isSecond || ended ? 'button-secondary' : 'button-primary'}`}
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
  const { change, note, outlook, ranks, stale } = view;
  const isStep = !isSecond && !row.open;
  return (
    <section id="overview" class="card overview" aria-label={say('scorecard_overview')}>
      <div class="overview-score">
        <Ring size={162} thickness={16} scores={view.scores} total={view.total} caption={view.caption} />
        {change && <ChangeLine change={change} language={language} class="overview-change" />}
        {note !== undefined && <p class="quiet">{note}</p>}
        {outlook !== undefined && <p class="quiet">{outlook}</p>}
      </div>
      {(view.goal ?? view.canGrow) && <OverviewGoal {...{ view, row, data, around }} isOnly={!hasGoals} />}
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
          <button
            type="button"
            class={`button ${isStep ? 'button-primary' : 'button-secondary'}`}
            onClick={() => void openSsiPage({ again: true })}
          >
            {say('popup_open_ssi_page')}
            <Icon name="open" />
          </button>
        </div>
      )}
      {!ended && <NextStep step={view} data={data} around={around} isStep={isStep && !stale} />}
    </section>
  );
}
