import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { planOn, weekToPlan, type PlanStep } from '../../core/advice/week-plan';
import type { PlanMinutes } from '../../core/rows/plan-minutes';
import type { Surroundings } from '../../words/surroundings';
import { Icon } from '../icon';
import { PillarKey } from '../pillar-key';
import { PlanEditor } from './plan-editor';
import { planView, type PlanRowView } from './plan-view';
import type { ChosenPlan, WeekData } from './week-data';

export interface PlanSectionProps {
  readonly data: WeekData;
  readonly around: Surroundings;
  /** LinkedIn has ended the member's access: no reading is to come. */
  readonly ended: boolean;
  /** It is said elsewhere that the plan is done. */
  readonly isDoneSaid?: boolean;
  /** There is nothing else to do than to make a plan. */
  readonly isStep?: boolean;
  /** Id of the tip that the member is at. */
  readonly current?: string | undefined;
  /** The member has done an action, or has not after all. */
  readonly onTick: (step: PlanStep, done: boolean) => void;
  readonly onKeep: (plan: ChosenPlan) => void;
  /** Makes a tip the one the member is at; absent where there is no such place, and a row opens its page. */
  readonly onTake?: (tip: string) => void;
}

/** How much time a first plan takes, until the member says so. */
const usualMinutes: PlanMinutes = 30;

/** The week's plan: what the member chose to do, with ticks; or the question whether they want one. */
export function PlanSection({
  data,
  around,
  ended,
  isDoneSaid = false,
  isStep = false,
  current,
  onTick,
  onKeep,
  onTake,
}: PlanSectionProps) {
  const { say, today } = around;
  const plan = planOn(data.plans, today);
  const view = useMemo(
    () => plan && planView(plan, data.actions, { current, ended }, around),
    [plan, data.actions, current, ended, around],
  );
  const [edited, setEdited] = useState<PlanMinutes>();
  const heading = useRef<HTMLHeadingElement>(null);
  const wasEdited = useRef(false);
  useEffect(() => {
    // The form that had the focus is gone.
    if (wasEdited.current && edited === undefined) heading.current?.focus();
    wasEdited.current = edited !== undefined;
  }, [edited]);
  const id = useId();
  const isDone = view?.isDone === true && edited === undefined;
  return (
    <section class="plan" aria-labelledby={id}>
      <div class="week-head">
        <h2 id={id} ref={heading} class="card-title week-title" tabIndex={-1}>
          {isDone && isDoneSaid
            ? view.progress
            : say(isDone ? 'plan_week_done_title' : view || edited !== undefined ? 'plan_title' : 'plan_ask_title')}
        </h2>
        {view && !(isDone && isDoneSaid) && (
          <>
            <span class="quiet">{view.dates}</span>
            <span class="quiet week-end">{view.progress}</span>
          </>
        )}
        {!view && edited === undefined && (
          <button
            type="button"
            class={isStep ? 'button button-primary week-end' : 'link week-end'}
            onClick={() => setEdited(data.plans.at(-1)?.minutes ?? usualMinutes)}
          >
            {say('plan_make')}
          </button>
        )}
      </div>
      {edited !== undefined ? (
        <PlanEditor
          data={data}
          around={around}
          week={plan ?? weekToPlan(data.plans, today)}
          plan={plan}
          minutes={edited}
          onKeep={(kept) => {
            onKeep(kept);
            setEdited(undefined);
          }}
          onCancel={() => setEdited(undefined)}
        />
      ) : (
        plan &&
        view && (
          <>
            {view.isDone && !isDoneSaid && <p class="week-note">{view.doneText}</p>}
            <ul>
              {view.rows.map((row) => (
                <PlanRow
                  key={row.step.tip}
                  row={row}
                  isCurrent={row.step.tip === current && !row.step.done}
                  around={around}
                  onTick={onTick}
                  {...(onTake && { onTake })}
                />
              ))}
            </ul>
            <p class="week-foot">
              <span>{view.rests}</span>
              <button type="button" class="link" onClick={() => setEdited(plan.minutes)}>
                {say('plan_change')}
              </button>
            </p>
          </>
        )
      )}
    </section>
  );
}

interface PlanRowProps extends Pick<PlanSectionProps, 'around' | 'onTick' | 'onTake'> {
  readonly row: PlanRowView;
  readonly isCurrent: boolean;
}

function PlanRow({ row, isCurrent, around: { say }, onTick, onTake }: PlanRowProps) {
  const id = useId();
  const { step, title, pillar, detail, address } = row;
  const text = (
    <>
      <span class="plan-row-title">{title}</span>
      <span class="plan-row-detail">
        <PillarKey pillar={step.pillar} />
        {pillar}
        {detail !== '' && (
          <>
            <span aria-hidden="true">·</span>
            {detail}
          </>
        )}
      </span>
    </>
  );
  return (
    <li class={isCurrent ? 'plan-row is-current' : step.done ? 'plan-row is-done' : 'plan-row'}>
      <input
        id={id}
        type="checkbox"
        class="plan-tick"
        checked={step.done !== undefined}
        aria-label={title}
        onChange={(event) => onTick(step, event.currentTarget.checked)}
      />
      {onTake ? (
        <button
          type="button"
          class="plan-row-text"
          aria-current={isCurrent ? 'true' : undefined}
          onClick={() => onTake(step.tip)}
        >
          {text}
        </button>
      ) : (
        <label class="plan-row-text" for={id}>
          {text}
        </label>
      )}
      {!onTake && address !== undefined && !step.done && (
        <a
          class="button-icon"
          href={address}
          target="_blank"
          rel="noreferrer"
          aria-label={`${say('tip_card_open')}: ${title}`}
          title={say('tip_card_open')}
        >
          <Icon name="open" />
        </a>
      )}
    </li>
  );
}
