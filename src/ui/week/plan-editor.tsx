import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { minutesOf, minutesOver, proposePlan, tipsToPlan } from '../../core/advice/propose-plan';
import { planSteps } from '../../core/advice/week-plan';
import type { Plan } from '../../core/rows/plan';
import { planMinutes, type PlanMinutes } from '../../core/rows/plan-minutes';
import { pillars, type Pillar } from '../../core/score/pillar';
import { formatWhole } from '../../words/format-number';
import { pillarName } from '../../words/pillar-name';
import type { Surroundings } from '../../words/surroundings';
import { Icon } from '../icon';
import { PillarKey } from '../pillar-key';
import { tipTitle } from './plan-view';
import type { ChosenPlan, WeekData } from './week-data';

export interface PlanEditorProps {
  readonly data: WeekData;
  readonly around: Surroundings;
  /** The week it is for, and from when on it counts. */
  readonly week: Pick<Plan, 'week' | 'from'>;
  /** The plan that is changed; absent for a new one. */
  readonly plan: Plan | undefined;
  /** How much time, to begin with. */
  readonly minutes: PlanMinutes;
  readonly onKeep: (plan: ChosenPlan) => void;
  readonly onCancel: () => void;
}

/** How much time, for which pillars, and what comes of it. What is done already stays. */
export function PlanEditor({ data, around, week, plan, onKeep, onCancel, ...first }: PlanEditorProps) {
  const { say, language, today } = around;
  const [minutes, setMinutes] = useState(first.minutes);
  // Until the member says which, those that need it most.
  const [wanted, setWanted] = useState(() => plan && pillars.filter((pillar) => plan.tips[pillar] !== undefined));
  const [isChosen, setIsChosen] = useState(plan?.cares !== undefined);
  const [chosen, setChosen] = useState<Plan['tips']>(plan?.tips ?? {});
  const done = useMemo((): Plan['tips'] => {
    const steps = plan ? planSteps(plan, data.actions).filter((step) => step.done) : [];
    return Object.fromEntries(steps.map(({ pillar, tip }) => [pillar, tip]));
  }, [plan, data.actions]);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);

  const question = { ...data, today, week: week.week };
  const proposed = proposePlan(question, { minutes, pillars: wanted, keep: { ...chosen, ...done } });
  const { tips, exhausted } = proposed;
  const on = wanted ?? pillars.filter((pillar) => tips[pillar] !== undefined);
  const planned = pillars.filter((pillar) => tips[pillar] !== undefined);

  function toggle(pillar: Pillar): void {
    const { [pillar]: _, ...others } = chosen;
    setChosen(others);
    setWanted(pillars.filter((one) => (one === pillar) !== on.includes(one)));
    setIsChosen(true);
  }

  /** What else of a pillar would fit beside the rest of the plan, after the one that is planned. */
  function othersOf(pillar: Pillar): readonly string[] {
    const rest = planned.reduce((sum, one) => sum + (one === pillar ? 0 : minutesOf(tips[one])), 0);
    const fitting = tipsToPlan(question, pillar)
      .filter((tip) => tip.minutes <= minutes + minutesOver - rest)
      .map(({ id }) => id);
    const place = fitting.indexOf(tips[pillar] ?? '') + 1;
    return [...fitting.slice(place), ...fitting.slice(0, Math.max(0, place - 1))];
  }

  function keep(event: Event): void {
    event.preventDefault();
    const cares = Object.fromEntries(on.map((pillar) => [pillar, true])) as NonNullable<Plan['cares']>;
    const { from } = week;
    onKeep({ week: week.week, ...(from !== undefined && { from }), minutes, tips, ...(isChosen && { cares }) });
  }

  return (
    <form ref={form} class="plan-form" onSubmit={keep}>
      <fieldset>
        <legend>{say('plan_time')}</legend>
        <div class="segments">
          {planMinutes.map((choice) => (
            <label key={choice} class="plan-segment">
              <input
                type="radio"
                name="plan-minutes"
                class="visually-hidden"
                checked={choice === minutes}
                onChange={() => {
                  setMinutes(choice);
                  setChosen({});
                  if (!isChosen) setWanted(undefined);
                }}
              />
              <span>{say('tip_minutes', formatWhole(choice, language))}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{say('plan_pillars')}</legend>
        <div class="week-buttons">
          {pillars.map((pillar) => (
            <button
              key={pillar}
              type="button"
              class="plan-toggle"
              aria-pressed={on.includes(pillar)}
              disabled={exhausted.includes(pillar) || done[pillar] !== undefined}
              onClick={() => toggle(pillar)}
            >
              <PillarKey pillar={on.includes(pillar) ? pillar : undefined} />
              {pillarName(pillar, say)}
            </button>
          ))}
        </div>
        {exhausted.map((pillar) => (
          <p key={pillar} class="week-note">
            {say('plan_nothing_left', pillarName(pillar, say))}
          </p>
        ))}
      </fieldset>
      <ul aria-live="polite">
        {planned.map((pillar) => {
          const [other] = done[pillar] === undefined ? othersOf(pillar) : [];
          return (
            <li key={pillar} class="plan-row">
              <PillarKey pillar={pillar} />
              <span class="plan-row-text">
                <span class="plan-row-title">{tipTitle(tips[pillar] ?? '', around)}</span>
                <span class="plan-row-detail">
                  {say('tip_minutes', formatWhole(minutesOf(tips[pillar]), language))}
                </span>
              </span>
              {other !== undefined && (
                <button
                  type="button"
                  class="button-icon"
                  aria-label={say('plan_another', pillarName(pillar, say))}
                  title={say('tip_card_another')}
                  onClick={() => setChosen({ ...tips, [pillar]: other })}
                >
                  <Icon name="again" />
                </button>
              )}
            </li>
          );
        })}
      </ul>
      <div class="week-buttons">
        {planned.length > 0 && (
          <button type="submit" class="button button-primary button-large">
            {say('plan_use')}
          </button>
        )}
        <button type="button" class="button button-ghost button-large" onClick={onCancel}>
          {say('scorecard_cancel')}
        </button>
      </div>
    </form>
  );
}
