import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { shown } from '../../core/meaning/change';
import { goalChoices } from '../../core/meaning/goal-choices';
import { wantedGoal, type WantedGoal } from '../../core/meaning/wanted-goal';
import type { Goal } from '../../core/rows/goal';
import { latestReading, valueOf, type Measure } from '../../core/score/history';
import { addDays } from '../../core/score/local-day';
import { pillarMaximum, pillars, totalMaximum } from '../../core/score/pillar';
import { formatScore, formatTarget, formatWhole } from '../../words/format-number';
import { Icon } from '../../ui/icon';
import { IconButton } from '../icon-button';
import { PillarKey } from '../../ui/pillar-key';
import { pillarName } from '../../words/pillar-name';
import { AddButton } from '../add-button';
import { Card } from '../card';
import { dropGoal, keepGoal } from '../commands';
import { goalsView, smallGoal, type GoalView } from './goals-view';
import type { ScorecardData } from '../load-scorecard';
import { EntryForm } from '../entry-form';
import { Field } from '../field';
import type { Surroundings } from '../../words/surroundings';
import { newGoal } from '../page-part';
import { useRun } from '../toast';
import { useFragment } from '../use-part';

/** What the member wants to reach, and when that may be. */
export function GoalsCard({ data, around }: { readonly data: ScorecardData; readonly around: Surroundings }) {
  const { say, today, language } = around;
  const id = useId();
  const run = useRun();
  const [asked, leave] = useFragment(newGoal);
  const [form, setForm] = useState<'new' | Goal>();
  useLayoutEffect(() => {
    if (asked) setForm('new');
  }, [asked]);
  const button = useRef<HTMLButtonElement>(null);
  const views = useMemo(() => goalsView(data.history, data.goals, around), [data.history, data.goals, around]);
  const { member } = data;
  const latest = latestReading(data.history, today);
  const small = useMemo(() => smallGoal(data.history, data.goals, today), [data.history, data.goals, today]);
  const canGrow = latest !== undefined && shown(latest.total) < totalMaximum;

  async function keep(wanted: WantedGoal): Promise<void> {
    if (!member || !latest) return;
    const changed = typeof form === 'object' ? form : undefined;
    const begins = { from: valueOf(latest, wanted.of), setOn: today };
    const goal = wantedGoal(changed ?? { id: crypto.randomUUID(), member: member.id }, wanted, begins);
    const kept = await run(keepGoal(goal), {
      text: changed ? say('goals_changed') : say('goals_added'),
      undo: changed ? keepGoal(changed) : dropGoal(goal),
    });
    if (kept) close();
  }

  function close(): void {
    leave();
    setForm(undefined);
    button.current?.focus();
  }

  return (
    <Card
      id="goals"
      title={say('goals_title')}
      aside={
        canGrow && (
          <AddButton
            name={say('goals_add')}
            open={form === 'new'}
            onToggle={() => setForm(form === 'new' ? undefined : 'new')}
            button={button}
          />
        )
      }
    >
      {form === 'new' && canGrow && (
        <GoalForm
          around={around}
          wanted={{ of: 'total', target: goalChoices(latest.total).proposed, by: '' }}
          now={(of) => shown(valueOf(latest, of))}
          onDone={(wanted) => void keep(wanted)}
          onCancel={close}
        />
      )}
      {views.length === 0 ? (
        form === undefined && <p class="empty">{say('goals_empty')}</p>
      ) : (
        <ul class="goals">
          {views.map((view) =>
            typeof form === 'object' && form.id === view.goal.id && latest ? (
              <li key={view.goal.id}>
                <GoalForm
                  around={around}
                  wanted={{ of: form.of, target: form.target, by: form.by ?? '' }}
                  now={(of) => shown(valueOf(latest, of))}
                  onDone={(wanted) => void keep(wanted)}
                  onCancel={close}
                />
              </li>
            ) : (
              <GoalRow
                key={view.goal.id}
                view={view}
                around={around}
                onEdit={() => setForm(view.goal)}
                onDelete={() => {
                  void run(dropGoal(view.goal), {
                    text: say('goals_deleted'),
                    undo: keepGoal(view.goal),
                    takesFocus: true,
                  });
                }}
              />
            ),
          )}
        </ul>
      )}
      {small && form === undefined && (
        <div class="goal-small" role="group" aria-labelledby={`${id}-small`}>
          <p id={`${id}-small`} class="with-key small-title">
            <PillarKey pillar={small.pillar} />
            {say('goals_small', pillarName(small.pillar, say))}
          </p>
          <div>
            {small.targets.map((target) => (
              <button
                key={target}
                type="button"
                class="goal-chip"
                aria-label={say('goals_name', pillarName(small.pillar, say), formatTarget(target, language))}
                onClick={() => void keep({ of: small.pillar, target, by: '' })}
              >
                {formatTarget(target, language)}
              </button>
            ))}
            {small.average !== undefined && (
              <span class="hint">{say('goals_small_average', formatScore(small.average, language))}</span>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}

interface GoalRowProps {
  readonly view: GoalView;
  readonly around: Surroundings;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function GoalRow({ view, around, onEdit, onDelete }: GoalRowProps) {
  const { say } = around;
  const { goal, name, now, part, sentences } = view;
  return (
    <li class="goal">
      <div class="goal-head">
        <span class="with-key goal-name">
          {part === undefined ? (
            <Icon name="check" />
          ) : goal.of === 'total' ? (
            <Icon name="flag" />
          ) : (
            <PillarKey pillar={goal.of} />
          )}
          {name}
        </span>
        <span class="quiet">{now}</span>
        <span class="goal-buttons">
          {part !== undefined && (
            <IconButton icon="edit" label={say('goals_edit', name)} title={say('scorecard_edit')} onClick={onEdit} />
          )}
          <IconButton
            icon="trash"
            label={say('goals_delete', name)}
            title={say('scorecard_delete')}
            onClick={onDelete}
          />
        </span>
      </div>
      {part !== undefined && (
        <div
          class="bar"
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(part * 100)}
        >
          <div class="bar-part" style={{ inlineSize: `${part * 100}%` }} />
        </div>
      )}
      {sentences
        .filter((sentence) => sentence !== '')
        .map((sentence) => (
          <p key={sentence} class="goal-sentence">
            {sentence}
          </p>
        ))}
    </li>
  );
}

interface GoalFormProps {
  readonly around: Surroundings;
  readonly wanted: WantedGoal;
  /** The shown value of a measure now. */
  readonly now: (of: Measure) => number;
  readonly onDone: (wanted: WantedGoal) => void;
  readonly onCancel: () => void;
}

function GoalForm({ around, wanted, now, onDone, onCancel }: GoalFormProps) {
  const { say, today, language } = around;
  const id = useId();
  const [of, setMeasure] = useState(wanted.of);
  const [target, setTarget] = useState(String(wanted.target));
  const [by, setBy] = useState(wanted.by);
  const field = useRef<HTMLInputElement>(null);
  // Before the first key can be lost.
  useLayoutEffect(() => field.current?.focus(), []);
  const maximum = of === 'total' ? totalMaximum : pillarMaximum;
  // The next half above.
  const minimum = (Math.floor(now(of) * 2) + 1) / 2;
  const tooLow = target !== '' && Number(target) < minimum;
  return (
    <EntryForm say={say} onSave={() => onDone({ of, target: Number(target), by })} onCancel={onCancel}>
      <div class="field">
        <label for={`${id}-of`}>{say('goals_of')}</label>
        <select
          id={`${id}-of`}
          class="input"
          value={of}
          onChange={(event) => {
            const next = event.currentTarget.value as Measure;
            setMeasure(next);
            setTarget(
              String(
                next === 'total'
                  ? goalChoices(now('total')).proposed
                  : Math.min(pillarMaximum, Math.floor(now(next)) + 2),
              ),
            );
          }}
        >
          <option value="total">{say('scorecard_total')}</option>
          {pillars.map((pillar) => (
            <option key={pillar} value={pillar}>
              {pillarName(pillar, say)}
            </option>
          ))}
        </select>
      </div>
      <Field
        label={say('goals_target')}
        wanted={
          tooLow
            ? say('goals_too_low', formatScore(now(of), language))
            : say('goals_target_wanted', formatTarget(minimum, language), formatWhole(maximum, language))
        }
        describedBy={`${id}-hint`}
      >
        {(control) => (
          <input
            {...control}
            ref={field}
            class="input"
            type="number"
            required
            min={minimum}
            max={maximum}
            step={0.5}
            value={target}
            onInput={(event) => setTarget(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={say('goals_by')} wanted={say('goals_by_wanted')}>
        {(control) => (
          <input
            {...control}
            class="input"
            type="date"
            min={addDays(today, 1)}
            value={by}
            onInput={(event) => setBy(event.currentTarget.value)}
          />
        )}
      </Field>
      <p id={`${id}-hint`} class="hint field-wide">
        {say('goals_hint', formatScore(now(of), language), formatWhole(maximum, language))}
      </p>
    </EntryForm>
  );
}
