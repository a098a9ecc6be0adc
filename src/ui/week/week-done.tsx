import { useId } from 'preact/hooks';
import type { Surroundings } from '../../words/surroundings';
import { Icon } from '../icon';
import { PillarKey } from '../pillar-key';
import type { DoneView } from './done-view';
import type { ChosenPlan } from './week-data';

export interface WeekDoneProps {
  readonly done: DoneView;
  readonly around: Surroundings;
  /** It has the one primary button. */
  readonly isStep?: boolean;
  /** The member wants to see what the week brought. */
  readonly onWeek: () => void;
  /** The member wants to do more; absent where nothing is left. */
  readonly onMore: (() => void) | undefined;
  /** The member takes what is proposed for the next week. */
  readonly onKeep: (plan: ChosenPlan) => void;
}

/** All of the week's plan is done: that is enough. Near the week's end the one thing to do is to say what the next may bring. */
export function WeekDone({ done, around: { say }, isStep = true, onWeek, onMore, onKeep }: WeekDoneProps) {
  const { text, next } = done;
  const id = useId();
  const first = `button ${isStep ? 'button-primary' : 'button-secondary'}`;
  return (
    <section class="week-done" aria-labelledby={id}>
      <span class="week-done-mark">
        <Icon name="check" size={20} />
      </span>
      <div class="week-done-words">
        <h2 id={id} class="week-done-title" tabIndex={-1}>
          {say('plan_week_done_title')}
        </h2>
        <p class="week-note">{text}</p>
        {next && (
          <>
            <h3 class="week-part">{say('plan_next_week')}</h3>
            <ul>
              {next.rows.map(({ pillar, title, minutes }) => (
                <li key={pillar} class="review-row">
                  <PillarKey pillar={pillar} />
                  <span class="review-row-title">{title}</span>
                  <span class="quiet">{minutes}</span>
                </li>
              ))}
            </ul>
            <p class="week-note">{say(next.isKept ? 'plan_stands' : 'plan_first_idea')}</p>
          </>
        )}
        <div class="week-buttons">
          {next && !next.isKept ? (
            <button type="button" class={first} onClick={() => onKeep(next.plan)}>
              {say('plan_use')}
            </button>
          ) : (
            <button type="button" class={first} onClick={onWeek}>
              {say('panel_see_week')}
            </button>
          )}
          {onMore && (
            <button type="button" class="button button-ghost" onClick={onMore}>
              {say('panel_more')}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
