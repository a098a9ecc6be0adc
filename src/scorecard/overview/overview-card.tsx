import { useMemo, useState } from 'preact/hooks';
import { openSsiPage } from '../../platform/ssi-page';
import { isNewlyReached } from '../../store/write/praised-goal';
import { ChangeLine } from '../../ui/change-line';
import { Icon } from '../../ui/icon';
import { Ring } from '../../ui/ring';
import { useGoalAsked } from '../../ui/use-goal-asked';
import { WeekDone } from '../../ui/week/week-done';
import { tipView } from '../../words/tip-view';
import type { ScorecardData } from '../load-scorecard';
import { useKeepPlan } from '../week/use-keep-plan';
import { OverviewGoal } from './overview-goal';
import { OverviewTip } from './overview-tip';
import { overviewView } from './overview-view';
import type { Surroundings } from '../../words/surroundings';

export interface OverviewCardProps {
  readonly data: ScorecardData;
  /** LinkedIn has ended the member's access: no new reading is asked for, or promised. */
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
  const view = useMemo(() => overviewView(data, around, ended), [data, ended, around]);
  const row = useGoalAsked(view?.goal, today, isNewlyReached);
  /** The member wants one more: how many actions there were then. With the next the week is as done as before. */
  const [moreAfter, setMoreAfter] = useState<number>();
  const keep = useKeepPlan(data, around);
  if (!view) {
    // Without a score what was planned goes on; that and why there is none stands above.
    const planned = ended ? tipView(data, around) : undefined;
    if (planned) {
      return (
        <section id="overview" class="card overview" aria-label={say('scorecard_overview')}>
          <OverviewTip tip={planned} data={data} around={around} isStep={!isSecond} />
        </section>
      );
    }
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
  const { change, note, outlook, ranks, tip, done, stale } = view;
  const asksForReading = stale && !ended;
  const isStep = !isSecond && !row.isStep;
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
      {asksForReading && (
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
      {done && moreAfter !== data.actions.length ? (
        <div class="inset overview-tip">
          <WeekDone
            done={done}
            around={around}
            isStep={isStep}
            onWeek={showWeek}
            onMore={tip && (() => setMoreAfter(data.actions.length))}
            onKeep={keep}
          />
        </div>
      ) : (
        tip && <OverviewTip tip={tip} data={data} around={around} isStep={isStep && !asksForReading} />
      )}
    </section>
  );
}

/** The review of the week, or in the first one what is known so far. */
function showWeek(): void {
  const week = document.getElementById('review') ?? document.getElementById('history');
  week?.scrollIntoView();
  week?.querySelector<HTMLElement>('.card-title')?.focus({ preventScroll: true });
}
